import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { LanguageCode } from '../lexicon/ids'
import type { Result } from '../lexicon/result'
import { type Ports, readHead } from '../pack/container'
import {
  type Dictionary,
  type DictionaryError,
  openDictionary,
  type SectionSource,
} from '../pack/dictionary'
import type { PackListing } from '../pack/sections'
import { emptyShelf, type Shelf } from './shelf'

/** What there is of each language, and how it is opened; what fills it is keeper.ts. */
export interface Library {
  /** One for every language, in the order of the index. */
  readonly shelves: ReadonlySignal<readonly Shelf[]>
  shelf(language: LanguageCode): Shelf | undefined
  /** Puts a shelf in the place of the one of its language, or at the end. */
  set(shelf: Shelf): void
  put(language: LanguageCode, part: Partial<Shelf>): void
  /** Opens a pack from wherever its sections are, and puts it on its shelf. */
  openPack(
    language: LanguageCode,
    head: Uint8Array,
    source: SectionSource,
    drafts: boolean,
  ): Promise<Result<Dictionary, DictionaryError>>
  /** Opens the beginning of a pack, as it came, before anything else is known: the first answer. */
  openStarter(language: LanguageCode, bytes: Uint8Array): Promise<void>
}

export const createLibrary = (listings: readonly PackListing[], ports: Ports): Library => {
  const shelves = signal<readonly Shelf[]>(listings.map(emptyShelf))
  const library: Library = {
    shelves,
    shelf: (language) => shelves.value.find((other) => other.language === language),
    set: (shelf) => {
      const isKnown = library.shelf(shelf.language) !== undefined
      shelves.value = isKnown
        ? shelves.value.map((other) => (other.language === shelf.language ? shelf : other))
        : [...shelves.value, shelf]
    },
    put: (language, part) => {
      const shelf = library.shelf(language)
      if (shelf !== undefined) library.set({ ...shelf, ...part })
    },
    openPack: async (language, head, source, drafts) => {
      const opened = await openDictionary(head, source, ports, { drafts })
      if (opened.ok) library.put(language, { dictionary: opened.value })
      return opened
    },
    openStarter: async (language, bytes) => {
      const head = await readHead(bytes, ports.hash)
      if (!head.ok) return
      const source: SectionSource = async (names) =>
        new Map(
          head.value.sections
            .filter(({ name, offset }) => names.includes(name) && offset < bytes.length)
            .map(({ name, offset, storedLength }) => [
              name,
              bytes.subarray(offset, offset + storedLength),
            ]),
        )
      const opened = await openDictionary(bytes, source, ports, { drafts: false })
      // A fault is not told here: the keeper fetches the pack with care, and tells. Nor does the
      // starter take the place of what the keeper opened meanwhile.
      if (opened.ok && library.shelf(language)?.dictionary === undefined)
        library.put(language, { dictionary: opened.value })
    },
  }
  return library
}
