import { describe, expect, test, vi } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import { gradesIn } from '../../src/app/clips/clip-selection'
import type { ClipShelf } from '../../src/app/clips/clips'
import type { FullEntry } from '../../src/lexicon/full-entry'
import type { EntryId, LanguageCode, Topic } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Media } from '../../src/lexicon/media'
import { err } from '../../src/lexicon/result'
import { packMeta } from '../../src/pack/about'
import { clipBlockFile, readClipIndex } from '../../src/pack/clip-index'
import { packFiles } from '../../src/pack/pack-files'
import { packSections } from '../../src/pack/pack-sections'
import { fullEntries } from '../../src/pack/publish'
import { publishedClips, writeClips } from '../../src/pack/write-clips'
import { writeContainer } from '../../src/pack/write-container'
import { deriveSections } from '../../src/search/derive'
import { createMemoryStore } from '../../src/store/memory'
import type { Store } from '../../src/store/store'
import { lexiconOf, rowsOf } from '../pack/lexicon'
import { type MediaFiles, sha256Of, spokenEntry } from '../pack/recordings'
import { createWorld, indexOf, type World } from './fixtures'

const XO_DANG = 'xo-dang' as LanguageCode
const NUMBERS = 'so-dem' as Topic
const FAMILY = 'gia-dinh' as Topic
const topicOf = (number: number) => (number <= 20 ? NUMBERS : FAMILY)

/** Forty entries of two topics with a recording each, two of them drafts; an older release has fewer. */
const speak = (numbers: readonly number[], release = '2026.11.0', isSpoken = true) => {
  const media: MediaFiles = new Map()
  const entries = numbers.map((number) =>
    spokenEntry(
      number,
      topicOf(number),
      isSpoken ? [{ reviewState: number % 15 === 0 ? 'draft' : 'attested' }] : [],
      media,
    ),
  )
  const made = lexiconOf(entries, release)
  const topic = (id: Topic, grades?: string) => ({
    id,
    nameVi: id,
    nameEn: id,
    source: 'editor',
    confidence: 'low' as const,
    ...(grades !== undefined && { grades }),
  })
  const lexicon: Lexicon = {
    ...made,
    shared: { ...made.shared, topics: rowsOf([topic(NUMBERS, '1-2'), topic(FAMILY, '2; 4')]) },
  }
  return { lexicon, media, entries }
}

const FORTY = Array.from({ length: 40 }, (_, i) => i + 1)

const compile = async ({ lexicon, media }: ReturnType<typeof speak>) => {
  const clips = publishedClips(lexicon, (path) => media.get(path)!)
  const sections = packSections(lexicon, deriveSections)
  const made = await writeContainer(XO_DANG, sections, nodePorts)
  const meta = packMeta(lexicon, fullEntries(lexicon))
  const audio = media.size === 0 ? undefined : await writeClips(clips, nodePorts)
  return new Map(await packFiles([{ meta, ...made, deltas: [], audio }], nodePorts.hash))
}

const spoken = speak(FORTY)
const files = await compile(spoken)

const open = async (
  options: { store?: Store; files?: Map<string, Uint8Array>; isUp?: boolean } = {},
) => {
  const world = await createWorld({ files: new Map(files), ...options })
  await world.app.start()
  await world.pages.clips.refresh()
  world.network.requests.length = 0
  return world
}
const shelfOf = ({ pages }: World): ClipShelf => pages.clips.shelves.value[0]!
const mediaOf = (entries: readonly FullEntry[], number: number): Media =>
  entries.find(({ entry }) => entry.number === number)!.media[0]!
const blocksAsked = ({ network }: World) =>
  network.requests.filter((address) => address.includes('/c/'))
const topic = (id: Topic) => ({ kind: 'topic' as const, topic: id })
const ALL = { kind: 'all' as const }

const listed = async (from: ReadonlyMap<string, Uint8Array>) => {
  const { audio } = indexOf(from).packs[0]!
  const index = await readClipIndex(from.get(audio!.file)!, nodePorts)
  if (!index.ok) throw new Error(index.error.kind)
  return { audio: audio!, blocks: index.value.blocks }
}

