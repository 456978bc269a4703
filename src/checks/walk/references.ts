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

/** All references to these kinds of thing, with `given` empty where a required one is missing. The ledger has a rule of its own. */
export function* referencesTo(
  lexicon: Lexicon,
  ...targets: readonly ReferenceTarget[]
): Iterable<Reference> {
  for (const { name: table, fields, rows } of tablesOf(lexicon)) {
    if (table === 'ledger') continue
    for (const [name, field] of fields) {
      if (field.of === undefined || !targets.includes(field.of)) continue
      for (const row of rows)
        for (const given of textsIn(row.value, name))
          yield { given, of: field.of, at: () => row.place(field.column) }
    }
  }
}
