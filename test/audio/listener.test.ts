import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CONSENT_LIMITS,
  createListener,
  HEADWORD_LIMITS,
  type Heard,
} from '../../src/audio/listener'
import { findSpeech } from '../../src/audio/speech'
import { readWav } from '../../src/audio/wav'
import { succeeded } from '../contract/store'

const RATE = 16_000

/** Seconds. */
interface Word {
  readonly at: number
  readonly long: number
}

/** Sound in which the loudest words have an RMS of 0.1. */
const soundOf = (seconds: number, words: readonly Word[], noise: number, seed = 1) => {
  const samples = new Float32Array(Math.round(seconds * RATE))
  const random = createRandom(seed)
  for (let i = 0; i < samples.length; i++) samples[i] = (random() * 2 - 1) * Math.sqrt(3) * noise
  for (const { at, long } of words) {
    const start = Math.round(at * RATE)
    const length = Math.round(long * RATE)
    for (let i = 0; i < length; i++) samples[start + i]! += voice(i / RATE, long)
  }
  return samples
}

/** A tone of 140 Hz with overtones that comes and goes within 20 ms. */
const voice = (time: number, long: number): number => {
  const shape = Math.min(1, time / 0.02, (long - time) / 0.02)
  const tone = [1, 2, 3, 4, 5].reduce(
    (sum, n) => sum + Math.sin(2 * Math.PI * 140 * n * time) / n,
    0,
  )
  return 0.117 * shape * tone
}

/** 0 … 1, the same at every run. */
const createRandom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface HeardTake {
  readonly samples: Float32Array
  readonly start: number
  readonly end: number
}

/** The takes that a listener makes of the sound, each with where in the sound it lies. */
const takesOf = (
  sound: Float32Array,
  { block = 2048, limits = HEADWORD_LIMITS, rate = RATE } = {},
) => {
  const listener = createListener(rate, limits)
  const takes: HeardTake[] = []
  let parts: Float32Array[] = []
  const hear = (heard: readonly Heard[]) => {
    for (const one of heard) {
      if (one.kind === 'begun') parts = [one.samples]
      else if (one.kind === 'more') parts.push(one.samples)
      else {
        const whole = joined(parts)
        expect(whole.length).toBeGreaterThanOrEqual(one.length)
        const samples = whole.subarray(0, one.length)
        const start = placeOf(samples, sound)
        takes.push({ samples, start: start / rate, end: (start + one.length) / rate })
      }
    }
  }
  for (let at = 0; at < sound.length; at += block)
    hear(listener.feed(sound.subarray(at, at + block)))
  return { takes, listener, isOpen: () => parts.length > 0 }
}

