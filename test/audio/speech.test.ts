import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSpeech } from '../../src/audio/speech'
import { hiss, inRoom, RATE, voice } from './sounds'

const seconds = (samples: number): number => samples / RATE

describe('findSpeech', () => {
  test('finds where a word begins and ends, to a frame', () => {
    const speech = findSpeech(inRoom([0.5, voice(0.4, -20), 0.7]))!
    expect(seconds(speech.start)).toBeCloseTo(0.5, 1)
    expect(seconds(speech.end)).toBeCloseTo(0.9, 1)
    expect(speech.stretches).toHaveLength(1)
    expect(speech.speechLevel).toBeCloseTo(-20, 0)
    expect(speech.noiseLevel).toBeCloseTo(-70, 0)
  })

  test('finds nobody in silence, hiss, hum and a click', () => {
    expect(findSpeech({ samples: new Float32Array(0), rate: RATE })).toBeUndefined()
    expect(findSpeech({ samples: new Float32Array(RATE), rate: RATE })).toBeUndefined()
    expect(findSpeech({ samples: hiss(2, -30), rate: RATE })).toBeUndefined()
    expect(findSpeech({ samples: voice(2, -30, RATE, 50), rate: RATE })).toBeUndefined()
    expect(findSpeech(inRoom([0.5, voice(0.01, -10), 0.5]))).toBeUndefined()
  })

  test('keeps a weak onset, a closure and a weak end', () => {
    // As a plosive with voice before it, and a final nasal that dies away.
    const { start, end, stretches } = findSpeech(
      inRoom([0.5, voice(0.06, -46), voice(0.3, -18), 0.15, voice(0.05, -44), 0.5]),
    )!
    expect(seconds(start)).toBeLessThanOrEqual(0.51)
    expect(seconds(end)).toBeGreaterThanOrEqual(1.05)
    expect(stretches).toHaveLength(1)
  })

  test('leaves out a click far from the word', () => {
    const { start, end } = findSpeech(
      inRoom([0.2, voice(0.02, -15), 0.8, voice(0.4, -20), 0.8, voice(0.02, -15), 0.2]),
    )!
    expect(seconds(start)).toBeGreaterThan(0.9)
    expect(seconds(end)).toBeLessThan(1.6)
  })

  test('tells two words apart, with the pause between', () => {
    const { stretches } = findSpeech(inRoom([0.3, voice(0.3, -20), 0.6, voice(0.3, -24), 0.3]))!
    expect(stretches).toHaveLength(2)
  })

  test('minds neither an offset nor rumble', () => {
    const clean = inRoom([0.5, voice(0.4, -30), 0.5])
    const rumble = voice(1.4, -35, RATE, 8)
    const samples = clean.samples.map((sample, i) => sample + 0.2 + rumble[i]!)
    const speech = findSpeech({ samples, rate: RATE })!
    // What is left of the rumble is louder than the room, and may be followed for a little.
    expect(seconds(speech.start)).toBeGreaterThan(0.3)
    expect(seconds(speech.end)).toBeLessThan(1.1)
    expect(speech.speechLevel).toBeGreaterThan(-33)
  })

  test('whatever the level and the room, no louder part of the word is cut', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -45, max: -8, noNaN: true }),
        fc.double({ min: 16, max: 50, noNaN: true }),
        fc.double({ min: 0.08, max: 1.2, noNaN: true }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.constantFrom(8000, 16_000, 44_100),
        (level, below, length, before, rate) => {
          const word = voice(length, level, rate)
          const speech = findSpeech(inRoom([before, word, 0.5], level - below, rate))
          expect(speech).toBeDefined()
          const first = Math.round(before * rate)
          const frame = rate * 0.01
          expect(speech!.start).toBeLessThanOrEqual(first + frame)
          expect(speech!.end).toBeGreaterThanOrEqual(first + word.length - frame)
          expect(speech!.start).toBeGreaterThan(first - 12 * frame)
        },
      ),
      { numRuns: 60 },
    )
  })
})
