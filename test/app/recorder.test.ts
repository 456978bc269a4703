import { effect } from '@preact/signals-core'
import { describe, expect, test, vi } from 'vitest'
import type {
  Level,
  Microphone,
  MicrophoneFault,
  Recorder,
  Subject,
} from '../../src/app/recording/recorder'
import { readWav } from '../../src/audio/wav'
import type { EntryId, FormId, Licence, Topic, VarietyId } from '../../src/lexicon/ids'
import { err, ok } from '../../src/lexicon/result'
import { createMemoryStore } from '../../src/store/memory'
import type { Speaker, Take } from '../../src/store/recording-store'
import type { Store } from '../../src/store/store'
import { succeeded } from '../contract/store'
import { BA_NA, startedWorld, type World } from './fixtures'

const RATE = 16_000
const [INH, ET] = ['bn-00001', 'bn-00152'] as EntryId[] as [EntryId, EntryId]

const CONSENT = { text: 'Tôi đồng ý.', licence: 'CC-BY-4.0' as Licence }
const ABOUT = {
  language: BA_NA,
  name: 'A. B.',
  variety: 'pleiku' as VarietyId,
  place: 'Pleiku',
}

/** A microphone that hears what the test lets it hear. */
const createFakeMicrophone = () => {
  const fake = {
    isOpen: false,
    opened: 0,
    fault: undefined as MicrophoneFault | undefined,
    /** The user has answered the browser. */
    answered: Promise.resolve(),
    asked: 0,
    /** Gives the answer that the browser then waits for. */
    beSlow: (): (() => void) => {
      let answer = (): void => undefined
      fake.answered = new Promise((resolve) => {
        answer = resolve
      })
      return () => answer()
    },
    /** Seconds of a voice, or of silence. */
    hear: (seconds: number, loud = 0.2): void => {
      for (let heard = 0; heard < seconds * RATE; heard += 1024)
        onSamples(Float32Array.from({ length: 1024 }, (_, i) => sampleAt(heard + i) * loud))
    },
    lose: () => onLost(),
    hide: (isHidden: boolean) => onHidden(isHidden),
  }
  let onSamples: Parameters<Microphone['open']>[0] = () => undefined
  let onLost: () => void = () => undefined
  let onHidden: (isHidden: boolean) => void = () => undefined
  const microphone: Microphone = {
    open: async (...given) => {
      fake.asked += 1
      await fake.answered
      if (fake.fault !== undefined) return err(fake.fault)
      ;[onSamples, onLost, onHidden] = given
      fake.isOpen = true
      fake.opened += 1
      return ok({
        rate: RATE,
        close: () => {
          fake.isOpen = false
        },
      })
    },
  }
  return { ...fake, fake, microphone }
}

const sampleAt = (i: number): number => {
  const wave = (hertz: number) => Math.sin((i * 2 * Math.PI * hertz) / RATE)
  return wave(150) * 0.6 + wave(450) * 0.3 + wave(1500) * 0.1
}

interface Studio extends Pick<World, 'store' | 'platform' | 'pages'> {
  readonly recorder: Recorder
  readonly speaker: Speaker
  readonly microphone: ReturnType<typeof createFakeMicrophone>
}

const openStudio = async (store: Store = deviceStore()): Promise<Studio> => {
  const microphone = createFakeMicrophone()
  const world = await startedWorld({ store, microphone: microphone.microphone })
  const recorder = await world.pages.recorder()
  await recorder.load()
  const known = recorder.speakers.value[0]
  const consent = { ...CONSENT, at: 1 }
  const speaker = known ?? (await recorder.saveSpeaker({ ...ABOUT, consent }))!
  const { platform, pages } = world
  return { store, platform, pages, recorder, speaker, microphone }
}

const deviceStore = (): Store => ({ ...createMemoryStore(), kind: 'device' })

const phaseIs = (recorder: Recorder, kind: string) =>
  vi.waitFor(() => expect(recorder.phase.value.kind).toBe(kind), { interval: 1 })

const subjectOf = ({ speaker }: Studio, entry = INH): Subject => ({
  ...{ kind: 'headword', language: BA_NA, entry, text: 'inh' },
  ...{ form: 'bn-f00005' as FormId, speaker: speaker.id },
})