describe('plan', () => {
  test('tells of a topic how many recordings and bytes it is before anything is fetched', async () => {
    const world = await open()
    const { blocks } = await listed(files)
    const ofNumbers = blocks.filter(({ drafts, entries }) => !drafts && entries[0]! <= 20)
    expect(await world.pages.clips.plan(XO_DANG, topic(NUMBERS))).toEqual({
      ok: true,
      value: {
        clips: 19,
        totalBytes: ofNumbers.reduce((sum, { bytes }) => sum + bytes, 0),
        keptBytes: 0,
      },
    })
    const { audio } = await listed(files)
    expect(world.network.requests).toEqual([`packs/${audio.file}`])
  })

  test('counts drafts where they are shown', async () => {
    const world = await open()
    expect(await world.pages.clips.plan(XO_DANG, ALL)).toMatchObject({ value: { clips: 38 } })
    world.app.preferences.change({ showDrafts: true })
    expect(await world.pages.clips.plan(XO_DANG, ALL)).toMatchObject({ value: { clips: 40 } })
  })

  test('knows grades by the topics that name them', async () => {
    const { pages } = await open()
    const clipsIn = async (grade: string) => {
      const plan = await pages.clips.plan(XO_DANG, { kind: 'grade', grade })
      return plan.ok ? plan.value.clips : plan.error
    }
    expect(await Promise.all(['1', '2', '4', '5'].map(clipsIn))).toEqual([19, 38, 19, 0])
  })

  test('takes a list of entries', async () => {
    const { pages } = await open()
    const entries = ['xd-00003', 'xd-00031', 'xd-never'] as EntryId[]
    expect(
      await pages.clips.plan(XO_DANG, { kind: 'entries', name: 'favourites', entries }),
    ).toMatchObject({ value: { clips: 2 } })
  })

  test('says why it cannot be told', async () => {
    const world = await open()
    world.network.isUp = false
    expect(await world.pages.clips.plan(XO_DANG, ALL)).toEqual(err({ kind: 'offline' }))
  })
})

describe('download', () => {
  test('brings a topic to the device, and nothing of another', async () => {
    const world = await open()
    await world.pages.clips.download(XO_DANG, topic(NUMBERS))
    const { blocks } = await listed(files)
    const ofNumbers = blocks.filter(({ drafts, entries }) => !drafts && entries[0]! <= 20)
    expect(new Set(blocksAsked(world).slice(1))).toEqual(
      new Set(ofNumbers.map(({ sha256 }) => `packs/${clipBlockFile(sha256)}`)),
    )
    expect(shelfOf(world)).toMatchObject({
      keptClips: 19,
      chosen: [topic(NUMBERS)],
      missingBytes: 0,
      status: { kind: 'idle' },
    })
    world.network.isUp = false
    const { clips } = world.pages
    const media = mediaOf(spoken.entries, 7)
    expect(await clips.isHere(media)).toBe(true)
    const loaded = await clips.load(XO_DANG, media)
    expect(loaded.ok && sha256Of(loaded.value)).toBe(media.sha256)
    expect(await clips.isHere(mediaOf(spoken.entries, 30))).toBe(false)
  })

  test('leaves drafts on the server until they are shown', async () => {
    const world = await open()
    await world.pages.clips.download(XO_DANG, ALL)
    expect(shelfOf(world).keptClips).toBe(38)
    world.app.preferences.change({ showDrafts: true })
    await world.pages.clips.download(XO_DANG, ALL)
    expect(shelfOf(world).keptClips).toBe(40)
  })

  test('goes on where it broke off', async () => {
    const world = await open()
    const { blocks } = await listed(files)
    const [first, ...others] = blocks.filter(({ drafts }) => !drafts)
    for (const { sha256 } of others) world.files.delete(clipBlockFile(sha256))
    await world.pages.clips.download(XO_DANG, ALL)
    expect(shelfOf(world)).toMatchObject({
      status: { kind: 'failed', fault: { kind: 'not-found' } },
      keptBytes: first!.bytes,
      missingBytes: others.reduce((sum, { bytes }) => sum + bytes, 0),
    })
    for (const [path, bytes] of files) world.files.set(path, bytes)
    world.network.requests.length = 0
    await world.pages.clips.update(XO_DANG)
    expect(blocksAsked(world)).toHaveLength(others.length)
    expect(shelfOf(world)).toMatchObject({ status: { kind: 'idle' }, missingBytes: 0 })
  })

  test('refuses a block that is not what the list says, keeps the others, and tells', async () => {
    const world = await open()
    const { blocks } = await listed(files)
    const broken = clipBlockFile(blocks[0]!.sha256)
    const spoilt = world.files.get(broken)!.slice()
    spoilt[spoilt.length - 1]! ^= 1
    world.files.set(broken, spoilt)
    await world.pages.clips.download(XO_DANG, ALL)
    expect(shelfOf(world)).toMatchObject({
      status: { kind: 'failed', fault: { kind: 'damaged', what: broken } },
      keptClips: 38 - blocks[0]!.entries.length,
    })
  })

  test('stops when it is told to, and what has arrived stays', async () => {
    const world = await open()
    const { clips } = world.pages
    const ended = clips.download(XO_DANG, ALL)
    clips.stop(XO_DANG)
    await ended
    expect(shelfOf(world)).toMatchObject({ status: { kind: 'idle' } })
    expect(shelfOf(world).missingBytes).toBeGreaterThan(0)
  })

  test('is no longer asked for when the user gives it up, and what has arrived stays', async () => {
    const world = await open()
    const { clips } = world.pages
    await clips.download(XO_DANG, topic(NUMBERS))
    const ended = clips.download(XO_DANG, ALL)
    clips.stop(XO_DANG)
    await ended
    const { keptClips } = shelfOf(world)
    await clips.giveUp(XO_DANG)
    expect(shelfOf(world)).toMatchObject({ chosen: [topic(NUMBERS)], missingBytes: 0, keptClips })
  })

  test('tells of a full disk, and what was kept before is there', async () => {
    const store: Store = { ...createMemoryStore(), kind: 'device' }
    let room = 1
    const world = await open({
      store: {
        ...store,
        clips: {
          ...store.clips,
          keep: async (language, blocks) =>
            room-- > 0 ? store.clips.keep(language, blocks) : err({ kind: 'storage-full' }),
        },
      },
    })
    await world.pages.clips.download(XO_DANG, ALL)
    expect(shelfOf(world).status).toEqual({ kind: 'failed', fault: { kind: 'storage-full' } })
    expect(shelfOf(world).keptClips).toBeGreaterThan(0)
    expect(shelfOf(world).missingBytes).toBeGreaterThan(0)
  })

  test('a second one at the same time is not begun', async () => {
    const world = await open()
    const { clips } = world.pages
    await Promise.all([clips.download(XO_DANG, ALL), clips.download(XO_DANG, ALL)])
    const asked = blocksAsked(world)
    expect(new Set(asked).size).toBe(asked.length)
  })
})

