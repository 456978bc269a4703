import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import { APP_VERSION } from '../../src/app/version'
import { readWav } from '../../src/audio/wav'
import type { ChangeSet } from '../../src/formats/change-set'
import { readChangeSet } from '../../src/formats/change-set/read'
import type { EntryId, FormId, Licence, MediaId, VarietyId } from '../../src/lexicon/ids'
import { err } from '../../src/lexicon/result'
import { createMemoryStore } from '../../src/store/memory'
import type { ClipVerdict, Speaker, Take } from '../../src/store/recording-store'
import type { Store } from '../../src/store/store'
import { BA_NA, GIA_RAI, startedWorld } from './fixtures'

const AT = Date.UTC(2026, 10, 21, 5)
const SPEAKER: Speaker = {
  id: 's1',
  language: BA_NA,
  name: 'Đinh Ơ. B.',
  variety: 'kon-tum' as VarietyId,
  place: 'làng mẫu',
  birthYear: 1960,
  consent: { text: 'Lời đồng ý mẫu.', licence: 'CC-BY-4.0' as Licence, at: AT, take: 'c1' },
}
const take = (id: string, part: Partial<Take> = {}): Take => ({
  id,
  language: BA_NA,
  kind: 'headword',
  entry: 'bn-00001' as EntryId,
  form: 'bn-f00005' as FormId,
  text: 'inh',
  speaker: 's1',
  at: AT,
  rate: 48_000,
  length: 3,
  faults: [],
  state: 'kept',
  ...part,
})
const VERDICT: ClipVerdict = {
  language: BA_NA,
  media: 'bn-m00001' as MediaId,
  clip: 'e'.repeat(64),
  verdict: 'rejected',
  reviewer: 'C. D.',
  reason: 'a',
  at: AT,
}
const CONSENT = take('c1', { kind: 'consent', text: '' })

const worldWith = async (takes: readonly Take[], verdicts: readonly ClipVerdict[] = []) => {
  const store: Store = { ...createMemoryStore(), kind: 'device' }
  await store.takes.saveSpeaker(SPEAKER)
  for (const [i, one] of takes.entries()) {
    const { entry: _, ...consent } = one
    const kept = one.kind === 'consent' ? consent : one
    await store.takes.finish(kept, Int16Array.of(i, -i, 100))
  }
  for (const verdict of verdicts) await store.verdicts.save(verdict)
  const world = await startedWorld({ store })
  const handOver = await world.pages.handOver()
  await handOver.refresh()
  return { ...world, handOver }
}
const saved = async (world: Awaited<ReturnType<typeof worldWith>>, at = 0): Promise<ChangeSet> => {
  const file = world.platform.saved[at]
  if (file === undefined || typeof file.content === 'string') throw new Error('Nothing was saved')
  const set = await readChangeSet(file.content, nodePorts.hash)
  if (!set.ok) throw new Error(set.error.kind)
  return set.value
}

describe('forget', () => {
  test('takes back what was said of the last file, and nothing else', async () => {
    const world = await worldWith([CONSENT, take('t1')])
    await world.handOver.save(BA_NA, { all: false })
    const waiting = world.handOver.waiting.value
    world.handOver.forget()
    expect(world.handOver.state.value).toEqual({ kind: 'idle' })
    expect(world.handOver.waiting.value).toBe(waiting)

    const saving = world.handOver.save(BA_NA, { all: true })
    world.handOver.forget()
    expect(world.handOver.state.value.kind).toBe('writing')
    await saving
    expect(world.handOver.state.value.kind).toBe('saved')
  })
})

