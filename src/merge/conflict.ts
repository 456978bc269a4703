/**
 * Where two people did what cannot both hold. The merged lexicon has what ours says, until somebody
 * resolves it. Values are cells as the table has them; of whole rows, their cells as JSON; empty: nothing.
 *
 * - `field` both changed one field, each in another way
 * - `removed` one removed the row that the other changed, or that the other's new rows need
 * - `same-id` both gave one new id to rows that are not the same
 */
export interface Conflict {
  readonly kind: 'field' | 'removed' | 'same-id'
  /** Name of the table in a lexicon, or of the file that was merged. */
  readonly table: string
  /** As `RowChange` has it. */
  readonly id: string
  /** Of a `field` conflict: the column. */
  readonly column?: string
  readonly base: string
  readonly ours: string
  readonly theirs: string
}
