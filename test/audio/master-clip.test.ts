import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peakLevel, rmsLevel } from '../../src/audio/levels'
import { MASTERED_LEVEL, MASTERED_RATE, masterClip } from '../../src/audio/master-clip'
import type { Pcm } from '../../src/audio/pcm'
import { findSpeech } from '../../src/audio/speech'
import { inRoom, RATE, voice } from './sounds'

const master = (pcm: Pcm) => masterClip(pcm, findSpeech(pcm)!)

describe('masterClip', () => {
  test('cuts to the word with a little room, at one rate', () => {
    const { samples, rate } = master(inRoom([1, voice(0.5, -30, 48_000), 2], -75, 48_000))
    expect(rate).toBe(MASTERED_RATE)
    // 0.03 s before and 0.05 s after, and as much of the room as a frame or two at each end.
    expect(samples.length / rate).toBeGreaterThan(0.59)
    expect(samples.length / rate).toBeLessThan(0.65)
  })

  test('comes and goes softly', () => {
    const { samples } = master(inRoom([voice(0.3, -20), voice(0.2, -40)]))
    expect(Math.abs(samples[0]!)).toBeLessThan(1e-3)
    expect(Math.abs(samples[samples.length - 1]!)).toBeLessThan(1e-3)
  })

  test('brings whatever level to one, spread 2 dB at the most', () => {
    const levels = fc.sample(fc.double({ min: -50, max: -6, noNaN: true }), {
      numRuns: 80,
      seed: 5,
    })
    const mastered = levels
      .map((level, i) => {
        const parts = [0.4, voice(0.1 + (i % 9) * 0.1, level), voice(0.08, level - 15), 0.4]
        const clip = master(inRoom(parts, level - 40))
        const { speechLevel } = findSpeech(clip)!
        return speechLevel
      })
      .sort((a, b) => a - b)
    expect(mastered[76]! - mastered[4]!).toBeLessThan(2)
    expect(mastered[40]!).toBeCloseTo(MASTERED_LEVEL, 0)
  })

  test('keeps peaks below full scale, and gives way where that would be heard', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: -10, noNaN: true }), (level) => {
        const peaky = voice(0.5, level)
        for (let i = 2000; i < peaky.length; i += 2000) peaky[i] = 0.9
        const clip = master(inRoom([0.3, peaky, 0.3]))
        expect(peakLevel(clip.samples)).toBeLessThanOrEqual(-0.99)
        expect(clip.level).toBeLessThanOrEqual(MASTERED_LEVEL + 0.1)
      }),
      { numRuns: 20 },
    )
    const quiet = voice(0.5, -40)
    quiet[3000] = 0.9
    expect(master(inRoom([0.3, quiet, 0.3])).level).toBeLessThan(MASTERED_LEVEL - 3)
  })

  test('what was mastered is mastered again to the same', () => {
    const once = master(inRoom([0.5, voice(0.4, -33), 0.5]))
    const twice = master(once)
    expect(Math.abs(twice.level - once.level)).toBeLessThan(0.3)
    expect(Math.abs(twice.samples.length - once.samples.length) / RATE).toBeLessThan(0.1)
  })

  test('the same recording gives the same samples', () => {
    const pcm = inRoom([0.5, voice(0.4, -33, 44_100), 0.5], -70, 44_100)
    expect(master(pcm).samples).toEqual(master(pcm).samples)
  })

  test('takes an offset away', () => {
    const { samples } = inRoom([0.5, voice(0.4, -30), 0.5])
    const clip = master({ samples: samples.map((sample) => sample + 0.3), rate: RATE })
    const mean = clip.samples.reduce((sum, sample) => sum + sample, 0) / clip.samples.length
    expect(Math.abs(mean)).toBeLessThan(0.005)
    expect(rmsLevel(clip.samples)).toBeGreaterThan(-26)
  })
})
