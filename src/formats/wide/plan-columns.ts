import type { Notation, VarietyId } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Place, Problem } from '../../lexicon/problem'
import { bareLetters } from '../../text/orthography'
import type { Csv, CsvRow } from '../csv'
import type { ReadContext } from '../format'
import { COLUMN_BY_PATH, COLUMNS, type Column } from './columns'
import { findColumn } from './find-column'
import { splitForeignList } from './read-cell'

/** What the cells of a column are. */
export type Use =
  | {
      readonly kind: 'field'
      readonly column: Column
      /** The header is the path itself: the cells are as we write them. Otherwise spaces around them are none of theirs. */
      readonly exact: boolean
    }
  /** Each is a form: in a variety, or a transcription in a notation. */
  | { readonly kind: 'form'; readonly variety?: VarietyId; readonly notation?: Notation }
  /** Nobody knows: kept under this position; perhaps because the mapping asks for that. */
  | { readonly kind: 'unknown'; readonly position: string; readonly isAsked?: boolean }
  | { readonly kind: 'left-out' }

export interface PlannedColumn {
  readonly index: number
  readonly use: Use
}

export interface Plan {
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly CsvRow[]
  readonly problems: readonly Problem[]
  /** Place of a cell of a row by group and column of our own tables. */
  readonly placeOf: (row: CsvRow, group: Column['group'], column: string | undefined) => Place
}

/** Last in a file of refused rows, so that a corrected one can be read as it is. */
export const REASON_HEADER = 'Lý do không nhận'

/** Keys of a mapping that are neither fields nor `form@<variety>`; what they mean: read-rows.ts. */
const TRANSCRIPTION = 'transcription'
const NOTATION = 'notation'
const RESIDUE = 'residue'
const OPTIONS = ['list-separator', 'form-separator', 'sheet', NOTATION]
const FORM_OF_VARIETY = 'form@'

/**
 * What each column of a table is: as the mapping says, then by its header. A table of two columns
 * with a gloss needs no header over the other, and without any header it is headwords and glosses.
 */
export const planColumns = (table: Csv, { settings, mapping }: ReadContext): Plan => {
  const problems: Problem[] = []
  const headers = table.header.cells
  const mapped = mappedColumns(table, mapping, settings, problems)
  const varieties = varietyByName(settings)
  const ours = headers.includes('id') && headers.includes('headword')
  const uses = headers.map((header, index): Use => {
    const told = mapped.get(index)
    if (told !== undefined) return told
    if (header === REASON_HEADER) return { kind: 'left-out' }
    return useOf(header, index, ours, varieties)
  })
  const named = uses.some(({ kind }) => kind === 'field' || kind === 'form')
  const isPair = uses.length === 2 || (uses.length === 3 && uses[2]?.kind === 'left-out')
  if (!named && isPair && mapped.size === 0) return pairs(table)
  if (isPair) completePair(uses)
  refuseDoubles(table, uses, mapped, problems)
  if (!uses.some((use) => use.kind === 'form' || isField(use, 'id') || isField(use, 'headword')))
    problems.push({
      code: 'missing-column',
      severity: 'error',
      at: table.header.place(),
      missing: 'headword',
    })
  return planned(table.rows, uses, problems)
}

const planned = (rows: readonly CsvRow[], uses: readonly Use[], problems: Problem[]): Plan => {
  const indexByField = new Map<string, number>()
  uses.forEach((use, index) => {
    if (use.kind !== 'field') return
    indexByField.set(`${use.column.group} ${use.column.field.column}`, index)
    if (use.column.path === 'headword') indexByField.set(HEADWORD_TEXT, index)
  })
  return {
    columns: uses.map((use, index) => ({ index, use })),
    rows,
    problems,
    placeOf: (row, group, column) =>
      row.place(column === undefined ? undefined : indexByField.get(`${group} ${column}`)),
  }
}

/** The text of the headword's form stands in the entry's column. */
const HEADWORD_TEXT = 'headword Form'

const pairs = (table: Csv): Plan => {
  const uses = ['headword', 'gloss.vi'].map((path) => fieldUse(path, false))
  const rest = table.header.cells.slice(2).map((): Use => ({ kind: 'left-out' }))
  return planned([table.header, ...table.rows], [...uses, ...rest], [])
}

const fieldUse = (path: string, exact: boolean): Use => ({
  kind: 'field',
  column: COLUMN_BY_PATH.get(path)!,
  exact,
})

const isField = (use: Use, path: string): boolean =>
  use.kind === 'field' && use.column.path === path

const useOf = (
  header: string,
  index: number,
  ours: boolean,
  varieties: ReadonlyMap<string, VarietyId>,
): Use => {
  const path = findColumn(header)
  // Anybody's table may have columns `id`, `number`, `source`.
  if (path === 'id' && !ours) return fieldUse('foreign-id', false)
  if (path !== undefined && (path !== 'number' || ours))
    return fieldUse(path, path === header && (ours || path.includes('.')))
  const variety = varieties.get(varietyName(header))
  if (variety !== undefined) return { kind: 'form', variety }
  return { kind: 'unknown', position: positionOf(header, index) }
}

/** A column without a header is told by its number. */
export const positionOf = (header: string | undefined, index: number): string =>
  header === undefined || header === '' ? `#${index + 1}` : header

