import { LANGUAGE_TABLES } from '../formats/table-list'
import { valueToCell } from './cell'
import type { Conflict } from './conflict'
import { changedFields } from './diff'
import { contentFields } from './incoming'
import { describeTable } from './merge-table'
import type { JudgedRow } from './take-in'

/** What a file has otherwise in a row that somebody has judged: a conflict a field. */
export const judgedConflicts = ({ table, id, before, after }: JudgedRow): readonly Conflict[] => {
  const described = describeTable(LANGUAGE_TABLES[table].file, contentFields(table))
  return changedFields(described, before, after).map((change): Conflict => {
    const field = described.fields.find(({ property }) => property === change.property)
    const cell = (value: unknown) => valueToCell(value, field?.kind ?? 'text')
    const ours = cell(change.before)
    return {
      kind: 'field',
      table,
      id,
      column: change.column,
      base: ours,
      ours,
      theirs: cell(change.after),
    }
  })
}
