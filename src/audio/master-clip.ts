import { highPass } from './high-pass'
import { fromDecibels, peakLevel, rmsLevel } from './levels'
import { limit } from './limit'
import type { Pcm, Speech } from './pcm'
import { resample } from './resample'

/**
 * RMS of the speech of every mastered recording, dBFS: the loudest at which the peaks of nearly all
 * voices fit below full scale, so that phones with weak loudspeakers are loud enough.
 */
export const MASTERED_LEVEL = -20

/** Samples a second of mastered recordings: 12 kHz holds all that tells the sounds of speech apart. */
export const MASTERED_RATE = 24_000

/** dBFS; lossy coding adds up to 1 dB to a peak. */
const CEILING = -1

/** dB. Turning single peaks down by more is heard; then the whole recording stays that much quieter. */
const MOST_LIMITED = 7

/**
 * Seconds kept on either side of speech. There the room comes and goes evenly, by so many dB: a breath
 * of a consonant that was not found is still heard, and a hissing room is not heard to begin. With a
 * second of speech between, the file stays below 6,000 bytes.
 */
const BEFORE = 0.03
const AFTER = 0.05
const FADED_BY = 50

/** Seconds at the very ends, so that nothing clicks, not even what was cut off. */
const EDGE = 0.004

export interface MasteredPcm extends Pcm {
  /** RMS of its speech, dBFS: MASTERED_LEVEL, less where the peaks did not allow it. */
  readonly level: number
}

/** Cut to the speech, at one loudness, at one rate: what is coded and heard. */
export const masterClip = (pcm: Pcm, speech: Speech): MasteredPcm => {
  const { samples, rate } = pcm
  const start = Math.max(0, speech.start - Math.round(BEFORE * rate))
  const end = Math.min(samples.length, speech.end + Math.round(AFTER * rate))
  const cut = highPass(samples, rate).slice(start, end)
  const faded = fade(cut, rate, speech.start - start, speech.end - start)
  const { samples: even } = resample({ samples: faded, rate }, MASTERED_RATE)
  const stretches = speech.stretches.map((stretch) => ({
    start: toMastered(stretch.start - start, rate),
    end: toMastered(stretch.end - start, rate),
  }))
  return levelled(even, stretches)
}

const toMastered = (sample: number, rate: number): number =>
  Math.round((sample * MASTERED_RATE) / rate)

const levelled = (samples: Float32Array, stretches: Speech['stretches']): MasteredPcm => {
  const most = CEILING + MOST_LIMITED - peakLevel(samples)
  let gain = MASTERED_LEVEL - speechLevel(samples, stretches)
  let result = samples
  let level = MASTERED_LEVEL
  // What the limiter takes away is given back: twice is within 0.1 dB.
  for (let round = 0; round < 3; round++) {
    gain = Math.min(gain, most)
    result = limit(amplify(samples, gain), MASTERED_RATE, CEILING)
    level = speechLevel(result, stretches)
    gain += MASTERED_LEVEL - level
  }
  return { samples: result, rate: MASTERED_RATE, level }
}

const speechLevel = (samples: Float32Array, stretches: Speech['stretches']): number => {
  let power = 0
  let length = 0
  for (const { start, end } of stretches) {
    power += 10 ** (rmsLevel(samples, start, Math.min(end, samples.length)) / 10) * (end - start)
    length += end - start
  }
  return 10 * Math.log10(power / Math.max(1, length) + 1e-10)
}

const amplify = (samples: Float32Array, decibels: number): Float32Array => {
  const factor = fromDecibels(decibels)
  return samples.map((sample) => sample * factor)
}

/** In before `from` and out after `to`. */
const fade = (samples: Float32Array, rate: number, from: number, to: number): Float32Array => {
  const edge = Math.min(Math.round(EDGE * rate), samples.length >> 2)
  const before = Math.round(BEFORE * rate)
  const after = Math.round(AFTER * rate)
  return samples.map((sample, i) => {
    const away = Math.max((from - i) / before, (i - to) / after, 0)
    const toEnd = Math.min(i, samples.length - 1 - i)
    return sample * fromDecibels(-FADED_BY * away) * (toEnd < edge ? raisedCosine(toEnd / edge) : 1)
  })
}

/** 0 … 1 → 0 … 1. */
const raisedCosine = (x: number): number => (1 - Math.cos(Math.PI * x)) / 2