/** Somebody speaks a word. */
const speak = async ({ recorder, microphone }: Studio): Promise<Take> => {
  microphone.hear(0.8, 0)
  microphone.hear(0.5)
  microphone.hear(1, 0)
  await phaseIs(recorder, 'heard')
  const { value } = recorder.phase
  if (value.kind !== 'heard') throw new Error(value.kind)
  return value.take
}

const beginSession = async (studio: Studio, entries = [INH, ET]) => {
  const { recorder, speaker } = studio
  await recorder.begin({ language: BA_NA, speaker: speaker.id, title: 'x', entries })
}

describe('one word', () => {
  test('is heard, stored before it is shown, judged, drawn, and kept', async () => {
    const studio = await openStudio()
    const { recorder, store, microphone } = studio
    await recorder.listen(subjectOf(studio))
    expect(recorder.phase.value).toMatchObject({ kind: 'waiting', subject: { text: 'inh' } })
    microphone.hear(0.8, 0)
    microphone.hear(0.3)
    expect(recorder.phase.value.kind).toBe('recording')
    microphone.hear(1, 0)
    await phaseIs(recorder, 'heard')
    const { value } = recorder.phase
    if (value.kind !== 'heard') throw new Error()
    const { take, waveform, speech } = value
    expect(succeeded(await store.takes.list())).toEqual([take])
    expect(take).toMatchObject({ entry: INH, text: 'inh', state: 'fresh', faults: [], rate: RATE })
    expect(take.id).toMatch(/^[\da-z]{25,}$/)
    expect(take.length / RATE).toBeCloseTo(0.4 + 0.3 + 0.25, 1)
    expect(waveform).toHaveLength(120)
    expect(speech![0]).toBeGreaterThan(30)
    expect(speech![1]).toBeLessThan(110)

    await recorder.keep()
    expect(succeeded(await store.takes.list())).toEqual([{ ...take, state: 'kept' }])
    expect(recorder.phase.value.kind).toBe('off')
    expect(microphone.fake.isOpen).toBe(false)
    expect(studio.platform.persistAsked).toBe(1)
  })

  test('is heard again as it was spoken', async () => {
    const studio = await openStudio()
    await studio.recorder.listen(subjectOf(studio))
    const take = await speak(studio)
    const { id, type, load } = studio.recorder.playable(take)
    expect([id, type]).toEqual([take.id, 'audio/wav'])
    const sound = succeeded(readWav(succeeded(await load())))
    expect(sound.rate).toBe(RATE)
    const [samples] = sound.channels
    const onset = samples!.findIndex((sample) => sample !== 0) - 1
    const spoken = samples!.subarray(onset, onset + RATE / 2)
    const differences = spoken.map((sample, i) => Math.abs(sample - sampleAt(i) * 0.2))
    expect(Math.max(...differences)).toBeLessThan(1 / 32_768)
  })

  test('is done again: the first take is gone', async () => {
    const studio = await openStudio()
    const { recorder, store } = studio
    await recorder.listen(subjectOf(studio))
    const first = await speak(studio)
    await recorder.redo()
    expect(recorder.phase.value.kind).toBe('waiting')
    expect(succeeded(await store.takes.samples(first.id))).toBeUndefined()
    const second = await speak(studio)
    expect(succeeded(await store.takes.list())).toEqual([second])
  })

  test('by hand it begins and ends at once', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await recorder.listen(subjectOf(studio))
    microphone.hear(1, 0)
    recorder.start()
    expect(recorder.phase.value.kind).toBe('recording')
    microphone.hear(0.5, 0.001)
    recorder.stop()
    await phaseIs(recorder, 'heard')
    expect(recorder.phase.value).toMatchObject({ take: { length: 0.4 * RATE + 8 * 1024 } })
  })

  test('what is heard while it is being judged is not recorded', async () => {
    const studio = await openStudio()
    await studio.recorder.listen(subjectOf(studio))
    const take = await speak(studio)
    studio.microphone.hear(3)
    studio.microphone.hear(2, 0)
    expect(studio.recorder.phase.value).toMatchObject({ kind: 'heard', take })
    expect(studio.recorder.takes.value).toHaveLength(1)
  })

  test('listening twice for the same does nothing to the take that is under way', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await recorder.listen(subjectOf(studio))
    microphone.hear(0.8, 0)
    microphone.hear(0.3)
    await recorder.listen(subjectOf(studio))
    expect(recorder.phase.value.kind).toBe('recording')
  })

  test('does not advance a session that waits', async () => {
    const studio = await openStudio()
    await beginSession(studio)
    await studio.recorder.close()
    await studio.recorder.listen(subjectOf(studio))
    await speak(studio)
    await studio.recorder.keep()
    expect(studio.recorder.plan.value?.position).toBe(0)
    expect(studio.recorder.phase.value.kind).toBe('off')
  })

  test('the level is told while it listens', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await recorder.listen(subjectOf(studio))
    const levels: Level[] = []
    const stop = recorder.level.subscribe((level) => levels.push(level))
    microphone.hear(1, 0)
    microphone.hear(0.5, 1.7)
    stop()
    expect(levels.length).toBeGreaterThan(15)
    expect(levels.length).toBeLessThan(28)
    expect(levels[levels.length - 1]).toMatchObject({ warning: 'too-loud' })
    await recorder.close()
    expect(recorder.level.value.rms).toBe(-100)
  })
})

