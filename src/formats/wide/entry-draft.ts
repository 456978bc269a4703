import type { Place, Problem } from '../../lexicon/problem'
import type { CsvRow } from '../csv'
import { COLUMNS, type ColumnGroup } from './columns'
import { positionOf } from './plan-columns'
import { partsOf } from './read-cell'
import type { SaidForm, SaidRow, Unknown, Values } from './read-row'

/** A record as the row `from` says it; without the ids it has not got yet. */
export interface Draft {
  readonly values: Values
  readonly from: SaidRow
  readonly group: ColumnGroup
  /** Of an example: the sense it stands beside or below. */
  readonly sense?: Draft | undefined
}

export type Gathered = 'sense' | 'form' | 'example' | 'relation' | 'media' | 'residue'

/** An entry with all its rows. */
export interface EntryDraft {
  readonly entry: Draft
  /** What is said of the headword's own form. */
  readonly headword: Draft
  readonly records: { [Group in Gathered]?: Draft[] }
  readonly unknown: (Unknown & { readonly sense: Draft | undefined; readonly from: SaidRow })[]
  readonly rows: CsvRow[]
  readonly problems: Problem[]
}

/** The headword of a row: its own column, else the first form under a column of its own. */
export interface Head {
  readonly text: string
  readonly from: SaidForm | undefined
  /** Further forms of the same cell, and the cell, where cells hold several. */
  readonly others: readonly string[]
  readonly whole?: string
}

export interface Gatherer {
  readonly draft: EntryDraft
  /** Adds a row; where it says nothing new, leaves it and gives the place that says it already. */
  readonly take: (from: SaidRow, head: Head | undefined) => Place | undefined
}

/** `formSeparator`: what parts the forms of a cell, where that is told. */
export const createGatherer = (first: SaidRow, formSeparator: string | undefined): Gatherer => {
  const draft: EntryDraft = {
    entry: { values: {}, from: first, group: 'entry' },
    headword: { values: {}, from: first, group: 'headword' },
    records: {},
    unknown: [],
    rows: [],
    problems: [],
  }
  const { values } = draft.entry
  const senses = senseFinder()
  let knownForms: Set<string> | undefined
  let lastSense: Draft | undefined

  const addForm = (form: Values, from: SaidRow): boolean => {
    const key = JSON.stringify([form, from.shared.source])
    knownForms ??= new Set()
    if (form.id === undefined && knownForms.has(key)) return false
    knownForms.add(key)
    addRecord(draft, { values: form, from, group: 'form' })
    return true
  }

  /** Gives whether there is anything new in it. */
  const takeHeadword = (from: SaidRow, head: Head): boolean => {
    if (values.headword === undefined) {
      values.headword = head.text
      const { variety, notation } = head.from ?? {}
      if (variety !== undefined) values.variety = variety
      if (notation !== undefined) draft.headword.values.notation = notation
      if (head.whole !== undefined) draft.headword.values.sourceText = head.whole
    } else if (values.id !== undefined && head.text !== values.headword) {
      draft.problems.push(otherHeadword(draft, from))
      return true
    }
    const more = head.others.map((text) => addForm({ text, sourceText: head.whole }, from))
    return more.includes(true)
  }

  /** The same for the cells that are forms. */
  const takeForms = (from: SaidRow, head: Head | undefined): boolean => {
    let isNew = false
    for (const { index, text: cell, ...rest } of from.forms) {
      if (index === head?.from?.index) continue
      const inVariety = rest.variety !== undefined && rest.variety === values.variety
      for (const text of partsOf(cell, formSeparator)) {
        if (inVariety && text === values.headword) continue
        const whole = text === cell ? {} : { sourceText: cell }
        isNew = addForm({ ...rest, text, ...whole }, from) || isNew
      }
    }
    const form = from.said.form
    if (form === undefined) return isNew
    const { text } = form
    const [one, ...others] = typeof text === 'string' ? partsOf(text, formSeparator) : []
    const whole = others.length > 0 ? { sourceText: text } : {}
    for (const other of others) isNew = addForm({ ...whole, ...form, text: other }, from) || isNew
    const main = one === undefined ? form : { ...whole, ...form, text: one }
    return addForm(main, from) || isNew
  }

  const take = (from: SaidRow, head: Head | undefined): Place | undefined => {
    const { row, said, unknown, problems } = from
    const isFirst = draft.rows.length === 0
    const records = BESIDE.filter((group) => said[group] !== undefined)
    let isNew = isFirst || problems.length > 0 || records.length > 0
    const isOurs = said.entry?.id !== undefined
    const leftOut = isFirst || isOurs ? ['headword'] : ['headword', 'variety']
    const entry = merge(draft.entry, from, leftOut)
    const headword = merge(draft.headword, from, [])
    if (head !== undefined) isNew = takeHeadword(from, head) || isNew
    const variety = said.entry?.variety
    if (!isOurs && variety !== undefined && variety !== values.variety)
      isNew = addForm({ text: values.headword, variety }, from) || isNew
    isNew = takeForms(from, head) || isNew
    const otherwise = [...entry.otherwise, ...headword.otherwise]
    isNew ||= entry.isNew || headword.isNew || otherwise.length > 0

    const sense = said.sense
    const before = sense === undefined || sense.id !== undefined ? undefined : senses.find(sense)
    if (!isNew && (sense === undefined || before !== undefined))
      return before ?? draft.entry.from.row.place()
    draft.rows.push(row)
    draft.problems.push(...problems)
    let added: (Draft & { readonly group: 'sense' }) | undefined
    if (sense !== undefined && before === undefined) {
      added = { values: sense, from, group: 'sense' }
      addRecord(draft, added)
      senses.add(added)
      lastSense = added
    }
    for (const group of records)
      addRecord(draft, { values: said[group] ?? {}, from, group, sense: lastSense })
    for (const cell of [...unknown, ...otherwise])
      draft.unknown.push({ ...cell, sense: added, from })
    return undefined
  }
  return { draft, take }
}

