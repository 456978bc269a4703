import { EDITOR, type SourceId } from '../../lexicon/ids'
import type { Problem } from '../../lexicon/problem'
import type { ReadContext } from '../format'
import type { DatasetRow, DatasetTable } from './dataset'

/** The form of a row. */
export interface Text {
  readonly text: string
  readonly sourceText: string | undefined
  /** Columns of which nothing is left to say. */
  readonly columns: readonly (string | undefined)[]
}

/** How the form of a row is found; none, with a problem, where the table has no column for it. */
export const createTexts = (
  table: DatasetTable,
  { mapping }: ReadContext,
  isOurs: boolean,
  problems: Problem[],
): ((row: DatasetRow) => Text | undefined) | undefined => {
  const before = problems.length
  for (const property of ['id', 'languageReference'])
    if (table.columnOf(property) === undefined) problems.push(missingColumn(table, property))
  const told = mapping.get('headword')
  if (told !== undefined && !table.header.cells.includes(told))
    problems.push({
      code: 'unknown-column',
      severity: 'error',
      at: table.header.place(),
      given: told,
      known: table.header.cells,
    })
  const value = table.columnOf('value')?.name
  const form = table.columnOf('form')?.name
  if (value === undefined && form === undefined && told === undefined)
    problems.push(missingColumn(table, 'form'))
  if (problems.length > before) return undefined

  const cell = (row: DatasetRow, name: string | undefined) =>
    name === undefined ? undefined : row.cell(name)
  const parted = isOurs ? new Set<string>() : partedValues(table, value, form)
  return (row) => {
    const [whole, part] = [cell(row, value), cell(row, form)]
    const isParted = part !== undefined && (isOurs || parted.has(valueKey(row, whole)))
    const text = told !== undefined ? cell(row, told) : isParted ? part : (whole ?? part)
    if (text === undefined) return undefined
    const sourceText = whole !== text ? whole : undefined
    const isSaid = (name: string | undefined) => [text, sourceText].includes(cell(row, name))
    return { text, sourceText, columns: [told, value, form].filter(isSaid) }
  }
}

/** The values that a list parts over several rows. */
const partedValues = (
  table: DatasetTable,
  value: string | undefined,
  form: string | undefined,
): ReadonlySet<string> => {
  const parted = new Set<string>()
  if (value === undefined || form === undefined) return parted
  const firstForms = new Map<string, string>()
  for (const row of table.rows) {
    const part = row.cell(form)
    const key = valueKey(row, row.cell(value))
    if (part === undefined) continue
    const first = firstForms.get(key)
    if (first === undefined) firstForms.set(key, part)
    else if (first !== part) parted.add(key)
  }
  return parted
}

const valueKey = (row: DatasetRow, value = ''): string =>
  [row.get('languageReference'), row.get('parameterReference'), value].join('\n')

/** The source that keys of the list's bibliography name: one of ours by its key or as the mapping says. */
export const createSources = ({ settings, mapping, attribution }: ReadContext) => {
  const known = new Set<string>([EDITOR, ...settings.sources.map(({ value }) => value.id)])
  return (keys: readonly string[]) => {
    const told = keys.map((key) => mapping.get(`source@${key.replace(/\[.*$/, '')}`) ?? key)
    const ours = told.find((key) => known.has(key))
    return {
      // It is a key of our bibliography.
      source: ours === undefined ? attribution.source : (ours as SourceId),
      saysSource: ours !== undefined,
      /** Whether nothing is left to say. */
      isExplained: told.every((key) => key === ours),
    }
  }
}

const missingColumn = ({ header }: DatasetTable, missing: string): Problem => ({
  code: 'missing-column',
  severity: 'error',
  at: header.place(),
  missing,
})