describe('a session', () => {
  test('goes from entry to entry, and ends after the last', async () => {
    const studio = await openStudio()
    const { recorder, store, microphone } = studio
    await beginSession(studio)
    expect(recorder.phase.value).toMatchObject({
      subject: { entry: INH, text: 'inh', form: 'bn-f00005', language: BA_NA },
    })
    await speak(studio)
    await recorder.keep()
    expect(succeeded(await store.takes.session())).toMatchObject({
      position: 1,
      entries: [INH, ET],
    })
    expect(recorder.phase.value).toMatchObject({ kind: 'waiting', subject: { entry: ET } })
    expect(microphone.fake.opened).toBe(1)
    await speak(studio)
    await Promise.all([recorder.keep(), recorder.keep()])
    expect(recorder.plan.value?.position).toBe(2)
    expect(recorder.phase.value.kind).toBe('off')
    expect(recorder.takes.value.map(({ state, entry }) => [state, entry])).toEqual([
      ['kept', INH],
      ['kept', ET],
    ])
    await recorder.end()
    expect(succeeded(await store.takes.session())).toBeUndefined()
  })

  test('passes entries over, and comes back to them and to their takes', async () => {
    const studio = await openStudio()
    const { recorder, store } = studio
    await beginSession(studio)
    const take = await speak(studio)
    await recorder.skip()
    expect(recorder.phase.value).toMatchObject({ kind: 'waiting', subject: { entry: ET } })
    expect(succeeded(await store.takes.session())).toMatchObject({ position: 1, skipped: [INH] })
    expect(succeeded(await store.takes.list())).toEqual([take])
    await recorder.back()
    expect(recorder.phase.value).toMatchObject({ kind: 'heard', take })
    await recorder.back()
    expect(recorder.plan.value?.position).toBe(0)
  })

  test('what was passed over and then recorded is passed over no more', async () => {
    const studio = await openStudio()
    const { recorder } = studio
    await beginSession(studio)
    await recorder.skip()
    await recorder.back()
    expect(recorder.plan.value?.skipped).toEqual([INH])
    await speak(studio)
    await recorder.keep()
    expect(recorder.plan.value).toMatchObject({ position: 1, skipped: [] })
  })

  test('a button pressed twice does nothing to the take that is shown next', async () => {
    const studio = await openStudio()
    const { recorder } = studio
    await beginSession(studio)
    const first = await speak(studio)
    await recorder.skip()
    const second = await speak(studio)
    await recorder.back()
    await Promise.all([recorder.keep(), recorder.keep()])
    expect(recorder.phase.value).toMatchObject({ kind: 'heard', take: second })
    expect(recorder.takes.value).toContainEqual({ ...first, state: 'kept' })
    expect(recorder.takes.value).toContainEqual(second)
    await Promise.all([recorder.keep(), recorder.redo()])
    expect(recorder.takes.value.map(({ state }) => state)).toEqual(['kept', 'kept'])
  })

  test('says so where its dictionary was removed meanwhile', async () => {
    const studio = await openStudio()
    const { recorder, pages } = studio
    await beginSession(studio)
    await recorder.close()
    await pages.keeper.remove(BA_NA)
    await recorder.resume()
    expect(recorder.phase.value).toEqual({
      kind: 'failed',
      fault: { kind: 'dictionary-missing' },
    })
    expect(recorder.plan.value?.position).toBe(0)
  })

  test('what is heard while it moves on belongs to no entry', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await beginSession(studio)
    microphone.hear(0.8, 0)
    const moved = recorder.skip()
    microphone.hear(0.5)
    microphone.hear(1, 0)
    await moved
    expect(recorder.phase.value).toMatchObject({ kind: 'waiting', subject: { entry: ET } })
    expect(recorder.takes.value).toEqual([])
    await recorder.redo()
    await speak(studio)
  })

  test('the place is shown together with what happens there', async () => {
    const studio = await openStudio()
    const { recorder } = studio
    await beginSession(studio)
    await speak(studio)
    const shown: string[] = []
    const stop = effect(() => {
      shown.push(`${recorder.plan.value?.position} ${recorder.phase.value.kind}`)
    })
    await recorder.keep()
    stop()
    expect(shown).toEqual(['0 heard', '1 waiting'])
  })

  test('passes over what the dictionary has no more', async () => {
    const studio = await openStudio()
    await beginSession(studio, ['gone' as EntryId, ET])
    expect(studio.recorder.phase.value).toMatchObject({ subject: { entry: ET } })
    expect(studio.recorder.plan.value).toMatchObject({ position: 1, skipped: ['gone'] })
  })

  test('after a kill the fresh take is offered, and the session goes on', async () => {
    const first = await openStudio()
    await beginSession(first)
    const take = await speak(first)

    const { recorder, store, microphone } = await openStudio(first.store)
    expect(recorder.plan.value).toMatchObject({ position: 0 })
    expect(recorder.phase.value.kind).toBe('off')
    await recorder.resume()
    expect(recorder.phase.value).toMatchObject({ kind: 'heard', take })
    expect(microphone.fake.isOpen).toBe(false)
    await recorder.keep()
    expect(recorder.phase.value).toMatchObject({ kind: 'waiting', subject: { entry: ET } })
    expect(succeeded(await store.takes.session())?.position).toBe(1)
  })

  test('killed in the middle of a word what had arrived is offered, and can be kept', async () => {
    const first = await openStudio()
    await beginSession(first)
    first.microphone.hear(0.8, 0)
    first.microphone.hear(2)
    await vi.waitFor(async () => {
      const [take] = succeeded(await first.store.takes.list())
      expect(take!.length / RATE).toBeGreaterThan(2)
    })

    const { recorder, store } = await openStudio(first.store)
    await recorder.resume()
    const { value } = recorder.phase
    if (value.kind !== 'heard') throw new Error(value.kind)
    expect(value.take.state).toBe('broken-off')
    expect(value.take.length / RATE).toBeGreaterThan(2)
    await recorder.keep()
    const [kept] = succeeded(await store.takes.list())
    expect(kept).toMatchObject({ state: 'kept', length: value.take.length, faults: ['cut-off'] })
    expect(succeeded(await store.takes.samples(kept!.id))).toHaveLength(kept!.length)
    expect(recorder.plan.value?.position).toBe(1)
  })

  test('a take of which nothing had arrived is cleared away', async () => {
    const store = deviceStore()
    const studio = await openStudio(store)
    await studio.recorder.listen(subjectOf(studio))
    const take = await speak(studio)
    succeeded(await store.takes.begin({ ...take, id: 'empty', length: 0 }))
    const { recorder } = await openStudio(store)
    expect(recorder.takes.value).toEqual([take])
    expect(succeeded(await store.takes.list())).toEqual([take])
  })

  test('paused in the middle of a word it keeps the word, and goes on with it', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await beginSession(studio)
    microphone.hear(0.8, 0)
    microphone.hear(0.3)
    await recorder.close()
    expect(recorder.phase.value.kind).toBe('off')
    expect(recorder.takes.value).toMatchObject([{ state: 'fresh' }])
    await recorder.resume()
    expect(recorder.phase.value).toMatchObject({ kind: 'heard', take: { entry: INH } })
  })
})