const joined = (parts: readonly Float32Array[]): Float32Array => {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Where the samples stand in the sound. */
const placeOf = (samples: Float32Array, sound: Float32Array): number => {
  const head = samples.subarray(0, 64)
  for (let at = 0; at + samples.length <= sound.length; at++)
    if ([head, samples].every((part) => part.every((sample, i) => sound[at + i] === sample)))
      return at
  throw new Error('The take is not what was heard')
}

describe('createListener', () => {
  test('a take begins 0.4 seconds before the word and ends a quarter after it', () => {
    const { takes } = takesOf(soundOf(4, [{ at: 1.5, long: 0.5 }], 0.001))
    expect(takes).toHaveLength(1)
    expect(takes[0]!.start).toBeCloseTo(1.1, 1)
    expect(takes[0]!.end).toBeCloseTo(2.25, 1)
  })

  test('no onset is lost, no word left out, and none run together, however loud the room', () => {
    const word = fc.record({
      gap: fc.double({ min: 1, max: 2.5, noNaN: true }),
      long: fc.double({ min: 0.15, max: 1.5, noNaN: true }),
    })
    const sample = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      /** dB. */
      signalToNoise: fc.double({ min: 15, max: 50, noNaN: true }),
      block: fc.integer({ min: 64, max: 4096 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
    })
    fc.assert(
      fc.property(sample, ({ words, signalToNoise, block, seed }) => {
        let end = 0
        const placed = words.map(({ gap, long }) => {
          const at = end + gap
          end = at + long
          return { at, long }
        })
        const sound = soundOf(end + 1.2, placed, 0.1 * 10 ** (-signalToNoise / 20), seed)
        const { takes } = takesOf(sound, { block })
        expect(takes).toHaveLength(placed.length)
        for (const [i, { at, long }] of placed.entries()) {
          expect(takes[i]!.start).toBeLessThanOrEqual(at - 0.3)
          expect(takes[i]!.end).toBeGreaterThanOrEqual(at + long)
          expect(takes[i]!.end).toBeLessThanOrEqual(at + long + 0.5)
        }
      }),
      { numRuns: 40 },
    )
  }, 30_000)

  test('a word spoken before the room is known is there from its beginning', () => {
    const { takes } = takesOf(soundOf(2, [{ at: 0.2, long: 0.4 }], 0.001))
    expect(takes).toHaveLength(1)
    expect(takes[0]!.start).toBe(0)
  })

  test('a click, a knock and silence begin nothing', () => {
    const sound = soundOf(
      5,
      [
        { at: 1, long: 0.01 },
        { at: 2, long: 0.03 },
        { at: 3, long: 0.055 },
      ],
      0.001,
    )
    expect(takesOf(sound).isOpen()).toBe(false)
    expect(takesOf(new Float32Array(3 * RATE)).isOpen()).toBe(false)
  })

  test('a steady hum and a steady hiss begin nothing', () => {
    const hum = Float32Array.from(
      { length: 5 * RATE },
      (_, i) => 0.1 * Math.sin((i * 2 * Math.PI * 120) / RATE),
    )
    expect(takesOf(hum).isOpen()).toBe(false)
    expect(takesOf(soundOf(5, [], 0.05)).isOpen()).toBe(false)
  })

  test('a hum that sets in ends by itself, and words after it are heard apart', () => {
    const words = [
      { at: 8, long: 0.5 },
      { at: 10, long: 0.5 },
    ]
    const sound = soundOf(12, words, 0.0005).map(
      (sample, i) => sample + (i > 2 * RATE ? 0.015 * Math.sin((i * 2 * Math.PI * 240) / RATE) : 0),
    )
    const { takes } = takesOf(sound)
    expect(takes.slice(-2).map(({ start }) => Math.round(start * 5) / 5)).toEqual([7.6, 9.6])
  })

  test('a word with a closure inside is one', () => {
    const { takes } = takesOf(
      soundOf(
        4,
        [
          { at: 1, long: 0.2 },
          { at: 1.4, long: 0.2 },
        ],
        0.001,
      ),
    )
    expect(takes).toHaveLength(1)
  })

  test('a click in the silence after a word does not make it longer', () => {
    const sound = soundOf(
      4,
      [
        { at: 1, long: 0.4 },
        { at: 1.9, long: 0.015 },
      ],
      0.001,
    )
    expect(takesOf(sound).takes[0]!.end).toBeLessThan(1.75)
  })

  test('a headword ends at 8 seconds at the latest; consent bears a pause of 2 seconds', () => {
    const talk = Array.from({ length: 30 }, (_, i) => ({ at: 1 + i * 0.4, long: 0.3 }))
    const long = takesOf(soundOf(10, talk.slice(0, 22), 0.001)).takes[0]!
    expect(long.end - long.start).toBeCloseTo(8, 1)
    const said = [
      { at: 1, long: 1 },
      { at: 4, long: 1 },
    ]
    const consent = takesOf(soundOf(9, said, 0.001), { limits: CONSENT_LIMITS }).takes
    expect(consent).toHaveLength(1)
    expect(consent[0]!.end).toBeGreaterThan(5)
  })

  test('by hand a take begins and ends at once, without speech too', () => {
    const listener = createListener(RATE, HEADWORD_LIMITS)
    listener.feed(soundOf(1, [], 0.001))
    const [begun] = listener.begin()
    expect(begun).toMatchObject({ kind: 'begun' })
    expect(begun?.kind === 'begun' && begun.samples.length).toBe(0.4 * RATE)
    expect(listener.begin()).toEqual([])
    expect(listener.feed(soundOf(2, [], 0.001)).map(({ kind }) => kind)).toEqual(['more'])
    expect(listener.finish()).toEqual([{ kind: 'ended', length: 2.4 * RATE }])
    expect(listener.finish()).toEqual([])
  })

  test('what was heard before a reset is no part of the next take', () => {
    const listener = createListener(RATE, HEADWORD_LIMITS)
    listener.feed(soundOf(1, [], 0.001))
    listener.reset(HEADWORD_LIMITS)
    listener.feed(soundOf(0.1, [], 0.001))
    const [begun] = listener.begin()
    expect(begun?.kind === 'begun' && begun.samples.length).toBe(0.1 * RATE)
  })

  test('warns of what is too loud and too quiet, and not of silence', () => {
    const warningOf = (sound: Float32Array) => takesOf(sound).listener.loudness().warning
    expect(warningOf(soundOf(2, [], 0.001))).toBeUndefined()
    const word = soundOf(2, [{ at: 1.2, long: 0.7 }], 0.0002)
    expect(warningOf(word)).toBeUndefined()
    expect(warningOf(word.map((sample) => Math.max(-1, Math.min(1, sample * 8))))).toBe('too-loud')
    expect(warningOf(word.map((sample) => sample * 0.05))).toBe('too-quiet')
  })

  test('tells the level in decibels below full scale', () => {
    const listener = createListener(RATE, HEADWORD_LIMITS)
    listener.feed(Float32Array.from({ length: RATE }, (_, i) => 0.5 * Math.sin(i)))
    expect(listener.loudness().peak).toBeCloseTo(-6, 0)
    expect(listener.loudness().rms).toBeCloseTo(-9, 0)
  })
})

const hasEspeak = spawnSync('espeak-ng', ['--version']).status === 0

describe.skipIf(!hasEspeak)(
  'createListener and a speaking machine (skipped without espeak-ng)',
  () => {
    /** Headwords, as the machine reads them; nobody's pronunciation. */
    const headwords = readFileSync('data/ba-na/entries.csv', 'utf8')
      .split('\n')
      .slice(1, 1200)
      .filter((_, i) => i % 100 === 0)
      .map((line) => line.split(',')[4]!)

    test.each([40, 25, 18])('no sound of a word is cut off, with noise %i dB below it', (below) => {
      for (const [i, word] of headwords.entries()) {
        const wav = spawnSync('espeak-ng', ['-v', 'vi', '--stdout', '--', word]).stdout
        const { channels, rate } = succeeded(readWav(new Uint8Array(wav)))
        const speech = findSpeech({ samples: channels[0]!, rate })!
        const before = Math.round(1.5 * rate)
        const random = createRandom(i + 1)
        const loud = 10 ** ((speech.speechLevel - below) / 20) * Math.sqrt(3)
        const sound = Float32Array.from(
          { length: before + channels[0]!.length + 2 * rate },
          (_, at) => (channels[0]![at - before] ?? 0) + (random() * 2 - 1) * loud,
        )
        const { takes } = takesOf(sound, { rate })
        expect(takes, word).toHaveLength(1)
        const { start, end } = takes[0]!
        expect(start * rate, word).toBeLessThan(before + speech.start)
        expect(end * rate, word).toBeGreaterThan(before + speech.end - 0.05 * rate)
      }
    })
  },
)