describe('load', () => {
  test('fetches the block of a recording that is not here, once, and keeps it', async () => {
    const world = await open()
    const { clips } = world.pages
    const media = mediaOf(spoken.entries, 33)
    const both = await Promise.all([clips.load(XO_DANG, media), clips.load(XO_DANG, media)])
    for (const loaded of both) expect(loaded.ok && sha256Of(loaded.value)).toBe(media.sha256)
    expect(blocksAsked(world)).toHaveLength(2)
    world.network.isUp = false
    expect((await clips.load(XO_DANG, media)).ok).toBe(true)
    expect(blocksAsked(world)).toHaveLength(2)
  })

  test('without the network says so', async () => {
    const world = await open()
    world.network.isUp = false
    const loaded = await world.pages.clips.load(XO_DANG, mediaOf(spoken.entries, 33))
    expect(loaded).toEqual(err({ kind: 'offline' }))
  })

  test('plays what the device cannot keep', async () => {
    const store: Store = { ...createMemoryStore(), kind: 'device' }
    const keep = async () => err({ kind: 'storage-full' as const })
    const world = await open({ store: { ...store, clips: { ...store.clips, keep } } })
    const loaded = await world.pages.clips.load(XO_DANG, mediaOf(spoken.entries, 33))
    expect(loaded.ok).toBe(true)
  })

  test('of a recording that no block has says that it is not there', async () => {
    const world = await open()
    const media = { ...mediaOf(spoken.entries, 33), sha256: 'ab'.repeat(32) }
    expect(await world.pages.clips.load(XO_DANG, media)).toEqual(err({ kind: 'not-on-device' }))
  })
})