describe('the page in the background', () => {
  test('ends the take that runs, and goes on where it was', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await beginSession(studio)
    microphone.hear(0.8, 0)
    microphone.hear(0.3)
    microphone.hide(true)
    await phaseIs(recorder, 'heard')
    microphone.hide(false)
    await recorder.keep()
    expect(recorder.phase.value).toMatchObject({ kind: 'waiting', subject: { entry: ET } })
    microphone.hide(true)
    microphone.hide(false)
    await speak(studio)
    expect(recorder.takes.value).toHaveLength(2)
  })

  test('opens a microphone anew that was taken away meanwhile', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await beginSession(studio)
    microphone.hide(true)
    microphone.lose()
    expect(microphone.fake.opened).toBe(1)
    microphone.hide(false)
    await vi.waitFor(() => expect(microphone.fake.opened).toBe(2))
    await phaseIs(recorder, 'waiting')
    await speak(studio)
  })
})

describe('the microphone', () => {
  test.each([
    'microphone-denied',
    'microphone-missing',
    'microphone-busy',
    'microphone-unsupported',
  ] as const)('%s is told, and can be tried again', async (kind) => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    microphone.fake.fault = { kind }
    await recorder.listen(subjectOf(studio))
    expect(recorder.phase.value).toEqual({ kind: 'failed', fault: { kind } })
    microphone.fake.fault = undefined
    await recorder.listen(subjectOf(studio))
    expect(recorder.phase.value.kind).toBe('waiting')
  })

  test('left while the browser asks: nothing waits for the answer, which closes it again', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    const answer = microphone.fake.beSlow()
    const listening = recorder.listen(subjectOf(studio))
    await phaseIs(recorder, 'asking')
    await recorder.close()
    await listening
    expect(recorder.phase.value.kind).toBe('off')
    await recorder.load()
    answer()
    await vi.waitFor(() => expect(microphone.fake.opened).toBe(1))
    await vi.waitFor(() => expect(microphone.fake.isOpen).toBe(false))
    expect(recorder.phase.value.kind).toBe('off')
  })

  test('come back to while the browser still asks: the one answer serves', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    const answer = microphone.fake.beSlow()
    void recorder.listen(subjectOf(studio))
    await phaseIs(recorder, 'asking')
    await recorder.close()
    const listening = recorder.listen(subjectOf(studio))
    await phaseIs(recorder, 'asking')
    answer()
    await listening
    expect(recorder.phase.value.kind).toBe('waiting')
    expect(microphone.fake).toMatchObject({ asked: 1, opened: 1, isOpen: true })
    await speak(studio)
  })

  test('lost in the middle of a word: what was heard is there', async () => {
    const studio = await openStudio()
    const { recorder, microphone } = studio
    await recorder.listen(subjectOf(studio))
    microphone.hear(0.8, 0)
    microphone.hear(0.3)
    microphone.lose()
    await phaseIs(recorder, 'heard')
    expect(microphone.fake.isOpen).toBe(false)
    await recorder.redo()
    expect(recorder.phase.value.kind).toBe('waiting')
    microphone.lose()
    expect(recorder.phase.value).toEqual({ kind: 'failed', fault: { kind: 'microphone-lost' } })
  })
})