describe('save', () => {
  test('writes kept recordings, who speaks and the consent as one file that the editors read', async () => {
    const world = await worldWith([CONSENT, take('t1'), take('t2', { at: AT + 1 })])
    await world.handOver.save(BA_NA, { all: false })
    expect(world.handOver.state.value).toEqual({
      kind: 'saved',
      language: BA_NA,
      file: 'rong-ba-na-2026-11-22-DOB.rong-changes',
    })
    expect(world.platform.saved.map(({ name }) => name)).toEqual([
      'rong-ba-na-2026-11-22-DOB.rong-changes',
    ])
    const set = await saved(world)
    expect(set.manifest).toMatchObject({
      app: APP_VERSION,
      language: 'ba-na',
      base: { release: '2026.11.0' },
      counts: { media: 2 },
    })
    expect(set.lines[0]?.change).toEqual({
      op: 'add',
      table: 'media',
      record: {
        id: 'new-t1',
        entry: 'bn-00001',
        form: 'bn-f00005',
        kind: 'audio',
        path: 'media/t1.wav',
        sha256: set.manifest.files.find(({ path }) => path === 'media/t1.wav')?.sha256,
        variety: 'kon-tum',
        speaker: 'Đinh Ơ. B.',
        speakerBirthYear: 1960,
        place: 'làng mẫu',
        date: '2026-11-21',
        licence: 'CC-BY-4.0',
        reviewState: 'draft',
      },
      at: '2026-11-21T05:00:00.000Z',
      by: 'Đinh Ơ. B.',
      speaker: 's1',
    })
    expect(set.speakers.get('s1')?.consent).toEqual({
      text: 'Lời đồng ý mẫu.',
      licence: 'CC-BY-4.0',
      at: '2026-11-21T05:00:00.000Z',
      media: 'media/c1.wav',
    })
    const wav = readWav(set.media.get('media/t2.wav')!)
    expect(wav).toMatchObject({ ok: true, value: { rate: 48_000 } })
    expect([set.lines.flatMap(({ fault }) => fault ?? []), set.damaged.size]).toEqual([[], 0])
  })

  test('marks what has left, so that it does not leave twice, and removes nothing', async () => {
    const world = await worldWith([CONSENT, take('t1')], [VERDICT])
    await world.handOver.save(BA_NA, { all: false })
    const { takes, verdicts } = world.store
    const kept = await takes.list(BA_NA)
    expect(
      kept.ok && kept.value.map(({ id, handedOver }) => [id, handedOver !== undefined]),
    ).toEqual([
      ['c1', false],
      ['t1', true],
    ])
    expect(await verdicts.list()).toMatchObject({ value: [{ handedOver: expect.any(Number) }] })
    expect(world.handOver.waiting.value).toMatchObject([
      { freshTakes: 0, takes: 1, freshVerdicts: 0, verdicts: 1, freshBytes: 0 },
    ])
    await world.handOver.save(BA_NA, { all: false })
    expect(world.handOver.state.value).toMatchObject({ kind: 'failed', fault: { kind: 'nothing' } })
    await world.handOver.save(BA_NA, { all: true })
    expect((await saved(world, 1)).lines).toHaveLength(2)
    await takes.finish(take('t2', { at: AT + 5 }), Int16Array.of(1))
    await world.handOver.save(BA_NA, { all: false })
    const later = await saved(world, 2)
    expect(later.lines).toHaveLength(1)
    // Every file can be understood by itself.
    expect(later.media.has('media/c1.wav')).toBe(true)
  })

  test('leaves out what was not kept, and other languages', async () => {
    const world = await worldWith([
      CONSENT,
      take('t1'),
      take('t2', { state: 'fresh' }),
      take('t3', { state: 'broken-off' }),
      take('t4', { language: GIA_RAI }),
    ])
    expect(world.handOver.waiting.value.map(({ language, takes }) => [language, takes])).toEqual([
      [BA_NA, 1],
      [GIA_RAI, 1],
    ])
    await world.handOver.save(BA_NA, { all: true })
    expect([...(await saved(world)).media.keys()]).toEqual(['media/c1.wav', 'media/t1.wav'])
  })

  test('writes verdicts alone, under the name of who judged', async () => {
    const world = await worldWith([], [VERDICT])
    await world.handOver.save(BA_NA, { all: false })
    expect(world.platform.saved[0]?.name).toBe('rong-ba-na-2026-11-22-CD.rong-changes')
    const set = await saved(world)
    expect(set.lines[0]?.change).toEqual({
      op: 'add',
      table: 'reviews',
      record: {
        id: 'new-bn-m00001',
        subject: 'bn-m00001',
        verdict: 'rejected',
        reviewer: 'C. D.',
        date: '2026-11-21',
        reason: 'a',
      },
      at: '2026-11-21T05:00:00.000Z',
      by: 'C. D.',
      heard: 'e'.repeat(64),
    })
  })

  test('hands over a recording whose speaker is gone as it is: nothing is lost in silence', async () => {
    const world = await worldWith([take('t1', { speaker: 'nobody' })])
    await world.handOver.save(BA_NA, { all: false })
    const set = await saved(world)
    expect(set.media.has('media/t1.wav')).toBe(true)
    expect(set.lines[0]?.change).toMatchObject({ speaker: 'nobody', by: '?' })
  })

  test('splits more than a file should hold', async () => {
    const many = Array.from({ length: 1001 }, (_, i) => take(`t${i}`, { at: AT + i }))
    const world = await worldWith([CONSENT, ...many], [VERDICT])
    await world.handOver.save(BA_NA, { all: false })
    expect(world.platform.saved.map(({ name }) => name)).toEqual([
      'rong-ba-na-2026-11-22-DOB-1.rong-changes',
      'rong-ba-na-2026-11-22-DOB-2.rong-changes',
    ])
    const parts = [await saved(world, 0), await saved(world, 1)]
    expect(parts.map(({ lines }) => lines.length)).toEqual([1001, 1])
    expect(world.handOver.waiting.value).toMatchObject([{ freshTakes: 0, takes: 1001 }])
  })

  test('tells a fault of the store, and marks nothing', async () => {
    const world = await worldWith([CONSENT, take('t1')])
    const { store } = world
    Object.assign(store.takes, { samples: async () => err({ kind: 'storage-lost' }) })
    await world.handOver.save(BA_NA, { all: false })
    expect(world.handOver.state.value).toMatchObject({
      kind: 'failed',
      fault: { kind: 'storage-lost' },
    })
    expect(world.platform.saved).toEqual([])
    expect(world.handOver.waiting.value).toMatchObject([{ freshTakes: 1 }])
  })
})

test('the version that change sets name is that of the app', () => {
  const { version } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  expect(APP_VERSION).toBe(version)
})
