import type { FullEntry } from '../lexicon/full-entry'
import { err, ok, type Result } from '../lexicon/result'
import {
  crc32,
  type PackHead,
  type Ports,
  readHead,
  readSection,
  readWhole,
  rowsOf,
  type SectionRow,
} from './container'
import type { DictionaryError, SectionSource } from './dictionary'
import { decodeEntry, entryBlocks } from './entries'
import { parseJson } from './list-row'
import type { Derive } from './pack-sections'
import { openRows, type Rows } from './rows'
import type { PackMeta, SectionName } from './sections'
import { writeRows } from './write-rows'

/**
 * A delta leads from one release's pack to another by the rows that differ. It is a container of its
 * own (write-delta.ts writes it) whose sections are
 *
 *     delta             JSON: from and to, the hashes of the two heads; release, the newer one's
 *     head              the newer pack's head, to the byte
 *     meta-changes,     JSON: those of their properties that changed; or, where that does not give
 *     about-changes     the newer bytes, `meta` and `about` themselves
 *     rows              texts of changed and new entries by number; empty: the entry is gone
 *     share-alike-rows  the same of `share-alike`
 *     draft-rows        the same of the draft blocks
 *
 * Applied, it gives the newer pack's sections byte for byte, or nothing.
 */
export interface UpdatedPack {
  readonly headBytes: Uint8Array
  readonly head: PackHead
  /** By name, each as stored or raw: `readSection` reads either. */
  readonly sections: ReadonlyMap<SectionName, Uint8Array>
}

export interface DeltaPorts extends Ports {
  /** Where there is one, sections it deflates to the newer pack's own bytes are given so. */
  deflate?(bytes: Uint8Array): Promise<Uint8Array>
}

type Outcome<Value> = Promise<Result<Value, DictionaryError>>
type Texts = Map<number, string>

/**
 * The newer pack, from the older one and a delta that starts from it. The drafts tier is updated where
 * all of it is on the device and left out otherwise. On any error, whole sections are the way on.
 */
export const applyDelta = async (
  base: { readonly headBytes: Uint8Array; readonly source: SectionSource },
  delta: Uint8Array,
  ports: DeltaPorts,
  derive: Derive,
): Outcome<UpdatedPack> => {
  const change = await openDelta(delta, ports)
  if (!change.ok) return change
  const { from, headBytes, head } = change.value
  const baseHead = await readHead(base.headBytes, ports.hash)
  if (!baseHead.ok) return baseHead
  if (baseHead.value.hash !== from) return damaged('delta')

  const older = await openOlder(baseHead.value, base.source, ports)
  if (!older.ok) return older
  const built = buildSections(older.value, change.value, derive)
  if (!built.ok) return built

  const drafts = rowsOf(head, 'drafts')
  const wanted = head.sections.filter((row) => older.value.withDrafts || !drafts.includes(row))
  const sections = new Map<SectionName, Uint8Array>()
  for (const row of wanted) {
    const raw = built.value.get(row.name)
    if (raw === undefined) return damaged(row.name)
    const verified = await readSection(head, row.name, raw, ports)
    if (!verified.ok || raw.length !== row.rawLength) return damaged(row.name)
    sections.set(row.name, await stored(row, raw, ports))
  }
  return ok({ headBytes, head, sections })
}

interface Change {
  readonly from: string
  readonly headBytes: Uint8Array
  readonly head: PackHead
  /** Raw sections of the delta. */
  readonly sections: ReadonlyMap<SectionName, Uint8Array>
}

const openDelta = async (delta: Uint8Array, ports: Ports): Outcome<Change> => {
  const sections = await readAll(delta, ports)
  if (!sections.ok) return sections
  const about = parseJson(textOf(sections.value.get('delta')))
  const headBytes = sections.value.get('head')
  if (headBytes === undefined || typeof about !== 'object' || about === null)
    return damaged('delta')
  const said = new Map<string, unknown>(Object.entries(about))
  const from = said.get('from')
  const head = await readHead(headBytes, ports.hash)
  if (!head.ok) return head
  if (typeof from !== 'string' || head.value.hash !== said.get('to')) return damaged('delta')
  return ok({ from, headBytes, head: head.value, sections: sections.value })
}

/** Every section that a container at hand holds, raw. */
export const readAll = async (
  bytes: Uint8Array,
  ports: Ports,
): Outcome<ReadonlyMap<SectionName, Uint8Array>> => {
  const head = await readHead(bytes, ports.hash)
  if (!head.ok) return head
  const whole = await readWhole(bytes, ports)
  return whole.ok ? readRaw(head.value, whole.value, ports) : whole
}

const readRaw = async (
  head: PackHead,
  sections: ReadonlyMap<SectionName, Uint8Array>,
  ports: Ports,
): Outcome<ReadonlyMap<SectionName, Uint8Array>> => {
  const raw = new Map<SectionName, Uint8Array>()
  for (const [name, bytes] of sections) {
    const section = await readSection(head, name, bytes, ports)
    if (!section.ok) return section
    raw.set(name, section.value)
  }
  return ok(raw)
}

