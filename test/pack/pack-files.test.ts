import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { packMeta } from '../../src/pack/about'
import {
  publishedLength,
  readHead,
  readSection,
  readStarter,
  readWhole,
  rowsOf,
} from '../../src/pack/container'
import { packFiles } from '../../src/pack/pack-files'
import { packSections } from '../../src/pack/pack-sections'
import { fullEntries } from '../../src/pack/publish'
import type { PackIndex } from '../../src/pack/sections'
import { writeContainer } from '../../src/pack/write-container'
import { deriveList, entryOf, formOf, lexiconOf } from './lexicon'

const lexicon: Lexicon = lexiconOf([
  entryOf(1, [formOf('f1')]),
  entryOf(2, [formOf('f2', { text: 'jar', reviewState: 'draft' })]),
])
const { bytes, head } = await writeContainer(
  'xo-dang',
  packSections(lexicon, deriveList),
  nodePorts,
)
const meta = packMeta(lexicon, fullEntries(lexicon))
const delta = { from: 'ab'.repeat(32), bytes: Uint8Array.of(1, 2, 3) }
const files = await packFiles([{ meta, head, bytes, deltas: [delta] }], nodePorts.hash)
const index: PackIndex = JSON.parse(new TextDecoder().decode(files.get('index.json')))
const [listing] = index.packs

describe('packFiles', () => {
  test('lists the pack with its head and its counts', () => {
    expect(index.format).toBe(1)
    expect(listing).toMatchObject({
      language: 'xo-dang',
      release: '2026.11.0',
      entryCount: 1,
      draftCount: 1,
      head: head.hash,
      starter: { file: `xo-dang-${head.hash.slice(0, 8)}.starter` },
      whole: { file: 'xo-dang-2026.11.0.rong', bytes: publishedLength(head) },
      deltas: [{ from: delta.from, bytes: 3 }],
    })
  })

  test('lists every file with its length, and no file beside', () => {
    const listed = [listing!.starter, listing!.whole, ...listing!.sections, ...listing!.deltas]
    for (const { file, bytes } of listed) expect(files.get(file)!.length, file).toBe(bytes)
    expect(new Set([...files.keys()])).toEqual(
      new Set(['index.json', ...listed.map(({ file }) => file)]),
    )
  })

  test('puts into the starter and the section files what the pack holds', async () => {
    expect(await readStarter(files.get(listing!.starter.file)!, nodePorts)).toMatchObject({
      ok: true,
    })
    expect(await readWhole(files.get(listing!.whole.file)!, nodePorts)).toMatchObject({ ok: true })
    const known = await readHead(files.get(listing!.starter.file)!, nodePorts.hash)
    for (const { name, file } of listing!.sections)
      expect(
        known.ok && (await readSection(known.value, name, files.get(file)!, nodePorts)),
      ).toMatchObject({ ok: true })
  })
  test('puts no byte of the drafts into the .rong file', async () => {
    const whole = files.get(listing!.whole.file)!
    const drafts = rowsOf(head, 'drafts')
    expect(drafts.length).toBeGreaterThan(0)
    for (const { offset } of drafts) expect(offset).toBeGreaterThanOrEqual(whole.length)
    const isOfDrafts = ({ name }: { readonly name: string }) => name.startsWith('draft-')
    const others = listing!.sections.filter((section) => !isOfDrafts(section))
    for (const { file } of listing!.sections.filter(isOfDrafts))
      if (!others.some((section) => section.file === file))
        expect(Buffer.from(whole).includes(Buffer.from(files.get(file)!)), file).toBe(false)
    const read = await readWhole(whole, nodePorts)
    expect(read.ok && [...read.value.keys()]).toEqual(
      head.sections.map(({ name }) => name).filter((name) => !name.startsWith('draft-')),
    )
  })
})
