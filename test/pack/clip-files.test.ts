import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import type { Licence, MediaId } from '../../src/lexicon/ids'
import { packMeta } from '../../src/pack/about'
import { listClips, readClip } from '../../src/pack/clip-block'
import { clipBlockFile, readClipIndex } from '../../src/pack/clip-index'
import { packFiles } from '../../src/pack/pack-files'
import { packSections } from '../../src/pack/pack-sections'
import { fullEntries } from '../../src/pack/publish'
import type { PackIndex } from '../../src/pack/sections'
import {
  MAX_BLOCK_BYTES,
  type PublishedClip,
  publishedClips,
  writeClips,
} from '../../src/pack/write-clips'
import { writeContainer } from '../../src/pack/write-container'
import { deriveList, entryOf, formOf, lexiconOf } from './lexicon'
import { clipOf, type MediaFiles, noise, sha256Of, spokenEntry } from './recordings'

const written = async (clips: readonly PublishedClip[]) => {
  const audio = (await writeClips(clips, nodePorts))!
  const index = await readClipIndex(audio.index, nodePorts)
  if (!index.ok) throw new Error(index.error.kind)
  return { ...audio, listed: index.value.blocks }
}

const manyClips = (count: number, groups: number) =>
  Array.from({ length: count }, (_, i) => clipOf(i, { group: `0 topic-${i % groups}` }))

describe('writeClips', () => {
  test('has nothing to write without recordings', async () => {
    expect(await writeClips([], nodePorts)).toBeUndefined()
  })

  test('puts every recording into one block, under its hash', async () => {
    const clips = manyClips(300, 7)
    const { blocks, listed } = await written(clips)
    expect(blocks.map(({ bytes }) => sha256Of(bytes))).toEqual(listed.map(({ sha256 }) => sha256))
    expect(blocks.map(({ bytes }) => bytes.length)).toEqual(listed.map(({ bytes }) => bytes))
    const held = blocks.flatMap(({ bytes }) => {
      const clipsIn = listClips(bytes)
      return clipsIn.ok ? clipsIn.value : []
    })
    expect(held.length).toBe(clips.length)
    expect(new Set(held)).toEqual(new Set(clips.map(({ sha256 }) => sha256)))
    const entries = listed.flatMap((block) => block.entries)
    const entryOfClip = new Map(clips.map(({ sha256, entry }) => [sha256, entry]))
    expect(entries).toEqual(held.map((sha256) => entryOfClip.get(sha256)))
  })

  test('gives the same bytes for the same recordings in any order', async () => {
    const clips = manyClips(60, 3)
    const one = await written(clips)
    const other = await written([...clips].reverse())
    expect(sha256Of(other.index)).toBe(sha256Of(one.index))
    expect(other.blocks.map(({ bytes }) => sha256Of(bytes))).toEqual(
      one.blocks.map(({ bytes }) => sha256Of(bytes)),
    )
  })

  test('keeps topics and drafts in blocks of their own', async () => {
    const clips = manyClips(80, 2).map((clip, i) => ({ ...clip, drafts: i % 5 === 0 }))
    const { blocks, listed, draftClips, clips: confirmed, blockBytes } = await written(clips)
    const byHash = new Map(clips.map((clip) => [clip.sha256, clip]))
    for (const [i, { bytes }] of blocks.entries()) {
      const held = listClips(bytes)
      const inside = (held.ok ? held.value : []).map((sha256) => byHash.get(sha256)!)
      expect(new Set(inside.map(({ group }) => group)).size).toBe(1)
      expect(new Set(inside.map(({ drafts }) => drafts))).toEqual(new Set([listed[i]!.drafts]))
    }
    expect([confirmed, draftClips]).toEqual([64, 16])
    const ofConfirmed = listed.filter(({ drafts }) => !drafts)
    expect(blockBytes).toBe(ofConfirmed.reduce((sum, { bytes }) => sum + bytes, 0))
  })

  test('makes no block larger than its limit, but for one that holds a single large recording', async () => {
    const large = clipOf(7, { bytes: noise(7, 100_000) })
    const { listed } = await written([...manyClips(400, 1), { ...large, group: '0 topic-0' }])
    for (const { bytes, entries } of listed)
      expect(bytes <= MAX_BLOCK_BYTES || entries.length === 1).toBe(true)
    expect(listed.filter(({ bytes }) => bytes > MAX_BLOCK_BYTES)).toHaveLength(1)
  })

  test('changes few blocks when a recording is added', async () => {
    const clips = manyClips(500, 5)
    const before = new Set((await written(clips)).listed.map(({ sha256 }) => sha256))
    const changed: number[] = []
    for (let seed = 0; seed < 20; seed++) {
      const added = clipOf(10_000 + seed, { entry: seed * 23, group: `0 topic-${seed % 5}` })
      const { listed } = await written([...clips, added])
      changed.push(listed.filter(({ sha256 }) => !before.has(sha256)).length)
    }
    // A topic has about ten blocks: cut by size alone, half of them would change each time.
    expect(Math.max(...changed)).toBeLessThanOrEqual(6)
    expect(changed.reduce((sum, count) => sum + count, 0) / changed.length).toBeLessThan(2.5)
  })

  test('lists five thousand recordings in less than 20 kB', async () => {
    const clips = manyClips(5000, 40)
    const { index, listed } = await written(clips)
    expect(index.length).toBeLessThan(20_000)
    expect(listed.length).toBeLessThan(600)
  })
})