describe('a device that is full', () => {
  /** A store that can be filled and emptied. */
  const createFullStore = () => {
    const store = deviceStore()
    const full = err({ kind: 'storage-full' } as const)
    const state = { isFull: false }
    const refusing =
      <Given extends unknown[], Answer>(method: (...given: Given) => Promise<Answer>) =>
      (...given: Given) =>
        state.isFull ? Promise.resolve(full) : method(...given)
    const { begin, addPiece, finish, update, saveSession } = store.takes
    const takes = {
      ...store.takes,
      begin: refusing(begin),
      addPiece: refusing(addPiece),
      finish: refusing(finish),
      update: refusing(update),
      saveSession: refusing(saveSession),
    }
    return { store: { ...store, takes }, state }
  }

  test('keeps a take in memory until there is room, throws nothing away, and says so', async () => {
    const { store, state } = createFullStore()
    const studio = await openStudio(store)
    const { recorder } = studio
    await beginSession(studio)
    state.isFull = true
    const take = await speak(studio)
    const unsaved = { kind: 'heard', take, unsaved: { kind: 'storage-full' } }
    expect(recorder.phase.value).toMatchObject(unsaved)
    await recorder.keep()
    await recorder.retryStore()
    expect(recorder.phase.value).toMatchObject(unsaved)
    expect(recorder.plan.value?.position).toBe(0)
    expect(succeeded(await recorder.playable(take).load()).length).toBe(44 + take.length * 2)
    await recorder.load()
    expect(recorder.takes.value).toEqual([take])

    state.isFull = false
    await recorder.retryStore()
    expect(recorder.phase.value).not.toHaveProperty('unsaved')
    expect(succeeded(await store.takes.list())).toEqual([take])
    await recorder.keep()
    expect(recorder.plan.value?.position).toBe(1)
  })

  test('in the middle of a word it has the whole word, once there is room', async () => {
    const { store, state } = createFullStore()
    const studio = await openStudio(store)
    const { recorder, microphone } = studio
    await beginSession(studio)
    microphone.hear(0.8, 0)
    microphone.hear(1)
    state.isFull = true
    microphone.hear(1)
    microphone.hear(1, 0)
    await phaseIs(recorder, 'heard')
    state.isFull = false
    await recorder.keep()
    const [kept] = succeeded(await store.takes.list())
    expect(kept).toMatchObject({ state: 'kept' })
    expect(kept!.length / RATE).toBeCloseTo(2.65, 1)
    expect(succeeded(await store.takes.session())?.position).toBe(1)
  })

  test('an unsaved take is offered again after the screen was left', async () => {
    const { store, state } = createFullStore()
    const studio = await openStudio(store)
    const { recorder } = studio
    await recorder.listen(subjectOf(studio))
    state.isFull = true
    const take = await speak(studio)
    await recorder.close()
    await recorder.listen(subjectOf(studio))
    expect(recorder.phase.value).toMatchObject({ take, unsaved: { kind: 'storage-full' } })
  })

  test('a take that could not be marked as kept stays as it was', async () => {
    const { store, state } = createFullStore()
    const studio = await openStudio(store)
    const { recorder } = studio
    await beginSession(studio)
    await speak(studio)
    state.isFull = true
    await recorder.keep()
    expect(recorder.fault.value).toEqual({ kind: 'storage-full' })
    expect(recorder.phase.value).toMatchObject({ kind: 'heard', take: { state: 'fresh' } })
    state.isFull = false
    await recorder.keep()
    expect(recorder.fault.value).toBeUndefined()
    expect(recorder.plan.value?.position).toBe(1)
  })
})

