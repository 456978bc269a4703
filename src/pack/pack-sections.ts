import type { FullEntry } from '../lexicon/full-entry'
import type { Lexicon } from '../lexicon/lexicon'
import { packAbout, packMeta } from './about'
import { encodeEntry, encodeForms, entryBlocks } from './entries'
import { fullEntries } from './publish'
import type { PackMeta, SectionName } from './sections'
import type { RawSection } from './write-container'
import { writeRows } from './write-rows'

/**
 * `deriveSections` of search, which stands to the right of this folder: what is derived from a set
 * of entries, `list`, `keys`, `glosses` and `groups`, as raw bytes.
 */
export type Derive = (
  meta: PackMeta,
  entries: readonly FullEntry[],
) => ReadonlyMap<SectionName, Uint8Array>

/** The sections of a lexicon's pack, raw. The same lexicon gives the same bytes. */
export const packSections = (lexicon: Lexicon, derive: Derive): readonly RawSection[] => {
  const entries = fullEntries(lexicon)
  const meta = packMeta(lexicon, entries)
  const sections = new Map<SectionName, Uint8Array>([
    ['meta', json(meta)],
    ['about', json(packAbout(lexicon, entries))],
    ...derive(meta, entries.published),
    ...blocksOf(entries.published),
  ])
  if (entries.shareAlike.size > 0)
    sections.set(
      'share-alike',
      writeRows(
        [...entries.shareAlike].map(([number, forms]) => ({
          number,
          text: encodeForms(number, forms),
        })),
      ),
    )
  if (entries.drafts.length > 0)
    for (const [name, raw] of [...derive(meta, entries.drafts), ...blocksOf(entries.drafts)])
      sections.set(`draft-${name}`, raw)
  return [...sections].map(([name, raw]) => ({ name, raw })).sort(byPlace)
}

const blocksOf = (entries: readonly FullEntry[]) =>
  entryBlocks(entries.map((full) => [full.entry.number, encodeEntry(full)]))

/** Within a tier: what is opened first comes first, then the blocks in order of number. */
const PLACES = ['meta', 'list', 'keys', 'glosses', 'about', 'groups', 'entries', 'share-alike']

const byPlace = (a: RawSection, b: RawSection): number => placeOf(a.name) - placeOf(b.name)

const placeOf = (name: SectionName): number => {
  const [kind, block] = name.replace(/^draft-/, '').split('/')
  return PLACES.indexOf(kind!) * 1e9 + Number(block ?? 0)
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