interface Older {
  readonly raw: ReadonlyMap<SectionName, Uint8Array>
  readonly withDrafts: boolean
}

/** What the delta builds on: all but what is derived anyway. */
const openOlder = async (head: PackHead, source: SectionSource, ports: Ports): Outcome<Older> => {
  const names = head.sections.map(({ name }) => name).filter(isKeptByRows)
  const here = await source(names)
  const missing = names.filter((name) => !here.has(name))
  const withDrafts = !missing.some((name) => name.startsWith('draft-'))
  const missed = missing.filter((name) => !name.startsWith('draft-'))
  if (missed.length > 0) return err({ kind: 'not-here-yet', sections: missed })
  const raw = await readRaw(head, here, ports)
  return raw.ok ? ok({ raw: raw.value, withDrafts }) : raw
}

const isKeptByRows = (name: SectionName) =>
  name === 'meta' || name === 'about' || ROW_SECTIONS.some(({ of }) => of(name))

/** Which rows of a delta change which sections of a pack. */
export const ROW_SECTIONS = [
  { rows: 'rows', of: (name: SectionName) => name.startsWith('entries/') },
  { rows: 'share-alike-rows', of: (name: SectionName) => name === 'share-alike' },
  { rows: 'draft-rows', of: (name: SectionName) => name.startsWith('draft-entries/') },
] as const

const buildSections = (
  { raw, withDrafts }: Older,
  { sections: change }: Change,
  derive: Derive,
): Result<ReadonlyMap<SectionName, Uint8Array>, DictionaryError> => {
  const built = new Map<SectionName, Uint8Array>()
  for (const name of ['meta', 'about']) {
    const changes = change.get(`${name}-changes`)
    const section = change.get(name) ?? withChanges(raw.get(name), changes)
    if (section === undefined) return damaged(name)
    built.set(name, section)
  }
  const meta = parseJson(textOf(built.get('meta')))
  const [texts, apart, draftTexts] = ROW_SECTIONS.map(({ rows, of }) =>
    changedTexts(textsOf(raw, of), change.get(rows)),
  )
  if (!texts || !apart || !draftTexts) return damaged('rows')

  const published = decodeAll(texts)
  const drafts = withDrafts ? decodeAll(draftTexts) : []
  if (published === undefined || drafts === undefined) return damaged('rows')
  const add = (prefix: string, sections: Iterable<readonly [SectionName, Uint8Array]>) => {
    for (const [name, section] of sections) built.set(prefix + name, section)
  }
  // The section is verified, so it is what the compiler wrote.
  add('', derive(meta as PackMeta, published))
  add('', entryBlocks(texts))
  if (apart.size > 0)
    built.set('share-alike', writeRows([...apart].map(([number, text]) => ({ number, text }))))
  if (drafts.length > 0) {
    add('draft-', derive(meta as PackMeta, drafts))
    add('draft-', entryBlocks(draftTexts))
  }
  return ok(built)
}

/** A JSON object with some properties put in the place of its own. */
export const withChanges = (
  section: Uint8Array | undefined,
  changes: Uint8Array | undefined,
): Uint8Array | undefined => {
  if (section === undefined || changes === undefined) return section
  const merged = Object.assign({}, parseJson(textOf(section)), parseJson(textOf(changes)))
  return new TextEncoder().encode(JSON.stringify(merged))
}

/** The texts of all sections that `of` names, by number; none when one of them is not rows. */
export const textsOf = (
  raw: ReadonlyMap<SectionName, Uint8Array>,
  of: (name: SectionName) => boolean,
): Texts | undefined => {
  const texts: Texts = new Map()
  for (const [name, section] of raw) {
    if (!of(name)) continue
    const rows = openRows(section)
    if (rows === undefined) return undefined
    addTexts(texts, rows)
  }
  return texts
}

const changedTexts = (
  texts: Texts | undefined,
  change: Uint8Array | undefined,
): Texts | undefined => {
  if (texts === undefined || change === undefined) return texts
  const rows = openRows(change)
  if (rows === undefined) return undefined
  addTexts(texts, rows)
  for (const [number, text] of texts) if (text === '') texts.delete(number)
  return texts
}

const addTexts = (texts: Texts, rows: Rows) => {
  for (const number of rows.numbers()) texts.set(number, rows.text(number) ?? '')
}

/** Ascending by number, as `derive` wants them. */
const decodeAll = (texts: Texts): readonly FullEntry[] | undefined => {
  const entries: FullEntry[] = []
  for (const [number, text] of [...texts].sort(([a], [b]) => a - b)) {
    const entry = decodeEntry(number, text)
    if (entry === undefined) return undefined
    entries.push(entry)
  }
  return entries
}

const stored = async (
  row: SectionRow,
  raw: Uint8Array,
  { deflate }: DeltaPorts,
): Promise<Uint8Array> => {
  if (row.codec === 'none' || deflate === undefined) return raw
  const deflated = await deflate(raw)
  return deflated.length === row.storedLength && crc32(deflated) === row.crc32 ? deflated : raw
}

const textOf = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const damaged = (what: string): Result<never, DictionaryError> =>
  err({ kind: 'pack-damaged', what })