describe('speakers', () => {
  test('agree by touch and then by voice', async () => {
    const studio = await openStudio()
    const { recorder, store } = studio
    const agreed = await recorder.agree({ ...ABOUT, name: 'C. D.' }, CONSENT)
    expect(agreed?.consent).toMatchObject({ ...CONSENT, at: expect.any(Number) })
    expect(recorder.phase.value).toMatchObject({ kind: 'waiting', subject: { kind: 'consent' } })
    studio.microphone.hear(1, 0)
    studio.microphone.hear(1)
    studio.microphone.hear(2, 0)
    studio.microphone.hear(1)
    studio.microphone.hear(3, 0)
    await phaseIs(recorder, 'heard')
    await recorder.keep()
    const [take] = recorder.takes.value
    expect(take).toMatchObject({ kind: 'consent', speaker: agreed?.id, faults: [] })
    expect(take!.length / RATE).toBeGreaterThan(4)
    const stored = succeeded(await store.takes.speakers())
    expect(stored.find(({ id }) => id === agreed?.id)?.consent.take).toBe(take!.id)
  })

  test('who agrees and cannot be stored is told', async () => {
    const store = deviceStore()
    const full = err({ kind: 'storage-full' } as const)
    const takes = { ...store.takes, saveSpeaker: store.takes.saveSpeaker }
    const { recorder, microphone } = await openStudio({ ...store, takes })
    takes.saveSpeaker = async () => full
    expect(await recorder.agree(ABOUT, CONSENT)).toBeUndefined()
    expect(recorder.phase.value).toEqual({ kind: 'failed', fault: { kind: 'storage-full' } })
    expect(microphone.fake.opened).toBe(0)
    takes.saveSpeaker = store.takes.saveSpeaker
    expect(await recorder.agree(ABOUT, CONSENT)).toBeDefined()
    expect(recorder.phase.value.kind).toBe('waiting')
  })

  test('whose consent was broken off and kept in the list have agreed by voice', async () => {
    const first = await openStudio()
    const agreed = (await first.recorder.agree({ ...ABOUT, name: 'C. D.' }, CONSENT))!
    first.microphone.hear(1, 0)
    first.microphone.hear(1)
    await vi.waitFor(async () => {
      const [take] = succeeded(await first.store.takes.list())
      expect(take!.length / RATE).toBeGreaterThan(1)
    })
    const { recorder, store } = await openStudio(first.store)
    const [take] = recorder.takes.value
    expect(take?.state).toBe('broken-off')
    await recorder.keepTakes([take!.id])
    const stored = succeeded(await store.takes.speakers())
    expect(stored.find(({ id }) => id === agreed.id)?.consent.take).toBe(take!.id)
  })

  test('whose consent was kept and not noted before a kill have agreed by voice', async () => {
    const first = await openStudio()
    const agreed = (await first.recorder.agree({ ...ABOUT, name: 'C. D.' }, CONSENT))!
    first.microphone.hear(1, 0)
    first.microphone.hear(1)
    first.microphone.hear(3, 0)
    await phaseIs(first.recorder, 'heard')
    await first.recorder.keep()
    const [take] = first.recorder.takes.value
    succeeded(await first.store.takes.saveSpeaker(agreed))
    const { recorder } = await openStudio(first.store)
    const found = recorder.speakers.value.find(({ id }) => id === agreed.id)
    expect(found?.consent.take).toBe(take!.id)

    // What was said to other terms is no consent to these.
    const anew = { ...agreed, consent: { ...agreed.consent, at: take!.at + 1 } }
    succeeded(await first.store.takes.saveSpeaker(anew))
    await recorder.load()
    expect(recorder.speakers.value).toContainEqual(anew)
  })

  test('go with all their takes and their session', async () => {
    const studio = await openStudio()
    const { recorder, store, speaker } = studio
    await beginSession(studio)
    await speak(studio)
    await recorder.removeSpeaker(speaker.id)
    expect(recorder.phase.value.kind).toBe('off')
    expect(recorder.plan.value).toBeUndefined()
    expect(succeeded(await store.takes.list())).toEqual([])
    expect(succeeded(await store.takes.speakers())).toEqual([])
  })
})