const BESIDE = ['example', 'relation', 'media', 'residue'] as const

const addRecord = ({ records }: EntryDraft, record: Draft & { readonly group: Gathered }): void => {
  const same = (records[record.group] ??= [])
  same.push(record)
}

/** Finds the place of a sense that says the same; most entries have one row, and then there is none to find. */
const senseFinder = () => {
  const unread: Draft[] = []
  const placeByMeaning = new Map<string, Place>()
  const meaningOf = ({ id: _, ...meaning }: Values): string => JSON.stringify(meaning)
  return {
    add: (sense: Draft): void => {
      unread.push(sense)
    },
    find: (values: Values): Place | undefined => {
      for (const { values, from } of unread.splice(0)) {
        const meaning = meaningOf(values)
        if (!placeByMeaning.has(meaning)) placeByMeaning.set(meaning, from.row.place())
      }
      return placeByMeaning.size === 0 ? undefined : placeByMeaning.get(meaningOf(values))
    },
  }
}

/** Takes over what is not said yet. `otherwise`: the cells that say something else. */
const merge = (
  { values, group }: Draft,
  { said, row, plan }: SaidRow,
  leftOut: readonly string[],
): { readonly isNew: boolean; readonly otherwise: readonly Unknown[] } => {
  let isNew = false
  const otherwise: Unknown[] = []
  const more = said[group]
  if (more === undefined) return { isNew, otherwise }
  for (const [property, value] of Object.entries(more)) {
    if (leftOut.includes(property) || values[property] === value) continue
    if (values[property] === undefined) {
      values[property] = value
      isNew = true
      continue
    }
    const index = plan.columns.findIndex(
      ({ use }) =>
        use.kind === 'field' && use.column.group === group && use.column.property === property,
    )
    const position = positionOf(row.place(index).column, index)
    otherwise.push({ position, raw: row.cells[index] ?? '' })
  }
  return { isNew, otherwise }
}

/** One id over two headwords: a row was copied, or one of them was changed alone. */
const otherHeadword = ({ entry }: EntryDraft, { row, plan }: SaidRow): Problem => ({
  code: 'duplicate-id',
  severity: 'error',
  at: plan.placeOf(row, 'entry', columnOf('id')),
  given: String(entry.values.id),
  first: entry.from.plan.placeOf(entry.from.row, 'entry', columnOf('id')),
})

const columnOf = (path: string): string | undefined =>
  COLUMNS.find((column) => column.path === path)?.field.column
