import type { ContentTable } from '../content'
import type { ReadResult } from '../format'
import { COLUMNS, type Column } from './columns'
import type { Plan } from './plan-columns'

/**
 * The fields that a file has columns for. Of several tables each that speaks of the records must have
 * the field; where a table has columns for forms beside the headword, both kinds of form must.
 */
export const carriedFields = (
  plans: readonly Pick<Plan, 'columns'>[],
): NonNullable<ReadResult['carries']> => {
  const used = plans.map(({ columns }) =>
    columns.flatMap(({ use }) => (use.kind === 'field' ? [use.column] : [])),
  )
  return (table, property) => {
    const speaking = used.filter((columns) =>
      columns.some((column) => column.table === table && !LINKS.includes(column.path)),
    )
    return speaking.length > 0 && speaking.every((columns) => hasField(columns, table, property))
  }
}

/** They say to which entry a row belongs; a table of examples has them too. */
const LINKS = ['id', 'headword']

const hasField = (columns: readonly Column[], table: ContentTable, property: string): boolean => {
  const groups = new Set(columns.map(({ group }) => group))
  const wanted = COLUMNS.filter(
    (column) => column.table === table && column.property === property && groups.has(column.group),
  )
  return wanted.length > 0 && wanted.every((column) => columns.includes(column))
}