describe('the list of takes', () => {
  test('undecided ones can be kept and removed there', async () => {
    const studio = await openStudio()
    const { recorder, store } = studio
    await beginSession(studio)
    const first = await speak(studio)
    await recorder.skip()
    const second = await speak(studio)
    await recorder.close()
    await recorder.keepTakes([first.id])
    await recorder.removeTakes([second.id])
    expect(succeeded(await store.takes.list())).toEqual([{ ...first, state: 'kept' }])
    expect(recorder.takes.value).toEqual([{ ...first, state: 'kept' }])
  })
})

describe('choose', () => {
  test('gives the entries of a topic, of the favourites, and those that nobody has recorded', async () => {
    const studio = await openStudio()
    const { recorder, store } = studio
    const topic = 'tu-gioi-thieu' as Topic
    expect(await recorder.choose(BA_NA, { kind: 'topic', topic })).toEqual([INH])
    const favourite = { language: BA_NA, entry: ET, headword: 'et', glossVi: 'uống', at: 1 }
    await store.favourites.add(favourite)
    expect(await recorder.choose(BA_NA, { kind: 'favourites' })).toEqual([ET])
    const without = (variety: string) =>
      recorder.choose(BA_NA, { kind: 'without-audio', variety: variety as VarietyId })
    expect(await without('kon-tum')).toEqual([ET])
    expect(await without('pleiku')).toEqual([ET, INH])
    await recorder.listen(subjectOf(studio))
    await speak(studio)
    await recorder.keep()
    expect(await without('pleiku')).toEqual([ET])
    expect(await without('golar')).toEqual([ET, INH])
  })
})
