import type { ReferenceTarget } from '../../lexicon/field'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Problem } from '../../lexicon/problem'
import type { Check } from '../check'
import { unknownReferences } from './references'

/** The problems that say which codes there are. */
type UnknownCode = Extract<Problem, { readonly given: string; readonly known: readonly string[] }>
type UnknownCodeCode = Exclude<UnknownCode['code'], 'not-a-choice'>

/** The rule that every reference to a kind of thing is one of those known. */
export const unknownCode = (
  code: UnknownCodeCode,
  target: ReferenceTarget,
  knownIn: (lexicon: Lexicon) => readonly string[],
): Check => ({
  code,
  *run(lexicon) {
    const known = knownIn(lexicon)
    const knownCodes = new Set(known)
    const isKnown = (given: string) => given === '' || knownCodes.has(given)
    for (const { given, at } of unknownReferences(lexicon, [target], isKnown))
      yield { code, severity: 'error', at: at(), given, known }
  },
})
