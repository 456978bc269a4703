import { highPass } from './high-pass'
import { energy, peakLevel, rmsLevel, SILENCE, toDecibels } from './levels'
import type { Pcm, Speech } from './pcm'

/** Seconds. Short enough for the burst of a plosive, long enough for a period of a man's voice. */
const FRAME = 0.01

/** Speech is believed where it is so much above the noise, and followed outwards down to the lower one; dB. */
const OPEN_ABOVE_NOISE = 12
const CLOSE_ABOVE_NOISE = 5

/**
 * However quiet the noise: what is so much below the loudest sound is breath, room or the hiss of the
 * coding. A final h or an unreleased nasal lies 25 to 35 dB below the vowel.
 */
const OPEN_BELOW_LOUDEST = 32
const CLOSE_BELOW_LOUDEST = 42

/** Less between the quietest and the loudest: hiss, hum, a room in which nobody speaks; dB. */
const LEAST_CONTRAST = 8

/** Nothing quieter can be heard after any gain; dBFS. */
const LEAST_LOUDEST = -62

/** Seconds of a believed stretch; a click or a knock is shorter, the shortest word is not. */
const LEAST_STRETCH = 0.04

/** Seconds. The closure of a stop lasts up to 0.12, and of a long one 0.2; a longer silence is a pause. */
const LONGEST_CLOSURE = 0.2

/** Seconds. What is short and weak belongs to speech that is so near: a released final stop, a glottal onset. */
const REACH = 0.28

/** Seconds by which voice is followed over a gap when its ends are sought. */
const HANG_OVER = 0.05

/** The share of frames that is taken for the room's own noise. */
const QUIETEST = 0.1

/**
 * Where somebody speaks; none: nobody does. The noise is learnt from the recording itself, so a hissing
 * telephone and a studio are measured alike. Levels are those of the sound above 55 Hz.
 */
export const findSpeech = ({ samples, rate }: Pcm): Speech | undefined => {
  const voice = highPass(samples, rate)
  const size = Math.max(1, Math.round(FRAME * rate))
  const levels = frameLevels(voice, size)
  if (levels.length === 0) return undefined
  const sorted = [...levels].sort((a, b) => a - b)
  const noise = meanLevel(sorted.slice(0, Math.max(1, Math.floor(sorted.length * QUIETEST))))
  const loudest = sorted[sorted.length - 1]!
  if (loudest < LEAST_LOUDEST || loudest - noise < LEAST_CONTRAST) return undefined

  // In a loud place the thresholds meet halfway, so that the word is still found and told to be noisy.
  const half = (loudest - noise) / 2
  const open = Math.max(noise + Math.min(OPEN_ABOVE_NOISE, half), loudest - OPEN_BELOW_LOUDEST)
  const close = Math.max(
    noise + Math.min(CLOSE_ABOVE_NOISE, half / 2),
    loudest - CLOSE_BELOW_LOUDEST,
  )
  const frames = (seconds: number): number => Math.round(seconds / FRAME)
  const found = joinNear(stretchesOf(levels, open, close, frames(HANG_OVER)), LONGEST_CLOSURE)
  const kept = withoutClicks(found, levels, open)
  const first = kept[0]
  if (first === undefined) return undefined

  const stretches = kept.map(({ start, end }) => ({
    start: start * size,
    end: Math.min(samples.length, end * size),
  }))
  const start = stretches[0]!.start
  const end = stretches[stretches.length - 1]!.end
  return {
    start,
    end,
    stretches,
    speechLevel: meanOver(voice, stretches),
    noiseLevel: noiseAround(voice, start, end, rate, noise),
    peakLevel: peakLevel(samples),
  }
}

/** From a frame up to the one after the last. */
interface Stretch {
  readonly start: number
  readonly end: number
}

const frameLevels = (samples: Float32Array, size: number): number[] => {
  const levels: number[] = []
  for (let at = 0; at < samples.length; at += size) {
    const end = Math.min(at + size, samples.length)
    // The rest of a frame at the end is too short to be judged by itself.
    if (end - at >= size / 2 || at === 0) levels.push(rmsLevel(samples, at, end))
  }
  return levels
}

/** Frames that are believed, each followed both ways while it is not as quiet as the room. */
const stretchesOf = (
  levels: readonly number[],
  open: number,
  close: number,
  hangOver: number,
): readonly Stretch[] => {
  const found: Stretch[] = []
  for (let i = 0; i < levels.length; i++) {
    if (levels[i]! < open) continue
    const before = found[found.length - 1]
    const start = reach(levels, i, -1, close, hangOver)
    const end = reach(levels, i, 1, close, hangOver) + 1
    if (before !== undefined && start <= before.end)
      found[found.length - 1] = { start: before.start, end: Math.max(end, before.end) }
    else found.push({ start, end })
    i = end - 1
  }
  return found
}

/** The last frame from `from` in a direction that is not quiet, gaps up to `hangOver` passed over. */
const reach = (
  levels: readonly number[],
  from: number,
  step: 1 | -1,
  close: number,
  hangOver: number,
): number => {
  let last = from
  for (let i = from + step; i >= 0 && i < levels.length; i += step) {
    if (levels[i]! >= close) last = i
    else if (Math.abs(i - last) > hangOver) break
  }
  return last
}

const joinNear = (stretches: readonly Stretch[], seconds: number): readonly Stretch[] => {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const before = joined[joined.length - 1]
    if (before !== undefined && stretch.start - before.end <= seconds / FRAME)
      joined[joined.length - 1] = { start: before.start, end: stretch.end }
    else joined.push(stretch)
  }
  return joined
}

/** Stretches of speech, and short ones that lie so near to one that they are of it. */
const withoutClicks = (
  stretches: readonly Stretch[],
  levels: readonly number[],
  open: number,
): readonly Stretch[] => {
  const believed = ({ start, end }: Stretch): boolean => {
    const frames = levels.slice(start, end).filter((level) => level >= open).length
    return frames * FRAME >= LEAST_STRETCH
  }
  const words = stretches.filter(believed)
  const near = REACH / FRAME
  return joinNear(
    stretches.filter(
      (one) =>
        words.includes(one) ||
        words.some(({ start, end }) => one.start - end <= near && start - one.end <= near),
    ),
    LONGEST_CLOSURE,
  )
}

const meanOver = (samples: Float32Array, stretches: readonly Stretch[]): number => {
  let sum = 0
  let length = 0
  for (const { start, end } of stretches) {
    sum += energy(samples, start, end)
    length += end - start
  }
  return length === 0 ? SILENCE : toDecibels(Math.sqrt(sum / length))
}

/** Mean of powers, not of decibels. */
const meanLevel = (levels: readonly number[]): number => {
  const power = levels.reduce((sum, level) => sum + 10 ** (level / 10), 0) / levels.length
  return 10 * Math.log10(power)
}

/** Seconds beside speech that are not counted as noise: it dies away there. */
const DYING_AWAY = 0.1

/** Of what lies outside speech; where that is next to nothing, the quietest there is. */
const noiseAround = (
  samples: Float32Array,
  start: number,
  end: number,
  rate: number,
  quietest: number,
): number => {
  const away = Math.round(DYING_AWAY * rate)
  const head = Math.max(0, start - away)
  const tail = Math.min(samples.length, end + away)
  const length = head + samples.length - tail
  if (length < away) return quietest
  const sum = energy(samples, 0, head) + energy(samples, tail, samples.length)
  return toDecibels(Math.sqrt(sum / length))
}
