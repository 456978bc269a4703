import { EXAMPLE_FIELDS } from '../lexicon/example'
import type { Lexicon } from '../lexicon/lexicon'
import type { Place } from '../lexicon/problem'
import { SENSE_FIELDS } from '../lexicon/sense'
import { misplacedTones } from '../text/tone-place'
import type { Check } from './check'

/** Vietnamese with the tone mark on a letter where neither of the two conventions puts it. */
export const toneMarkPlace: Check = {
  code: 'tone-mark-place',
  *run(lexicon) {
    const known = new Map<string, string | undefined>()
    for (const { text, at } of vietnameseIn(lexicon))
      for (const { given, canonical } of misplacedTones(text, known))
        yield { code: 'tone-mark-place', severity: 'warning', at: at(), given, canonical }
  },
}

function* vietnameseIn({ senses, examples }: Lexicon): Iterable<{
  readonly text: string
  readonly at: () => Place
}> {
  const { glossVi, definitionVi } = SENSE_FIELDS
  for (const { value, place } of senses) {
    for (const text of value.glossVi) yield { text, at: () => place(glossVi.column) }
    if (value.definitionVi !== undefined)
      yield { text: value.definitionVi, at: () => place(definitionVi.column) }
  }
  for (const { value, place } of examples)
    if (value.translationVi !== undefined)
      yield {
        text: value.translationVi,
        at: () => place(EXAMPLE_FIELDS.translationVi.column),
      }
}
