import type { Attribution } from '../formats/format'
import type { Entry } from '../lexicon/entry'
import type { EntryId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import { attributed, type Incoming, type Part, type Values } from './incoming'

/** What shows that an entry of a file is one of the dictionary's. The last is no more than a proposal. */
export const MATCHES = ['id', 'foreign-id', 'source-row', 'form-and-gloss'] as const
export type MatchedBy = (typeof MATCHES)[number]

/** An id told that the entries are one, or the entry is new. */
export const isSureMatch = (by: MatchedBy | undefined): boolean =>
  by === undefined || by === 'id' || by === 'foreign-id'

export interface Match {
  readonly entry: EntryId
  readonly by: MatchedBy
}

/**
 * Finds the entry of `ours` that an incoming one is: by our id, by the id it has elsewhere, by a form
 * with the same text from the same row of the same source. An entry that shares a form and a gloss, or
 * the row and a gloss, is proposed: only a person can tell whether it is the same.
 */
export const createMatcher = (
  ours: Lexicon,
  attribution: Attribution,
  guidOf: (id: string) => string,
): ((incoming: Incoming) => Match | undefined) => {
  if (ours.entries.length === 0) return () => undefined
  const ids = new Set(ours.entries.map(({ value }) => value.id))
  const byForeignId = lazily(() => uniqueBy(ours.entries, ({ foreignId }) => foreignId))
  const byGuid = lazily(() => new Map([...ids].map((id) => [guidOf(id), id])))
  const byAttestation = lazily(() => attestations(ours))
  const bySourceRow = lazily(() => sourceRows(ours))
  const byText = lazily(() => listsBy(ours.forms, ({ text, entry }) => [text, entry] as const))
  const glosses = lazily(() => glossesByEntry(ours))
  const successors = lazily(
    () => new Map(ours.retired.map(({ value }) => [value.id, value.successor])),
  )

  const matchForeign = ({ foreignId }: Entry): EntryId | undefined =>
    foreignId === undefined
      ? undefined
      : (byForeignId().get(foreignId) ?? (isGuid(foreignId) ? byGuid().get(foreignId) : undefined))

  const matchAttested = ({ entry, parts }: Incoming): EntryId | undefined => {
    const found = new Set<EntryId>()
    for (const values of formsOf(parts, attribution)) {
      const match = byAttestation().get(attestationOf(values, values.text))
      if (match === undefined || match === 'several') continue
      if (values.id === entry.value.headwordForm) return match
      found.add(match)
    }
    const [only, ...others] = found
    return others.length === 0 ? only : undefined
  }

  const propose = ({ entry, parts }: Incoming): EntryId | undefined => {
    const successor = successors().get(entry.value.id)
    if (successor !== undefined && ids.has(successor as EntryId)) return successor as EntryId
    const said = saidBy(parts)
    const shares = (id: EntryId) => [...(glosses().get(id) ?? [])].some((gloss) => said.has(gloss))
    for (const values of formsOf(parts, attribution)) {
      const same =
        byText().get(String(values.text))?.find(shares) ??
        bySourceRow().get(rowKey(values))?.find(shares)
      if (same !== undefined) return same
    }
    return undefined
  }

  return (incoming) => {
    const { value } = incoming.entry
    if (ids.has(value.id)) return { entry: value.id, by: 'id' }
    const foreign = matchForeign(value)
    if (foreign !== undefined) return { entry: foreign, by: 'foreign-id' }
    const attested = matchAttested(incoming)
    if (attested !== undefined) return { entry: attested, by: 'source-row' }
    const proposed = propose(incoming)
    return proposed === undefined ? undefined : { entry: proposed, by: 'form-and-gloss' }
  }
}

const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

const formsOf = (parts: readonly Part[], attribution: Attribution): readonly Values[] =>
  parts
    .filter(({ table }) => table === 'forms')
    .map(({ row }) => attributed(row.value, attribution))

const rowKey = ({ source, sourceRow }: Values): string => `${source}\u0000${sourceRow}`
const attestationOf = (values: Values, text: unknown): string => `${rowKey(values)}\u0000${text}`

/** By the text the form has now, and by the one its source has. */
const attestations = ({ forms }: Lexicon): ReadonlyMap<string, EntryId | 'several'> => {
  const entryByKey = new Map<string, EntryId | 'several'>()
  for (const { value } of forms) {
    const values = value as object as Values
    for (const text of new Set([value.text, value.sourceText ?? value.text])) {
      const key = attestationOf(values, text)
      const known = entryByKey.get(key) ?? value.entry
      entryByKey.set(key, known === value.entry ? known : 'several')
    }
  }
  return entryByKey
}

const sourceRows = ({ forms }: Lexicon): ReadonlyMap<string, readonly EntryId[]> =>
  listsBy(forms, (form) => [rowKey(form as object as Values), form.entry] as const)

const glossesByEntry = ({ senses }: Lexicon): ReadonlyMap<EntryId, ReadonlySet<string>> => {
  const glosses = new Map<EntryId, Set<string>>()
  for (const { value } of senses) {
    const said = glosses.get(value.entry) ?? new Set()
    for (const gloss of meaningsOf(value as object as Values)) said.add(gloss)
    glosses.set(value.entry, said)
  }
  return glosses
}

const saidBy = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ table, row }) => (table === 'senses' ? meaningsOf(row.value) : [])))

/** Glosses and the concept, each told apart from the others. */
const meaningsOf = ({ glossVi, glossEn, concept }: Values): string[] => [
  ...listOf(glossVi).map((gloss) => `vi ${gloss}`),
  ...listOf(glossEn).map((gloss) => `en ${gloss}`),
  ...(typeof concept === 'string' ? [`# ${concept}`] : []),
]

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Entries by a text of theirs that no other has. */
const uniqueBy = (
  rows: Lexicon['entries'],
  textOf: (entry: Entry) => string | undefined,
): ReadonlyMap<string, EntryId> => {
  const unique = new Map<string, EntryId | undefined>()
  for (const { value } of rows) {
    const text = textOf(value)
    if (text !== undefined) unique.set(text, unique.has(text) ? undefined : value.id)
  }
  const found = new Map<string, EntryId>()
  for (const [text, id] of unique) if (id !== undefined) found.set(text, id)
  return found
}

const listsBy = <Value, Item>(
  rows: readonly { readonly value: Value }[],
  pairOf: (value: Value) => readonly [key: string, item: Item],
): ReadonlyMap<string, readonly Item[]> => {
  const lists = new Map<string, Item[]>()
  for (const { value } of rows) {
    const [key, item] = pairOf(value)
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [item])
    else if (!list.includes(item)) list.push(item)
  }
  return lists
}

/**
 * Whether somebody has judged that the word of an incoming entry is none: the entry it matches, other
 * than by our id, has its headword as a form that is rejected, and no other form with that text.
 */
export const rejectedForms = (ours: Lexicon): ((incoming: Incoming, match: Match) => boolean) => {
  const rejected = new Set<string>()
  const standing = new Set<string>()
  for (const { value } of ours.forms) {
    const side = value.reviewState === 'rejected' ? rejected : standing
    side.add(keyOfForm(value.entry, value.text))
    if (value.sourceText !== undefined) side.add(keyOfForm(value.entry, value.sourceText))
  }
  return ({ entry }, match) => {
    const key = keyOfForm(match.entry, entry.value.headword)
    return match.by !== 'id' && rejected.has(key) && !standing.has(key)
  }
}

const keyOfForm = (entry: string, text: string): string => `${entry}\u0000${text}`
