import { SILENCE, toDecibels } from './levels'

/** Seconds. */
export const FRAME = 0.01

/** The last seconds of sound that arrives bit by bit, cut into frames whose levels are known. */
export interface Frames {
  /** Samples of a frame. */
  readonly size: number
  /** Takes at most as many samples as complete one frame; gives how many. */
  add(samples: Float32Array): number
  /** Samples and whole frames since the beginning. */
  end(): number
  count(): number
  /** Samples by their numbers since the beginning; what is no longer there is left out. */
  between(from: number, to: number): Float32Array
  /** dBFS of frames by their numbers, without rumble; of those that are no longer there: none. */
  levels(from: number, to: number): number[]
  /** Greatest sample of each, 0 … 1. */
  peaks(from: number, to: number): number[]
}

/** Hz. Below is the handling of the device, wind, an engine; no voice. */
const RUMBLE = 90

/** @param seconds that are kept */
export const createFrames = (rate: number, seconds: number): Frames => {
  const size = Math.max(1, Math.round(FRAME * rate))
  const kept = Math.ceil(seconds / FRAME)
  const ring = new Float32Array(kept * size)
  const levels = new Float32Array(kept).fill(SILENCE)
  const peaks = new Float32Array(kept)
  const withoutRumble = createHighPass(rate)
  let end = 0
  let energy = 0
  let peak = 0

  const recent = (values: Float32Array, from: number, to: number): number[] => {
    const count = Math.floor(end / size)
    const first = Math.max(0, from, count - kept)
    return Array.from(
      { length: Math.max(0, Math.min(to, count) - first) },
      (_, i) => values[(first + i) % kept]!,
    )
  }

  return {
    size,
    add: (samples) => {
      const taken = Math.min(samples.length, size - (end % size))
      for (let i = 0; i < taken; i++) {
        const sample = samples[i]!
        ring[(end + i) % ring.length] = sample
        peak = Math.max(peak, Math.abs(sample))
        energy += withoutRumble(sample) ** 2
      }
      end += taken
      if (end % size === 0 && taken > 0) {
        const at = (end / size - 1) % kept
        levels[at] = toDecibels(Math.sqrt(energy / size))
        peaks[at] = peak
        energy = 0
        peak = 0
      }
      return taken
    },
    end: () => end,
    count: () => Math.floor(end / size),
    between: (from, to) => {
      const first = Math.max(0, from, end - ring.length)
      return Float32Array.from(
        { length: Math.max(0, Math.min(to, end) - first) },
        (_, i) => ring[(first + i) % ring.length]!,
      )
    },
    levels: (from, to) => recent(levels, from, to),
    peaks: (from, to) => recent(peaks, from, to),
  }
}

/** Sample by sample, second order; as if the first sample had been there for ever. */
const createHighPass = (rate: number): ((sample: number) => number) => {
  const decay = 1 / (1 + (2 * Math.PI * RUMBLE) / rate)
  let isFirst = true
  let before = 0
  let middle = 0
  let after = 0
  return (sample) => {
    if (isFirst) before = sample
    isFirst = false
    const next = decay * (middle + sample - before)
    after = decay * (after + next - middle)
    before = sample
    middle = next
    return after
  }
}
