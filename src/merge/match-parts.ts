import type { ContentTable } from '../formats/content'
import type { Attribution } from '../formats/format'
import { groupBy } from '../lexicon/group-by'
import { attributed, type Incoming, type Part, type Values } from './incoming'

/** The ids that records of a file have in the dictionary, by the ids they have in the file. */
export type IdMap = Map<string, string>

/**
 * Adds to `ids` what hangs on an entry and is in both: by our id, else by what it says, from the
 * narrowest key to the widest. What is left on both sides of one row of a source is the same record with
 * another text; so are, where the entry itself is told by an id (`isSure`), its headword's form and a
 * sense left alone on both sides.
 */
export const matchParts = (
  incoming: Incoming,
  ours: Incoming,
  ids: IdMap,
  attribution: Attribution,
  isSure: boolean,
): void => {
  for (const table of ['forms', 'senses', 'examples', 'relations', 'media'] as const) {
    const left = {
      theirs: valuesOf(incoming.parts, table).map((values) => attributed(values, attribution)),
      ours: valuesOf(ours.parts, table),
    }
    const take = (pairs: readonly (readonly [Values, Values])[]) => {
      for (const [theirs, own] of pairs) ids.set(String(theirs.id), String(own.id))
      const taken = new Set(pairs.flat())
      left.theirs = left.theirs.filter((values) => !taken.has(values))
      left.ours = left.ours.filter((values) => !taken.has(values))
    }
    take(pairsBy(left.theirs, left.ours, (values) => String(values.id)))
    const mapped = (id: unknown) => ids.get(String(id)) ?? String(id)
    const { same, likely, sure } = KEYS[table]
    for (const key of same)
      take(
        pairsBy(
          left.theirs,
          left.ours,
          (values) => key(values, mapped),
          (values) => key(values, String),
        ),
      )
    if (table === 'forms' && isSure) {
      const headword = (side: readonly Values[], { entry }: Incoming) =>
        side.find(({ id }) => id === entry.value.headwordForm)
      const [theirs, own] = [headword(left.theirs, incoming), headword(left.ours, ours)]
      if (theirs !== undefined && own !== undefined) take([[theirs, own]])
    }
    for (const key of isSure ? [...likely, ...sure] : likely)
      take(
        pairsInOrder(
          left.theirs,
          left.ours,
          (values) => key(values, mapped),
          (values) => key(values, String),
        ),
      )
  }
}

/** What a record says; ids in it by their name in the dictionary. */
type Key = (values: Values, idOf: (id: unknown) => string) => string

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts)
const attested: Key = ({ source, sourceRow }) => keyOf(source, sourceRow)

const KEYS: Readonly<
  Record<
    Exclude<ContentTable, 'entries' | 'residue'>,
    {
      /** Records with one key are the same, in their order. */
      readonly same: readonly Key[]
      /** So they are where both sides have as many of them. */
      readonly likely: readonly Key[]
      /** And so they are in an entry that is told by an id. */
      readonly sure: readonly Key[]
    }
  >
> = {
  forms: {
    same: [
      (form) => keyOf(form.text, form.variety, form.source, form.sourceRow),
      (form) => keyOf(form.text, form.variety),
      (form) => keyOf(form.text),
    ],
    likely: [],
    sure: [],
  },
  senses: {
    same: [
      (sense) => keyOf(sense.glossVi, sense.glossEn, sense.source, sense.sourceRow),
      (sense) => keyOf(sense.glossVi, sense.glossEn),
    ],
    likely: [attested],
    sure: [() => ''],
  },
  examples: {
    same: [({ sense, text }, idOf) => keyOf(idOf(sense), text), ({ text }) => keyOf(text)],
    likely: [],
    sure: [({ sense }, idOf) => keyOf(idOf(sense))],
  },
  relations: {
    same: [({ kind, from, to }, idOf) => keyOf(kind, idOf(from), idOf(to))],
    likely: [],
    sure: [],
  },
  media: { same: [({ path }) => keyOf(path)], likely: [], sure: [] },
}

const valuesOf = (parts: readonly Part[], table: ContentTable): Values[] =>
  parts.filter((part) => part.table === table).map(({ row }) => row.value)

const pairsBy = (
  theirs: readonly Values[],
  ours: readonly Values[],
  theirKey: (values: Values) => string,
  ourKey: (values: Values) => string = theirKey,
): (readonly [Values, Values])[] => {
  if (theirs.length === 0 || ours.length === 0) return []
  const waiting = groupBy(ours, ourKey)
  return theirs.flatMap((values) => {
    const own = waiting.get(theirKey(values))?.shift()
    return own === undefined ? [] : [[values, own] as const]
  })
}

const pairsInOrder = (
  theirs: readonly Values[],
  ours: readonly Values[],
  theirKey: (values: Values) => string,
  ourKey: (values: Values) => string,
): (readonly [Values, Values])[] => {
  if (theirs.length === 0 || ours.length === 0) return []
  const groups = groupBy(ours, ourKey)
  return [...groupBy(theirs, theirKey)].flatMap(([key, group]) => {
    const own = groups.get(key) ?? []
    return own.length === group.length ? group.map((values, i) => [values, own[i]!] as const) : []
  })
}
