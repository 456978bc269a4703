import { ENTRY_FIELDS, type Entry } from '../../lexicon/entry'
import type { Example } from '../../lexicon/example'
import type { Form } from '../../lexicon/form'
import type { EntryId, ExampleId, FormId, MediaId, RelationId, SenseId } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import type { Place } from '../../lexicon/problem'
import type { Relation } from '../../lexicon/relation'
import type { Residue } from '../../lexicon/retired'
import type { Sense } from '../../lexicon/sense'
import type { Attribution } from '../format'
import type { Line } from './lines'
import type { RecordKind } from './own-line'

export type Writable<Value> = { -readonly [Name in keyof Value]: Value[Name] }

/** A record that was begun, with the id it has if the file gives it none. */
export interface Made {
  readonly kind: RecordKind
  readonly record: { id: string }
  readonly provisional: string
  readonly line: number
}

/** What became of a line: `slot` names the field it fills (`ge 2`); none: it is kept as residue. */
export interface Mark {
  readonly line: Line
  owner: { readonly id: string }
  /** 0: the entry; 1, 2 …: its senses. */
  readonly scope: number
  slot: string | undefined
}

/** A relation whose target is looked up when all entries are known. */
export interface Reference {
  readonly relation: Writable<Relation>
  /** The entry or sense that states it. */
  readonly from: { readonly id: string }
  readonly text: string
  readonly mark: Mark
}

export interface DraftSense {
  readonly sense: Writable<Sense>
  readonly examples: Writable<Example>[]
  relations: Writable<Relation>[]
}

/** An entry as its lines say it, before ids and references are settled. */
export interface Draft {
  readonly entry: Writable<Entry>
  readonly forms: Writable<Form>[]
  readonly media: Writable<Media>[]
  relations: Writable<Relation>[]
  readonly senses: DraftSense[]
  /** Of a subentry: the relation that its `\se` states, and the entry it stands under. */
  under?: Writable<Relation>
  readonly main?: { readonly id: string }
  readonly made: Made[]
  readonly marks: Mark[]
  readonly references: Reference[]
  /** Residue in lines of ours, with the record it hangs on. */
  readonly kept: { readonly owner: { readonly id: string }; readonly row: Residue }[]
  /** Columns of the entry that a line of ours gives. */
  readonly said: Set<string>
  readonly place: (line: number, column?: string) => Place
}

/** Makes the records of one entry, each with what holds where the file does not say. */
export const createMaker = (
  provisional: string,
  attribution: Attribution,
  sourceRow: string,
  made: Made[],
) => {
  const counts = { f: 0, s: 0, r: 0, m: 0 }
  const { variety, source } = attribution
  const stated = {
    source,
    sourceRow,
    licence: attribution.licence,
    reviewState: attribution.reviewState,
  }
  const begin = <Value extends { id: string }>(kind: RecordKind, record: Value, line: number) => {
    made.push({ kind, record, provisional: record.id, line })
    return record
  }
  const next = (letter: keyof typeof counts): string =>
    `${provisional}-${letter}${++counts[letter]}`
  const entry = provisional as EntryId
  return {
    entry: (headword: string, line: number): Writable<Entry> =>
      begin('entry', { id: entry, number: 0, variety, headwordForm: '' as FormId, headword }, line),
    form: (kind: Form['kind'], text: string, line: number): Writable<Form> =>
      begin('form', { id: next('f') as FormId, entry, variety, kind, text, ...stated }, line),
    sense: (line: number): Writable<Sense> => {
      const id = next('s') as SenseId
      return begin('sense', { id, entry, glossVi: [], glossEn: [], topics: [], ...stated }, line)
    },
    example: (sense: DraftSense, text: string, line: number): Writable<Example> => {
      const base = made.find(({ record }) => record === sense.sense)?.provisional
      const id = `${base}-x${sense.examples.length + 1}` as ExampleId
      return begin('example', { id, sense: sense.sense.id, variety, text, ...stated }, line)
    },
    relation: (kind: Relation['kind'], line: number): Writable<Relation> =>
      begin('relation', { id: next('r') as RelationId, kind, from: '', to: '', source }, line),
    media: (kind: Media['kind'], path: string, line: number): Writable<Media> => {
      const { source, licence, reviewState } = stated
      const known = { sha256: '', variety, source, licence, reviewState }
      return begin('media', { id: next('m') as MediaId, entry, kind, path, ...known }, line)
    },
  }
}

/** The n-th line of one marker that a record has: `ge`, `ge 2`. */
export const slotName = (role: string, n: number): string => (n === 1 ? role : `${role} ${n}`)

/** Puts the ids that records have come to have into those that refer to them. */
export const settleIds = (draft: Draft): void => {
  const { entry, forms, media, senses, said } = draft
  const [headword] = forms
  if (headword !== undefined) {
    if (!said.has(ENTRY_FIELDS.headwordForm.column)) entry.headwordForm = headword.id
    if (!said.has(ENTRY_FIELDS.headword.column)) entry.headword = headword.text
    if (!said.has(ENTRY_FIELDS.variety.column)) entry.variety = headword.variety
  }
  for (const form of forms) form.entry = entry.id
  for (const clip of media) clip.entry = entry.id
  for (const { sense, examples } of senses) {
    sense.entry = entry.id
    for (const example of examples) example.sense = sense.id
  }
  if (draft.under !== undefined) {
    draft.under.from = entry.id
    draft.under.to = draft.main?.id ?? ''
  }
}
