import { LEDGER_FIELDS, type LedgerRow } from '../lexicon/ledger'
import type { Lexicon } from '../lexicon/lexicon'
import type { Check } from './check'

/**
 * The ledger accounts for each row of a source once: `published` and `merged` name forms that there
 * are, `refused` names none and says why.
 */
export const ledgerBroken: Check = {
  code: 'ledger-broken',
  *run(lexicon) {
    const seen = new Set<string>()
    const formIds = knownForms(lexicon)
    for (const { value, place } of lexicon.ledger) {
      const row = `${value.source} ${value.sourceRow}`
      const again = seen.has(row)
      seen.add(row)
      const column = again ? LEDGER_FIELDS.sourceRow.column : brokenColumn(value, formIds)
      if (column === undefined) continue
      yield { code: 'ledger-broken', severity: 'error', at: place(column), given: row }
    }
  },
}

const brokenColumn = (row: LedgerRow, formIds: ReadonlySet<string>): string | undefined => {
  const { forms, reason } = LEDGER_FIELDS
  if (row.outcome === 'refused') {
    if (row.forms.length > 0) return forms.column
    return row.reason === undefined ? reason.column : undefined
  }
  const known = row.forms.length > 0 && row.forms.every((id) => formIds.has(id))
  return known ? undefined : forms.column
}

const knownForms = ({ forms, retired }: Lexicon): ReadonlySet<string> =>
  new Set<string>([...forms, ...retired].map(({ value }) => value.id))
