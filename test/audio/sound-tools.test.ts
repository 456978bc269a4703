import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { downmix } from '../../src/audio/downmix'
import { highPass } from '../../src/audio/high-pass'
import { fromDecibels, peakLevel, rmsLevel, SILENCE, toDecibels } from '../../src/audio/levels'
import { limit } from '../../src/audio/limit'
import { resample } from '../../src/audio/resample'
import { peaksOf } from '../../src/audio/waveform'
import { hiss, RATE, voice } from './sounds'

describe('levels', () => {
  test('full scale is 0 dB, silence as low as 16 bits', () => {
    expect(toDecibels(1)).toBe(0)
    expect(toDecibels(0)).toBe(SILENCE)
    expect(toDecibels(fromDecibels(-20))).toBeCloseTo(-20)
    expect(rmsLevel(voice(1, -12))).toBeCloseTo(-12, 1)
    expect(rmsLevel(new Float32Array(10), 5, 5)).toBe(SILENCE)
    expect(peakLevel(Float32Array.of(0.1, -0.5))).toBeCloseTo(-6.02, 2)
  })
})

describe('highPass', () => {
  test('leaves a voice and takes rumble and an offset away', () => {
    expect(rmsLevel(highPass(voice(1, -20), RATE), 2000)).toBeCloseTo(-20, 1)
    expect(rmsLevel(highPass(voice(1, -20, RATE, 5), RATE), 2000)).toBeLessThan(-50)
    expect(peakLevel(highPass(new Float32Array(RATE).fill(0.5), RATE))).toBe(SILENCE)
  })
})

describe('resample', () => {
  test('keeps the sound and its length', () => {
    for (const [from, to] of [
      [48_000, 24_000],
      [44_100, 24_000],
      [8000, 24_000],
      [22_050, 16_000],
    ] as const) {
      const { samples, rate } = resample({ samples: voice(0.5, -20, from, 400), rate: from }, to)
      expect(rate).toBe(to)
      expect(samples.length).toBe(Math.ceil(to / 2))
      const wanted = voice(0.5, -20, to, 400)
      const difference = samples.map((sample, i) => sample - wanted[i]!)
      // The ends are where the sound breaks off.
      expect(rmsLevel(difference, 500, samples.length - 500)).toBeLessThan(-70)
    }
  })

  test('lets nothing fold back', () => {
    const high = voice(0.5, -10, 48_000, 14_500)
    expect(
      rmsLevel(resample({ samples: high, rate: 48_000 }, 24_000).samples, 500, 11_500),
    ).toBeLessThan(-70)
  })
})

describe('limit', () => {
  test('nothing is above the ceiling, what is below it stays as it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: -30, max: 12 }),
        (seed, level) => {
          const samples = hiss(0.1, level, RATE, seed)
          const limited = limit(samples, RATE, -1)
          expect(peakLevel(limited)).toBeLessThanOrEqual(-0.999)
          if (peakLevel(samples) <= -1) expect(limited).toEqual(samples)
        },
      ),
    )
  })
})

describe('downmix', () => {
  const sound = voice(0.2, -20)
  const samplesOf = (...channels: readonly Float32Array[]) => downmix(channels, RATE).samples

  test('takes the mean, and the one that has sound where the other has none', () => {
    expect(samplesOf(sound, sound)).toEqual(sound)
    expect(samplesOf(new Float32Array(sound.length), sound)).toEqual(sound)
    expect(samplesOf()).toHaveLength(0)
  })

  test('does not let channels cancel each other out', () => {
    expect(
      samplesOf(
        sound,
        sound.map((sample) => -sample),
      ),
    ).toEqual(sound)
  })
})

describe('peaksOf', () => {
  test('gives the least and the greatest sample of each column', () => {
    expect(peaksOf(Float32Array.of(0.5, -1, 0.25, 0), 2)).toEqual([
      { low: -1, high: 0.5 },
      { low: 0, high: 0.25 },
    ])
    expect(peaksOf(Int16Array.of(16_384), 1)).toEqual([{ low: 0, high: 0.5 }])
    expect(peaksOf(new Float32Array(0), 2)).toHaveLength(2)
    expect(peaksOf(Float32Array.of(1), 3)).toHaveLength(3)
  })
})