describe('publishedClips', () => {
  const files: MediaFiles = new Map()
  const lexicon = lexiconOf([
    spokenEntry(1, 'so-dem', [{}, { reviewState: 'draft' }, { reviewState: 'rejected' }], files),
    spokenEntry(2, 'gia-dinh', [{ reviewState: 'reviewed' }, { kind: 'picture' }], files),
    spokenEntry(3, 'gia-dinh', [{ licence: 'all-rights-reserved' as Licence }], files),
  ])
  const clips = publishedClips(lexicon, (path) => files.get(path)!)

  test('takes recordings that are confirmed, and drafts apart', () => {
    const ids = new Map([...files].map(([path, bytes]) => [sha256Of(bytes), path]))
    expect(clips.map(({ sha256, drafts }) => [ids.get(sha256), drafts])).toEqual([
      ['xd-m1-0.mp3', false],
      ['xd-m2-0.mp3', false],
      ['xd-m1-1.mp3', true],
    ])
  })

  test('names the first topic of the entry', () => {
    expect(clips.map(({ entry, group }) => [entry, group])).toEqual([
      [1, '0 so-dem'],
      [2, '0 gia-dinh'],
      [1, '0 so-dem'],
    ])
  })

  test('puts one sound of two homographs where both are looked for', () => {
    const shared: MediaFiles = new Map()
    const first = spokenEntry(4, 'so-dem', [{}], shared)
    const [media] = first.media
    const twin = spokenEntry(5, 'gia-dinh', [{ ...media!, id: 'xd-m5-0' as MediaId }], shared)
    const both = publishedClips(
      lexiconOf([first, { ...twin, media: [{ ...twin.media[0]!, entry: twin.entry.id }] }]),
      (path) => shared.get(path)!,
    )
    expect(both.map(({ entry, sha256 }) => [entry, sha256])).toEqual([
      [4, media!.sha256],
      [5, media!.sha256],
    ])
  })

  test('is put up beside the pack, which does not grow by it', async () => {
    const { bytes, head } = await writeContainer(
      'xo-dang',
      packSections(lexicon, deriveList),
      nodePorts,
    )
    const meta = packMeta(lexicon, fullEntries(lexicon))
    const audio = await writeClips(clips, nodePorts)
    const put = await packFiles([{ meta, head, bytes, deltas: [], audio }], nodePorts.hash)
    const [listing] = (JSON.parse(new TextDecoder().decode(put.get('index.json'))) as PackIndex)
      .packs
    expect(listing?.audio).toMatchObject({ clips: 2, draftClips: 1 })
    const stored = put.get(listing!.audio!.file)!
    expect(stored.length).toBe(listing!.audio!.bytes)
    const index = await readClipIndex(stored, nodePorts)
    for (const { sha256, bytes: length } of index.ok ? index.value.blocks : []) {
      const block = put.get(clipBlockFile(sha256))!
      expect(block.length).toBe(length)
      for (const clip of clips)
        expect((await readClip(block, clip.sha256, nodePorts.hash)).ok).toBe(true)
    }
  })

  test('is not spoken of in the index where there is none', async () => {
    const silent = lexiconOf([entryOf(1, [formOf('f1')])])
    const { bytes, head } = await writeContainer(
      'xo-dang',
      packSections(silent, deriveList),
      nodePorts,
    )
    const meta = packMeta(silent, fullEntries(silent))
    const audio = await writeClips(
      publishedClips(silent, () => bytes),
      nodePorts,
    )
    const put = await packFiles([{ meta, head, bytes, deltas: [], audio }], nodePorts.hash)
    expect(new TextDecoder().decode(put.get('index.json'))).not.toContain('audio')
    expect([...put.keys()].filter((path) => path.startsWith('c/'))).toEqual([])
  })
})
