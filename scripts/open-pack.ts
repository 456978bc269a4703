import type { FullEntry } from '../src/lexicon/full-entry'
import type { Lexicon } from '../src/lexicon/lexicon'
import { ok, type Result } from '../src/lexicon/result'
import { readWhole } from '../src/pack/container'
import { type Dictionary, type DictionaryError, openDictionary } from '../src/pack/dictionary'
import { packSections } from '../src/pack/pack-sections'
import type { SectionName } from '../src/pack/sections'
import { writeContainer } from '../src/pack/write-container'
import { deriveSections } from '../src/search/derive'
import { nodePorts } from './ports'

/** A dictionary with a way to its entries that reads each once. */
export interface OpenedPack {
  readonly dictionary: Dictionary
  readonly entry: (number: number) => Promise<Result<FullEntry | undefined, DictionaryError>>
}

interface Options {
  readonly drafts: boolean
}

/** Opens the bytes of a `.rong` file, which must be whole; drafts only where it holds them. */
export const openPack = async (
  bytes: Uint8Array,
  options: Options,
): Promise<Result<OpenedPack, DictionaryError>> => {
  const stored = await readWhole(bytes, nodePorts)
  return stored.ok ? openStored(bytes, stored.value, options) : stored
}

/** Compiles a lexicon and opens it, with nothing written. The sections are those of its pack. */
export const compileInMemory = async (lexicon: Lexicon, options: Options): Promise<OpenedPack> => {
  // What is read right away need not be made small.
  const ports = { ...nodePorts, deflate: async (bytes: Uint8Array) => bytes }
  const sections = packSections(lexicon, deriveSections)
  const { bytes } = await writeContainer(lexicon.language.code, sections, ports)
  const raw = new Map(sections.map((section) => [section.name, section.raw]))
  const opened = await openStored(bytes, raw, options)
  if (!opened.ok) throw new Error(`The pack just made cannot be opened: ${opened.error.kind}`)
  return opened.value
}

const openStored = async (
  bytes: Uint8Array,
  stored: ReadonlyMap<SectionName, Uint8Array>,
  { drafts }: Options,
): Promise<Result<OpenedPack, DictionaryError>> => {
  const source = async (names: readonly SectionName[]) =>
    new Map(names.flatMap((name) => (stored.has(name) ? [[name, stored.get(name)!]] : [])))
  const opened = await openDictionary(bytes, source, nodePorts, { drafts })
  if (!opened.ok) return opened
  const dictionary = opened.value
  const known = new Map<number, ReturnType<OpenedPack['entry']>>()
  const entry: OpenedPack['entry'] = (number) => {
    const read = known.get(number) ?? dictionary.entry(number, { drafts })
    known.set(number, read)
    return read
  }
  return ok({ dictionary, entry })
}
