import type { FullEntry } from '../src/lexicon/full-entry'
import type { Lexicon } from '../src/lexicon/lexicon'
import { ok, type Result } from '../src/lexicon/result'
import { type PackHead, readHead } from '../src/pack/container'
import { type Dictionary, type DictionaryError, openDictionary } from '../src/pack/dictionary'
import { packSections } from '../src/pack/pack-sections'
import { writeContainer } from '../src/pack/write-container'
import { deriveSections } from '../src/search/derive'
import { nodePorts } from './ports'

/** A dictionary with a way to its entries that stays quick when all of them are asked for. */
export interface OpenedPack {
  readonly dictionary: Dictionary
  readonly entry: (number: number) => Promise<Result<FullEntry | undefined, DictionaryError>>
}

interface Options {
  readonly drafts: boolean
}

/** Opens the bytes of a whole `.rong` file. */
export const openPack = async (
  bytes: Uint8Array,
  { drafts }: Options,
): Promise<Result<OpenedPack, DictionaryError>> => {
  const head = await readHead(bytes, nodePorts.hash)
  if (!head.ok) return head
  const opened = await openDictionary(bytes, sectionsOf(bytes, head.value), nodePorts, { drafts })
  if (!opened.ok) return opened
  const dictionary = opened.value
  const known = new Map<number, Promise<Result<FullEntry | undefined, DictionaryError>>>()
  const entry: OpenedPack['entry'] = (number) => {
    const read = known.get(number) ?? dictionary.entry(number, { drafts })
    known.set(number, read)
    return read
  }
  return ok({ dictionary, entry })
}

/** Compiles a lexicon and opens it, with nothing written. The sections are those of its pack. */
export const compileInMemory = async (
  lexicon: Lexicon,
  { drafts }: Options,
): Promise<OpenedPack> => {
  // What is read right away need not be made small.
  const ports = { ...nodePorts, deflate: async (bytes: Uint8Array) => bytes }
  const sections = packSections(lexicon, deriveSections)
  const { bytes } = await writeContainer(lexicon.language.code, sections, ports)
  const opened = await openPack(bytes, { drafts })
  if (!opened.ok) throw new Error(`The pack just made is not one: ${opened.error.kind}`)
  return opened.value
}

const sectionsOf = (bytes: Uint8Array, head: PackHead) => async (names: readonly string[]) =>
  new Map(
    head.sections
      .filter(({ name }) => names.includes(name))
      .map(({ name, offset, storedLength }) => [
        name,
        bytes.subarray(offset, offset + storedLength),
      ]),
  )
