import type { FullEntry } from '../lexicon/full-entry'
import { err, ok, type Result } from '../lexicon/result'
import { type PackError, type PackHead, type Ports, readHead, readSection } from './container'
import { decodeListRow, parseJson } from './list-row'
import { openRows, type Rows } from './rows'
import type { Groups, ListRow, PackAbout, PackMeta, SectionName } from './sections'

export type DictionaryError =
  | PackError
  /** The sections are of the pack, but not on the device: still to come, or removed. */
  | { readonly kind: 'not-here-yet'; readonly sections: readonly SectionName[] }

/** Sections as stored; those that are not there are left out. */
export type SectionSource = (
  names: readonly SectionName[],
) => Promise<ReadonlyMap<SectionName, Uint8Array>>

/** An opened pack. The first tier is read; the rest is read, verified and kept when asked for. */
export interface Dictionary {
  readonly meta: PackMeta
  readonly head: PackHead
  readonly list: Rows
  /** The pack has unconfirmed entries, on this device or not. */
  readonly hasDrafts: boolean
  /** Opened with drafts, and they are here: rows that stand in for those of `list`, or add to them. */
  readonly draftList?: Rows
  /** Without options: drafts first where they are open. */
  listRow(number: number, options?: { readonly drafts: boolean }): ListRow | undefined
  /** Raw, starting at a multiple of four in its buffer: `keys`, `glosses`, and with drafts `draft-keys`, `draft-glosses`. */
  section(name: SectionName): Uint8Array | undefined
  about(): Promise<Result<PackAbout, DictionaryError>>
  groups(): Promise<Result<Groups, DictionaryError>>
  draftGroups(): Promise<Result<Groups, DictionaryError>>
  /** Share-alike forms stand among the others. Undefined: no entry has the number. */
  entry(
    number: number,
    options: { readonly drafts: boolean },
  ): Promise<Result<FullEntry | undefined, DictionaryError>>
}

const FIRST = ['meta', 'list', 'keys', 'glosses']
const FIRST_OF_DRAFTS = ['draft-list', 'draft-keys', 'draft-glosses']

/**
 * Opens a pack by its head. Fails with `not-here-yet` while the first tier is not all there; drafts
 * that are asked for and not all there are left out.
 */
export const openDictionary = async (
  headBytes: Uint8Array,
  source: SectionSource,
  ports: Ports,
  { drafts }: { readonly drafts: boolean },
): Promise<Result<Dictionary, DictionaryError>> => {
  const headRead = await readHead(headBytes, ports.hash)
  if (!headRead.ok) return headRead
  const head = headRead.value
  const read = createSectionReader(head, source, ports)

  const first = await read(FIRST)
  if (!first.ok) return first
  const draftSections = drafts && has(head, 'draft-list') ? await read(FIRST_OF_DRAFTS) : undefined
  if (draftSections && !draftSections.ok && draftSections.error.kind !== 'not-here-yet')
    return draftSections

  const meta = decodeMeta(first.value.get('meta')!)
  const list = openRows(first.value.get('list')!)
  if (meta === undefined) return damaged('meta')
  if (list === undefined) return damaged('list')
  const raw = new Map(first.value)
  let draftList: Rows | undefined
  if (draftSections?.ok) {
    draftList = openRows(draftSections.value.get('draft-list')!)
    if (draftList === undefined) return damaged('draft-list')
    for (const [name, section] of draftSections.value) raw.set(name, section)
  }

  let entryReader: Dictionary['entry'] | undefined
  const rowOf = createRowReader(list)
  const draftRowOf = draftList && createRowReader(draftList)
  return ok({
    meta,
    head,
    list,
    hasDrafts: has(head, 'draft-list'),
    ...(draftList && { draftList }),
    listRow: (number, options) =>
      (options?.drafts === false ? undefined : draftRowOf?.(number)) ?? rowOf(number),
    section: (name) => raw.get(name),
    about: () => readJson<PackAbout>(read, 'about'),
    groups: () => readJson<Groups>(read, 'groups'),
    draftGroups: () => readJson<Groups>(read, 'draft-groups'),
    entry: async (number, options) => {
      const { createEntryReader } = await import('./entry-reader')
      entryReader ??= createEntryReader(meta, head, read)
      return entryReader(number, options)
    },
  })
}

/** Rows are decoded when first asked for, and kept: a search asks for the same ones at every key. */
const createRowReader = (rows: Rows) => {
  const known = new Map<number, ListRow | undefined>()
  return (number: number): ListRow | undefined => {
    if (!known.has(number) && rows.has(number))
      known.set(number, decodeListRow(number, rows.text(number) ?? ''))
    return known.get(number)
  }
}

export const has = (head: PackHead, name: SectionName) =>
  head.sections.some((row) => row.name === name)

export type SectionReader = (
  names: readonly SectionName[],
) => Promise<Result<ReadonlyMap<SectionName, Uint8Array>, DictionaryError>>

/** Reads sections raw and verified, all or none. */
const createSectionReader =
  (head: PackHead, source: SectionSource, ports: Ports): SectionReader =>
  async (names) => {
    const unknown = names.find((name) => !has(head, name))
    if (unknown !== undefined) return damaged(unknown)
    const stored = await source(names)
    const missing = names.filter((name) => !stored.has(name))
    if (missing.length > 0) return err({ kind: 'not-here-yet', sections: missing })
    const read = await Promise.all(
      names.map((name) => readSection(head, name, stored.get(name)!, ports)),
    )
    const sections = new Map<SectionName, Uint8Array>()
    for (const [i, section] of read.entries()) {
      if (!section.ok) return section
      const { value } = section
      sections.set(names[i]!, value.byteOffset % 4 === 0 ? value : value.slice())
    }
    return ok(sections)
  }

const readJson = async <Value>(
  read: SectionReader,
  name: SectionName,
): Promise<Result<Value, DictionaryError>> => {
  const section = await read([name])
  if (!section.ok) return section
  const value = parseJson(new TextDecoder().decode(section.value.get(name)!))
  return isRecord(value) ? ok(value as Value) : damaged(name)
}

const decodeMeta = (bytes: Uint8Array): PackMeta | undefined => {
  const value = parseJson(new TextDecoder().decode(bytes))
  const lists = ['graphemes', 'equivalences', 'varieties', 'barMarks']
  return isRecord(value) &&
    typeof value.code === 'string' &&
    lists.every((name) => Array.isArray(value[name]))
    ? (value as unknown as PackMeta)
    : undefined
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const damaged = (what: string): Result<never, DictionaryError> =>
  err({ kind: 'pack-damaged', what })