/** Of two columns, one a gloss, the other is the headword. */
const completePair = (uses: Use[]): void => {
  const [first, second] = uses
  if (first === undefined || second === undefined) return
  if (first.kind === 'unknown' && isGloss(second)) uses[0] = fieldUse('headword', false)
  if (second.kind === 'unknown' && isGloss(first)) uses[1] = fieldUse('headword', false)
}

const isGloss = (use: Use): boolean => isField(use, 'gloss.vi') || isField(use, 'gloss.en')

/** The columns that the mapping names. A key that is no field, and a column that is not there, are told. */
const mappedColumns = (
  { header }: Csv,
  mapping: ReadonlyMap<string, string>,
  settings: Lexicon,
  problems: Problem[],
): ReadonlyMap<number, Use> => {
  const mapped = new Map<number, Use>()
  const unknown = (given: string, known: readonly string[]): void => {
    problems.push({ code: 'unknown-column', severity: 'error', at: header.place(), given, known })
  }
  for (const [field, name] of mapping) {
    if (OPTIONS.includes(field)) continue
    const names = field === RESIDUE ? splitForeignList(name, undefined) : [name]
    for (const one of names) {
      const index = indexOf(header.cells, one)
      const use = mappedUse(field, one, mapping, settings)
      if (use === undefined)
        unknown(field, [...COLUMNS.map(({ path }) => path), TRANSCRIPTION, RESIDUE, ...OPTIONS])
      else if (index < 0) unknown(one, header.cells.filter(Boolean))
      else mapped.set(index, use)
    }
  }
  if (mapping.has(TRANSCRIPTION) && !mapping.has(NOTATION))
    problems.push({
      code: 'missing-column',
      severity: 'error',
      at: header.place(),
      missing: NOTATION,
    })
  return mapped
}

const mappedUse = (
  field: string,
  name: string,
  mapping: ReadonlyMap<string, string>,
  { varieties }: Lexicon,
): Use | undefined => {
  if (COLUMN_BY_PATH.has(field)) return fieldUse(field, field === name && field.includes('.'))
  if (field === RESIDUE) return { kind: 'unknown', position: name, isAsked: true }
  // Without a notation there is a problem already.
  if (field === TRANSCRIPTION)
    return { kind: 'form', notation: (mapping.get(NOTATION) ?? '') as Notation }
  const variety = varieties.find(({ value }) => field === FORM_OF_VARIETY + value.id)
  return variety && { kind: 'form', variety: variety.value.id }
}

/** To the letter, else by letters alone where that names one column. */
const indexOf = (headers: readonly string[], name: string): number => {
  const index = headers.indexOf(name)
  if (index >= 0) return index
  const key = bareLetters(name)
  const alike = headers.flatMap((header, i) => (bareLetters(header) === key ? [i] : []))
  return key !== '' && alike.length === 1 ? alike[0]! : -1
}

/** Two columns for one thing: nothing says which holds. What a mapping has taken leaves the other unknown. */
const refuseDoubles = (
  { header }: Csv,
  uses: Use[],
  mapped: ReadonlyMap<number, Use>,
  problems: Problem[],
): void => {
  const taken = new Set([...mapped.values()].map(nameOf).filter(Boolean))
  const seen = new Set<string>()
  for (const [index, text] of header.cells.entries()) {
    const name = nameOf(uses[index]!)
    const free = !mapped.has(index) && taken.has(name)
    if (free) uses[index] = { kind: 'unknown', position: positionOf(text, index) }
    const double = text !== '' && header.cells.indexOf(text) < index
    if (double || (!free && name !== '' && seen.has(name))) {
      const at = header.place(index)
      problems.push({ code: 'duplicate-column', severity: 'error', at, given: text })
      uses[index] = { kind: 'unknown', position: positionOf(text, index) }
    } else if (!free) seen.add(name)
  }
}

const nameOf = (use: Use): string => (use.kind === 'field' ? use.column.path : '')

/** Whether a column under this header would be read as anything but unknown. */
export const headerTest = (settings: Lexicon): ((header: string) => boolean) => {
  const varieties = varietyByName(settings)
  return (header) =>
    header === REASON_HEADER ||
    findColumn(header) !== undefined ||
    varieties.has(varietyName(header))
}

/** Varieties by id, by our names and by those of their sources; a name of two varieties is none's. */
const varietyByName = ({ varieties }: Lexicon): ReadonlyMap<string, VarietyId> => {
  const byName = new Map<string, VarietyId | undefined>()
  for (const { value } of varieties)
    for (const name of new Set(
      [value.id, value.nameVi, value.nameEn, ...value.sourceNames].map(varietyName),
    ))
      byName.set(name, byName.has(name) ? undefined : value.id)
  const known = [...byName].flatMap(([name, id]): [string, VarietyId][] =>
    name === '' || id === undefined ? [] : [[name, id]],
  )
  return new Map(known)
}

/** `Tiếng Ba Na` and `Ba Na` are one name; abbreviations (`GL`) are to the letter. */
const varietyName = (text: string): string => {
  const letters = bareLetters(text).replace(/^tieng(?=.)/, '')
  return letters.length < 3 ? text : letters
}