describe('a new release', () => {
  /** The older one lacks two entries. */
  const older = speak(FORTY.filter((number) => number !== 4 && number !== 28))

  const updated = async () => {
    const world = await open({ files: await compile(older) })
    await world.pages.clips.download(XO_DANG, ALL)
    world.files.clear()
    for (const [path, bytes] of files) world.files.set(path, bytes)
    await world.pages.keeper.refresh()
    world.network.requests.length = 0
    return world
  }

  test('plays what is here, and offers what is new', async () => {
    const world = await updated()
    const kept = shelfOf(world).keptClips
    await world.pages.clips.refresh()
    expect(shelfOf(world).keptClips).toBe(kept)
    expect(shelfOf(world).missingBytes).toBeGreaterThan(0)
    world.network.isUp = false
    const loaded = await world.pages.clips.load(XO_DANG, mediaOf(older.entries, 5))
    expect(loaded.ok).toBe(true)
  })

  test('fetches only blocks that changed, and drops the old ones when all is here', async () => {
    const world = await updated()
    await world.pages.keeper.download(XO_DANG)
    await world.pages.clips.update(XO_DANG)
    const { blocks } = await listed(files)
    const wanted = blocks.filter(({ drafts }) => !drafts)
    const before = (await listed(await compile(older))).blocks.map(({ sha256 }) => sha256)
    const fresh = wanted.filter(({ sha256 }) => !before.includes(sha256))
    expect(fresh.length).toBeLessThan(wanted.length)
    expect(blocksAsked(world).slice(1).sort()).toEqual(
      fresh.map(({ sha256 }) => `packs/${clipBlockFile(sha256)}`).sort(),
    )
    expect(shelfOf(world)).toMatchObject({
      keptClips: 38,
      keptBytes: wanted.reduce((sum, { bytes }) => sum + bytes, 0),
      missingBytes: 0,
    })
  })

  /** A device goes from one release to the next. */
  const goTo = async (world: World, release: Map<string, Uint8Array>) => {
    world.files.clear()
    for (const [path, bytes] of release) world.files.set(path, bytes)
    await world.pages.keeper.refresh()
    await world.pages.keeper.download(XO_DANG)
  }

  test('keeps what was heard and not chosen, as long as the dictionary names it', async () => {
    const world = await open({ files: await compile(older) })
    const { clips } = world.pages
    await clips.download(XO_DANG, topic(NUMBERS))
    await clips.load(XO_DANG, mediaOf(older.entries, 33))
    await goTo(world, files)
    await clips.update(XO_DANG)
    expect(shelfOf(world).missingBytes).toBe(0)
    expect(await clips.isHere(mediaOf(spoken.entries, 33))).toBe(true)
  })

  test('without the network an older list throws nothing away', async () => {
    const world = await open({ files: await compile(older) })
    await world.pages.clips.download(XO_DANG, topic(FAMILY))
    await goTo(world, files)
    const fresh = mediaOf(spoken.entries, 4)
    await world.pages.clips.load(XO_DANG, fresh)
    const later = await open({ files: new Map(files), store: world.store, isUp: false })
    expect(shelfOf(later).keptClips).toBeGreaterThan(0)
    expect(await later.pages.clips.isHere(fresh)).toBe(true)
  })

  test('what it withdrew leaves the device unasked', async () => {
    const first = await open()
    await first.pages.clips.load(XO_DANG, mediaOf(spoken.entries, 33))
    const release = await compile(speak(FORTY.slice(0, 20), '2026.12.0'))
    await goTo(first, release)
    const later = await createWorld({ files: release, store: first.store })
    await later.app.start()
    await vi.waitFor(async () =>
      expect(await first.store.clips.list(XO_DANG)).toMatchObject({ value: [] }),
    )
  })

  test('that has no recordings at all leaves none', async () => {
    const world = await open()
    await world.pages.clips.download(XO_DANG, ALL)
    await goTo(world, await compile(speak(FORTY, '2026.12.0', false)))
    await world.pages.clips.refresh()
    expect(shelfOf(world)).toMatchObject({ keptClips: 0, keptBytes: 0, missingBytes: 0 })
  })
})

describe('remove', () => {
  const saved = {
    kind: 'entries' as const,
    name: 'favourites',
    entries: ['xd-00003'] as EntryId[],
  }

  test('takes a topic away, but for what something else that was chosen needs', async () => {
    const world = await open()
    const { clips } = world.pages
    await clips.download(XO_DANG, topic(NUMBERS))
    await clips.download(XO_DANG, topic(FAMILY))
    await clips.download(XO_DANG, saved)
    await clips.remove(XO_DANG, topic(NUMBERS))
    expect(shelfOf(world).chosen).toEqual([topic(FAMILY), saved])
    expect(shelfOf(world).missingBytes).toBe(0)
    expect(await clips.isHere(mediaOf(spoken.entries, 3))).toBe(true)
    expect(await clips.isHere(mediaOf(spoken.entries, 33))).toBe(true)
    await clips.remove(XO_DANG, saved)
    expect(await clips.isHere(mediaOf(spoken.entries, 3))).toBe(false)
  })

  test('takes a topic out of all', async () => {
    const world = await open()
    const { clips } = world.pages
    await clips.download(XO_DANG, ALL)
    await clips.remove(XO_DANG, topic(NUMBERS))
    expect(await clips.isHere(mediaOf(spoken.entries, 3))).toBe(false)
    expect(await clips.isHere(mediaOf(spoken.entries, 33))).toBe(true)
    expect(shelfOf(world)).toMatchObject({ chosen: [], keptClips: 19, missingBytes: 0 })
  })

  test('takes all away, without the network too', async () => {
    const world = await open()
    await world.pages.clips.download(XO_DANG, ALL)
    world.network.isUp = false
    await world.pages.clips.remove(XO_DANG, ALL)
    expect(shelfOf(world)).toMatchObject({ keptClips: 0, keptBytes: 0, chosen: [] })
  })
})

test('grades are read as the programme gives them', () => {
  expect(gradesIn('1-3')).toEqual(['1', '2', '3'])
  expect(gradesIn('1, 4;5')).toEqual(['1', '4', '5'])
  expect(gradesIn('mẫu giáo')).toEqual(['mẫu giáo'])
  expect(gradesIn(undefined)).toEqual([])
})
