import { ENTRY_FIELDS, type Entry } from '../lexicon/entry'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { FieldChange, RowChange } from './diff'
import type { Values } from './incoming'
import { numberHomographs } from './number-homographs'
import { type TakenIn, withRowsAdded } from './take-in'

/**
 * The merged dictionary with the rows that it had not and its homographs numbered. `merged`: what merging
 * changed; it comes back with what numbering made of it.
 */
export const addFresh = (
  lexicon: Lexicon,
  fresh: TakenIn['fresh'],
  merged: readonly RowChange[],
): { readonly lexicon: Lexicon; readonly changes: readonly RowChange[] } => {
  const freshEntries = fresh.entries as readonly Row<object>[] as readonly Row<Entry>[]
  const numbered = numberHomographs(lexicon.entries, freshEntries, touchedHeadwords(merged))
  if (numbered.size === 0) return { lexicon: withRowsAdded(lexicon, fresh), changes: merged }
  const renumber = (row: Row<Entry>): Row<Entry> => numbered.get(row.value.id) ?? row
  const entries = freshEntries.map(renumber) as readonly Row<object>[] as readonly Row<Values>[]
  const whole = { ...lexicon, entries: lexicon.entries.map(renumber) }
  return {
    lexicon: withRowsAdded(whole, { ...fresh, entries }),
    changes: settle(merged, lexicon.entries, numbered),
  }
}

/** Headwords that an entry has no longer or has now, and those of entries with another number. */
const touchedHeadwords = (changes: readonly RowChange[]): readonly string[] =>
  changes.flatMap((change) =>
    change.kind === 'changed' && change.table === 'entries' && change.fields.some(isOfHomographs)
      ? [change.before, change.after].map(({ value }) => (value as Entry).headword)
      : [],
  )

const isOfHomographs = ({ property }: FieldChange): boolean =>
  property === 'headword' || property === 'homograph'

/** The changes with the numbers that entries have in the end. */
const settle = (
  changes: readonly RowChange[],
  merged: readonly Row<Entry>[],
  numbered: ReadonlyMap<string, Row<Entry>>,
): readonly RowChange[] => {
  const left = new Map(numbered)
  const settled = changes.flatMap((change): RowChange | readonly RowChange[] => {
    const after = change.table === 'entries' ? left.get(change.id) : undefined
    if (after === undefined || change.kind !== 'changed') return change
    left.delete(change.id)
    const others = change.fields.filter(({ property }) => property !== 'homograph')
    const fields = [...others, ...numberChange(change.before.value as Entry, after.value)]
    return fields.length === 0 ? [] : { ...change, after, fields }
  })
  const renumbered = merged.flatMap((before): readonly RowChange[] => {
    const { id } = before.value
    const after = left.get(id)
    const fields = after === undefined ? [] : numberChange(before.value, after.value)
    return after === undefined || fields.length === 0
      ? []
      : [{ table: 'entries', id, kind: 'changed', before, after, fields }]
  })
  return [...settled, ...renumbered]
}

const numberChange = (before: Entry, after: Entry): readonly FieldChange[] =>
  before.homograph === after.homograph
    ? []
    : [
        {
          property: 'homograph',
          column: ENTRY_FIELDS.homograph.column,
          before: before.homograph,
          after: after.homograph,
        },
      ]
