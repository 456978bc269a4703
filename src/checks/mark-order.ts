import { normaliseText } from '../text/normalise'
import type { Check } from './check'
import { tablesOf, textsIn } from './walk/tables'

/** Tables that hold what others wrote, to the letter. */
const VERBATIM_TABLES = ['equivalences', 'residue', 'ledger']
/** Columns that hold what a source says, or what another program calls the entry, to the letter. */
const VERBATIM_COLUMN = /^(Source_|Foreign_ID$)/

/** Text is stored in one normal form (NFC, circumflex before breve), or equal words would not be equal. */
export const markOrder: Check = {
  code: 'mark-order',
  *run(lexicon) {
    for (const { name: table, fields, rows } of tablesOf(lexicon)) {
      if (VERBATIM_TABLES.includes(table)) continue
      for (const [name, { column, kind }] of fields) {
        const isText = kind === 'text' || kind === 'language-text' || kind === 'list'
        if (!isText || VERBATIM_COLUMN.test(column)) continue
        for (const { value, place } of rows) {
          for (const given of textsIn(value, name)) {
            const canonical = normaliseText(given)
            if (canonical === given) continue
            yield { code: 'mark-order', severity: 'error', at: place(column), given, canonical }
          }
        }
      }
    }
  },
}
