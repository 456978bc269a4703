import { rmsLevel } from './levels'
import type { ClipFault, Pcm, Speech } from './pcm'

/** Of full scale: a recording whose greatest sample is less was not too loud for its device. */
const FULL_SCALE = 0.95
/**
 * The top of a wave that was cut off is flat: more samples lie at it than just below. Parts of the
 * greatest sample, and how many times more; of a tone that merely reaches full scale it is 1.4.
 */
const TOP = 0.985
const BELOW_TOP = 0.955
const FLAT = 2.5
/** Samples: fewer cannot be heard. */
const LEAST_CLIPPED = 12

/** RMS, dBFS. Below it, bringing the word up to the others brings up 20 dB and more of the device's own noise. */
const TOO_QUIET = -42

/** dB between speech and the room. With less, consonants such as h and s drown. */
const LEAST_SIGNAL_TO_NOISE = 15

/** Seconds of speech. A headword of four syllables spoken slowly takes two; a phrase three. */
const LONGEST_SPEECH = 4

/** Seconds. Inside a word no silence lasts so long; between two words read off a list it does. */
const LONGEST_PAUSE = 0.45
/** Seconds: what stands on either side of such a pause is a word, no breath and no knock. */
const SHORTEST_WORD = 0.12

/** Samples a second: below, nothing above 4 to 7 kHz is there, which tells s from h. */
const LEAST_RATE = 16_000

/** Speech at the very first or last so many seconds of a recording, and so few dB below its level, is cut off. */
const EDGE = 0.01
const EDGE_BELOW_SPEECH = 18

/** What is wrong with a recording of one headword, as it was recorded; nothing: it is good. */
export const judgeClip = (pcm: Pcm, speech: Speech | undefined): ClipFault[] => {
  if (speech === undefined) return ['silent']
  const { rate } = pcm
  const faults: ClipFault[] = []
  if (isClipped(pcm.samples)) faults.push('clipped')
  if (speech.speechLevel < TOO_QUIET) faults.push('too-quiet')
  if (speech.speechLevel - speech.noiseLevel < LEAST_SIGNAL_TO_NOISE) faults.push('noisy')
  if ((speech.end - speech.start) / rate > LONGEST_SPEECH) faults.push('too-long')
  if (hasSeveralWords(pcm, speech)) faults.push('several-words')
  if (isCutOff(pcm, speech)) faults.push('cut-off')
  if (rate < LEAST_RATE) faults.push('low-rate')
  return faults
}

const isClipped = (samples: Float32Array): boolean => {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  if (peak < FULL_SCALE) return false
  let top = 0
  let below = 0
  for (const sample of samples) {
    const size = Math.abs(sample) / peak
    if (size >= TOP) top++
    else if (size >= BELOW_TOP) below++
  }
  return top >= LEAST_CLIPPED && top > below * FLAT
}

const hasSeveralWords = ({ rate }: Pcm, { stretches }: Speech): boolean => {
  const words = stretches.filter(({ start, end }) => (end - start) / rate >= SHORTEST_WORD)
  return words.some(({ start }, i) => {
    const before = words[i - 1]
    return before !== undefined && (start - before.end) / rate > LONGEST_PAUSE
  })
}

const isCutOff = ({ samples, rate }: Pcm, { start, end, speechLevel }: Speech): boolean => {
  const edge = Math.round(EDGE * rate)
  const isLoud = (from: number, to: number): boolean =>
    rmsLevel(samples, from, to) > speechLevel - EDGE_BELOW_SPEECH
  const last = Math.max(0, samples.length - edge)
  return (start < edge && isLoud(0, edge)) || (end > last && isLoud(last, samples.length))
}
