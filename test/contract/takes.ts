import { describe, expect, test } from 'vitest'
import type { EntryId, FormId, Licence, VarietyId } from '../../src/lexicon/ids'
import type { RecordingPlan, Speaker, Take } from '../../src/store/recording-store'
import type { Store } from '../../src/store/store'
import { BA_NA, GIA_RAI, succeeded } from './store'

export const takeOf = (id: string, at: number, part: Partial<Take> = {}): Take => ({
  id,
  language: BA_NA,
  kind: 'headword',
  entry: 'bdq-1' as EntryId,
  form: 'bdq-1-f1' as FormId,
  text: 'sem',
  speaker: 's1',
  at,
  rate: 48_000,
  length: 3,
  faults: [],
  state: 'fresh',
  ...part,
})

export const SPEAKER: Speaker = {
  id: 's1',
  language: BA_NA,
  name: 'A. B.',
  variety: 'ba-na-kon-tum' as VarietyId,
  place: 'làng',
  birthYear: 1960,
  consent: { text: 'đồng ý', licence: 'CC-BY-4.0' as Licence, at: 5, take: 't0' },
}

const PLAN: RecordingPlan = {
  language: BA_NA,
  speaker: 's1',
  title: 'topic',
  entries: ['bdq-1', 'bdq-2'] as EntryId[],
  position: 0,
  skipped: [],
}

const samples = (...values: number[]) => Int16Array.from(values)

/** What every TakeStore promises. `open` gives an empty store each time. */
export function takeContract(name: string, open: () => Promise<Store>): void {
  describe(`recordings of ${name}`, () => {
    test('a new store has none', async () => {
      const { takes } = await open()
      expect(succeeded(await takes.list())).toEqual([])
      expect(succeeded(await takes.samples('t1'))).toBeUndefined()
      expect(succeeded(await takes.speakers())).toEqual([])
      expect(succeeded(await takes.session())).toBeUndefined()
    })

    test('come oldest first, of one language or of all', async () => {
      const { takes } = await open()
      succeeded(await takes.finish(takeOf('t2', 20), samples(1, 2, 3)))
      succeeded(await takes.finish(takeOf('t1', 10), samples(4, 5, 6)))
      succeeded(await takes.finish(takeOf('t3', 30, { language: GIA_RAI }), samples(7, 8, 9)))
      expect(succeeded(await takes.list()).map(({ id }) => id)).toEqual(['t1', 't2', 't3'])
      expect(succeeded(await takes.list(GIA_RAI))).toEqual([
        takeOf('t3', 30, { language: GIA_RAI }),
      ])
    })

    test('one that was begun and never finished is broken off, with what had arrived', async () => {
      const { takes } = await open()
      succeeded(await takes.begin(takeOf('t1', 10, { length: 0 })))
      expect(succeeded(await takes.list())).toEqual([
        takeOf('t1', 10, { length: 0, state: 'broken-off' }),
      ])
      expect(succeeded(await takes.samples('t1'))).toEqual(samples())
      succeeded(await takes.addPiece('t1', 0, samples(1, -2)))
      succeeded(await takes.addPiece('t1', 1, samples(32_767, -32_768, 0)))
      expect(succeeded(await takes.samples('t1'))).toEqual(samples(1, -2, 32_767, -32_768, 0))
      expect(succeeded(await takes.list())[0]).toMatchObject({ length: 5, state: 'broken-off' })
    })

    test('one that is finished has the whole in the place of its pieces', async () => {
      const { takes } = await open()
      succeeded(await takes.begin(takeOf('t1', 10, { length: 0 })))
      for (let number = 0; number < 12; number++)
        succeeded(await takes.addPiece('t1', number, samples(number, number)))
      expect(succeeded(await takes.samples('t1'))?.slice(18)).toEqual(samples(9, 9, 10, 10, 11, 11))
      succeeded(await takes.finish(takeOf('t1', 10), samples(1, 2, 3)))
      expect(succeeded(await takes.samples('t1'))).toEqual(samples(1, 2, 3))
      expect(succeeded(await takes.list())).toEqual([takeOf('t1', 10)])
    })

    test('what is said of one changes without its samples, and the session with it', async () => {
      const { takes } = await open()
      succeeded(await takes.finish(takeOf('t1', 10), samples(1, 2, 3)))
      const kept = takeOf('t1', 10, { state: 'kept', faults: ['noisy'] })
      succeeded(await takes.update(kept))
      expect(succeeded(await takes.session())).toBeUndefined()
      succeeded(await takes.update({ ...kept, handedOver: 99 }, { ...PLAN, position: 1 }))
      expect(succeeded(await takes.list())).toEqual([{ ...kept, handedOver: 99 }])
      expect(succeeded(await takes.samples('t1'))).toEqual(samples(1, 2, 3))
      expect(succeeded(await takes.session())).toEqual({ ...PLAN, position: 1 })
    })

    test('one that is removed is gone with all its samples; the others stay', async () => {
      const { takes } = await open()
      succeeded(await takes.finish(takeOf('t1', 10), samples(1, 2, 3)))
      succeeded(await takes.finish(takeOf('t2', 20), samples(4, 5, 6)))
      succeeded(await takes.begin(takeOf('t3', 30, { length: 0 })))
      succeeded(await takes.addPiece('t3', 0, samples(7)))
      succeeded(await takes.remove(['t1', 't3', 'never-there']))
      expect(succeeded(await takes.list())).toEqual([takeOf('t2', 20)])
      expect(succeeded(await takes.samples('t1'))).toBeUndefined()
      expect(succeeded(await takes.samples('t3'))).toBeUndefined()
      succeeded(await takes.begin(takeOf('t3', 30, { length: 0 })))
      expect(succeeded(await takes.samples('t3'))).toEqual(samples())
    })

    test('only the samples of a view are kept, not what it looks into', async () => {
      const { takes } = await open()
      succeeded(await takes.finish(takeOf('t1', 10), samples(9, 1, 2, 3, 9).subarray(1, 4)))
      expect(succeeded(await takes.samples('t1'))).toEqual(samples(1, 2, 3))
    })
  })

  describe(`speakers and the session of ${name}`, () => {
    test('a speaker can be changed, and removed only without takes', async () => {
      const { takes } = await open()
      succeeded(await takes.saveSpeaker(SPEAKER))
      succeeded(await takes.saveSpeaker({ ...SPEAKER, place: 'làng khác' }))
      expect(succeeded(await takes.speakers())).toEqual([{ ...SPEAKER, place: 'làng khác' }])
      succeeded(await takes.finish(takeOf('t1', 10), samples(1, 2, 3)))
      succeeded(await takes.removeSpeaker('s1'))
      expect(succeeded(await takes.speakers())).toHaveLength(1)
      succeeded(await takes.remove(['t1']))
      succeeded(await takes.removeSpeaker('s1'))
      expect(succeeded(await takes.speakers())).toEqual([])
    })

    test('the session is as it was last saved, until it is over', async () => {
      const { takes } = await open()
      succeeded(await takes.saveSession(PLAN))
      succeeded(
        await takes.saveSession({ ...PLAN, position: 1, skipped: PLAN.entries.slice(0, 1) }),
      )
      expect(succeeded(await takes.session())).toMatchObject({ position: 1, skipped: ['bdq-1'] })
      succeeded(await takes.saveSession(undefined))
      expect(succeeded(await takes.session())).toBeUndefined()
    })
  })
}
