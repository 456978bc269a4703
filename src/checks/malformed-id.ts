import { SHARED_TABLES } from '../formats/table-list'
import { ID_PATTERN } from '../lexicon/ids'
import type { Check } from './check'
import { tablesOf, textsIn } from './walk/tables'

/** Codes of data/shared may be those of a list elsewhere: `CC-BY-4.0`. */
const CODE_PATTERN = /^[A-Za-z0-9._-]+$/

export const malformedId: Check = {
  code: 'malformed-id',
  *run(lexicon) {
    for (const { name: table, fields, rows } of tablesOf(lexicon)) {
      const pattern = table in SHARED_TABLES ? CODE_PATTERN : ID_PATTERN
      for (const [name, { kind, column }] of fields) {
        if (kind !== 'id') continue
        for (const { value, place } of rows)
          for (const given of textsIn(value, name))
            if (given !== '' && !pattern.test(given))
              yield { code: 'malformed-id', severity: 'error', at: place(column), given }
      }
    }
  },
}
