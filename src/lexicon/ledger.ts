import type { FieldsOf } from './field'
import type { FormId } from './ids'

export const LEDGER_OUTCOMES = ['published', 'merged', 'refused'] as const

/** What became of one row of a source: nothing is left out in silence. */
export interface LedgerRow {
  readonly source: string
  readonly sourceRow: string
  /** The variety as the source names it. */
  readonly variety: string
  readonly sourceForm: string
  readonly sourceGloss: string
  /** `published`: its own form · `merged`: says the same as a form already there · `refused`: see the reason. */
  readonly outcome: (typeof LEDGER_OUTCOMES)[number]
  /** The forms it became or was merged into. */
  readonly forms: readonly FormId[]
  readonly reason?: string
}

export const LEDGER_FIELDS = {
  source: { column: 'Source', kind: 'text', required: true },
  sourceRow: { column: 'Source_Row', kind: 'text', required: true },
  variety: { column: 'Variety', kind: 'text' },
  sourceForm: { column: 'Source_Form', kind: 'text', required: true },
  sourceGloss: { column: 'Source_Gloss', kind: 'text' },
  outcome: { column: 'Outcome', kind: 'choice', required: true, choices: LEDGER_OUTCOMES },
  forms: { column: 'Form_IDs', kind: 'references', of: 'form' },
  reason: { column: 'Reason', kind: 'text' },
} as const satisfies FieldsOf<LedgerRow>
