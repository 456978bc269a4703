import type { Notation, VarietyId } from '../../lexicon/ids'
import type { Place, Problem } from '../../lexicon/problem'
import type { CsvRow } from '../csv'
import type { ColumnGroup } from './columns'
import type { Plan, PlannedColumn, Use } from './plan-columns'
import { positionOf } from './plan-columns'
import type { CellReader, CellValue } from './read-cell'

/** Properties of a record by name, while they are being put together. */
export type Values = Record<string, unknown>

/** A form under a column of its own. */
export interface SaidForm {
  readonly text: string
  readonly index: number
  readonly variety?: VarietyId
  readonly notation?: Notation
}

/** A cell that no field of ours holds. */
export interface Unknown {
  readonly position: string
  readonly raw: string
}

/** What one row says. */
export interface SaidRow {
  readonly row: CsvRow
  readonly plan: Plan
  /** By group, where a cell of it is filled; of the sense without `shared`. */
  readonly said: Readonly<Partial<Record<ColumnGroup, Values>>>
  /** Source, row, licence and state of the sense, which hold for all of the row that says nothing else. */
  readonly shared: Readonly<Values>
  readonly forms: readonly SaidForm[]
  /** By position. */
  readonly unknown: readonly Unknown[]
  /** Why the entry of this row cannot be taken. */
  readonly problems: readonly Problem[]
}

const SHARED: readonly string[] = ['source', 'sourceRow', 'licence', 'reviewState']

/** Reads the rows of one table; what is not understood is told once a column, or once a value where a column is known. */
export const rowReader = (
  plan: Plan,
  cells: CellReader,
  warnings: Problem[],
): ((row: CsvRow) => SaidRow) => {
  const warned = new Set<string>()
  const warn = (row: CsvRow, index: number, given: string, once: string): void => {
    if (warned.has(once)) return
    warned.add(once)
    const at = row.place(index)
    const field = positionOf(at.column, index)
    warnings.push({ code: 'value-not-understood', severity: 'warning', at, given, field })
  }
  return (row) => {
    const said: Partial<Record<ColumnGroup, Values>> = {}
    // Most rows of a large file have none of these.
    let shared: Values | undefined
    let forms: SaidForm[] | undefined
    let unknown: Unknown[] | undefined
    let problems: Problem[] | undefined
    const keep = (position: string, raw: string, index: number, once?: string): void => {
      unknown = [...(unknown ?? []), { position, raw }]
      if (once !== undefined) warn(row, index, raw, once)
    }
    const readField = (index: number, use: Extract<Use, { kind: 'field' }>): void => {
      const { column, exact } = use
      const raw = row.cells[index] ?? ''
      const cell = exact ? raw : raw.trim()
      if (cell === '') return
      const read = cells.read(column.field, cell, exact)
      if ('fault' in read) {
        problems = [...(problems ?? []), faultOf(read, cell, row.place(index))]
        return
      }
      if (read.rest) {
        const position = positionOf(row.place(index).column, index)
        keep(position, raw, index, `${index} ${raw}`)
      }
      if (read.value === undefined) return
      if (column.group === 'sense' && SHARED.includes(column.property)) {
        shared ??= {}
        shared[column.property] = read.value
        return
      }
      const values = (said[column.group] ??= {})
      values[column.property] = read.value
    }
    const read = ({ index, use }: PlannedColumn): void => {
      const raw = row.cells[index] ?? ''
      if (use.kind === 'field') readField(index, use)
      else if (use.kind === 'form' && raw.trim() !== '')
        forms = [...(forms ?? []), { ...formOf(use), text: raw.trim(), index }]
      else if (use.kind === 'unknown' && raw !== '')
        keep(use.position, raw, index, use.isAsked ? undefined : String(index))
    }
    for (const column of plan.columns) read(column)
    // Cells beyond the header.
    for (let index = plan.columns.length; index < row.cells.length; index++)
      read({ index, use: { kind: 'unknown', position: positionOf(undefined, index) } })
    return {
      ...{ row, plan, said, shared: shared ?? NOTHING },
      ...{ forms: forms ?? NONE, problems: problems ?? NONE },
      unknown: unknown === undefined ? NONE : unknown.sort(byPosition),
    }
  }
}

const faultOf = (
  read: Extract<CellValue, { readonly fault: string }>,
  given: string,
  at: Place,
): Problem => {
  const common = { severity: 'error', at, given } as const
  switch (read.fault) {
    case 'not-a-number':
    case 'without-licence':
      return { ...common, code: read.fault }
    case 'not-a-choice':
    case 'unknown-variety':
      return { ...common, code: read.fault, known: read.known }
  }
}

const NOTHING: Readonly<Values> = {}
const NONE: readonly never[] = []

const byPosition = (a: Unknown, b: Unknown): number =>
  a.position < b.position ? -1 : a.position > b.position ? 1 : 0

const formOf = ({ variety, notation }: Extract<Use, { kind: 'form' }>) => ({
  ...(variety !== undefined && { variety }),
  ...(notation !== undefined && { notation }),
})
