import type { Row } from '../lexicon/lexicon'

/** The tables in which a headword stands, as rows of entries.csv and forms.csv. */
export interface Headwords {
  readonly entries: readonly Row<object>[]
  readonly forms: readonly Row<object>[]
}

/** What an entry repeats of its headword's form: the property of the entry, that of the form. */
const REPEATED = [
  ['headword', 'text'],
  ['variety', 'variety'],
] as const

/**
 * Entries that repeat text and variety of their headword's form do so in the result too, whatever
 * became of either. `before`: the states that led to this one; an entry that had the two apart in
 * any of them is left as it is. Also gives the ids of those that have them together in all.
 */
export const followForms = (
  entries: readonly Row<object>[],
  forms: readonly Row<object>[],
  before: readonly Headwords[],
): { readonly entries: readonly Row<object>[]; readonly together: ReadonlySet<string> } => {
  const apart = new Set(before.flatMap((state) => entriesApart(state)))
  const formById = byId(forms)
  const together = new Set<string>()
  const result = entries.map((row) => {
    if (apart.has(said(row, 'id'))) return row
    together.add(said(row, 'id'))
    const form = formById.get(said(row, 'headwordForm'))
    if (form === undefined || repeats(row, form)) return row
    const repeated = REPEATED.map(([own, its]) => [own, said(form, its)])
    return { ...row, value: { ...row.value, ...Object.fromEntries(repeated) } }
  })
  return { entries: result, together }
}

const entriesApart = ({ entries, forms }: Headwords): readonly string[] => {
  const formById = byId(forms)
  return entries
    .filter((row) => {
      const form = formById.get(said(row, 'headwordForm'))
      return form !== undefined && !repeats(row, form)
    })
    .map((row) => said(row, 'id'))
}

const repeats = (entry: Row<object>, form: Row<object>): boolean =>
  REPEATED.every(([own, its]) => said(entry, own) === said(form, its))

const byId = (rows: readonly Row<object>[]): ReadonlyMap<string, Row<object>> =>
  new Map(rows.map((row) => [said(row, 'id'), row]))

const said = ({ value }: Row<object>, property: string): string =>
  String(Reflect.get(value, property) ?? '')
