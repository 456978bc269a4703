import type { ReferenceTarget } from '../../lexicon/field'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Place } from '../../lexicon/problem'
import { tablesOf, textsIn } from './tables'

/** An id or code in a cell that names something elsewhere. */
export interface Reference {
  readonly given: string
  readonly of: ReferenceTarget
  /** Asked for only where there is something to say: counting lines takes longer than any rule. */
  readonly at: () => Place
}

/**
 * The references to these kinds of thing that name nothing known, with `given` empty where a required
 * one is missing. The ledger has a rule of its own.
 */
export function* unknownReferences(
  lexicon: Lexicon,
  targets: readonly ReferenceTarget[],
  isKnown: (given: string, of: ReferenceTarget) => boolean,
): Iterable<Reference> {
  for (const { name: table, fields, rows } of tablesOf(lexicon)) {
    if (table === 'ledger') continue
    for (const [name, { column, of }] of fields) {
      if (of === undefined || !targets.includes(of)) continue
      for (const { value, place } of rows) {
        const content: unknown = Reflect.get(value, name)
        // Nearly all are known: only for the others there is anything to make.
        if (typeof content === 'string' && isKnown(content, of)) continue
        for (const given of textsIn(value, name))
          if (!isKnown(given, of)) yield { given, of, at: () => place(column) }
      }
    }
  }
}
