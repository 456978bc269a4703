import { createFrames, FRAME, type Frames } from './frames'
import { SILENCE, toDecibels } from './levels'

/** When a take ends by itself. */
export interface TakeLimits {
  /** Seconds without speech. */
  readonly silence: number
  /** Seconds of a take. */
  readonly longest: number
}

export const HEADWORD_LIMITS: TakeLimits = { silence: 0.7, longest: 8 }
/** People stop to think, and the text is long. */
export const CONSENT_LIMITS: TakeLimits = { silence: 2.5, longest: 90 }

/**
 * What the listener says of the sound it is given. A take is what `begun` and each `more` after it bring,
 * one after another, cut to the `length` of `ended`.
 */
export type Heard =
  /** From well before the first sound on. */
  | { readonly kind: 'begun'; readonly samples: Float32Array }
  | { readonly kind: 'more'; readonly samples: Float32Array }
  | { readonly kind: 'ended'; readonly length: number }

/** How loud it is now. */
export interface Loudness {
  /** dBFS, −100 … 0. */
  readonly rms: number
  readonly peak: number
  /** Of the last second. */
  readonly warning?: 'too-quiet' | 'too-loud'
}

/** Waits for speech in sound that arrives bit by bit. */
export interface Listener {
  /** The next samples, as many as there are. */
  feed(samples: Float32Array): readonly Heard[]
  /** Begins a take by hand; it ends by itself only after speech was heard, or at its limit. */
  begin(): readonly Heard[]
  /** Ends by hand the take that was begun; all of it counts. */
  finish(): readonly Heard[]
  /** Waits anew: what was heard before is no part of the next take. What is known of the room is kept. */
  reset(limits: TakeLimits): void
  loudness(): Loudness
}

/** Seconds before the first sound that belong to the take: an h or s before the vowel is too weak to be noticed. */
const PRE_ROLL = 0.4
/** Seconds after the last: a final h, a nasal that dies away. */
const POST_ROLL = 0.25
/** Seconds of loud sound before it is believed: clicks, taps and knocks are shorter. */
const LEAST_LOUD = 0.08
/** Seconds; a longer gap is between two noises, not inside the beginning of a word. */
const LONGEST_GAP = 0.06
/** Seconds in which a sound must become believable. */
const LONGEST_RISE = 0.5
/** Seconds in which the room is learnt, before anything is believed. */
const LEARNING = 0.5
/** Seconds of the room that are remembered while nobody speaks. */
const MEMORY = 1
/** Seconds. Speech is never even for so long: what does not fall lower is the room, grown louder. */
const STEADY = 2
/** Seconds of sound, one after another, that count as speech going on: a click does not. */
const LEAST_ACTIVE = 0.03

/** dB above the room at which sound is believed to be speech, and at which it is still. */
const OPEN = 10
const CLOSE = 5
/** However quiet the room: what is so much below the loudest sound is breath; dB. */
const BELOW_LOUDEST = 40
/** dBFS; a room that is quieter counts as this. */
const QUIETEST_ROOM = -75

/** Shares of the frames that are quieter than the room is said to be: while it is learnt somebody may speak. */
const LEARNT = 0.15
const REMEMBERED = 0.6

interface RunningTake {
  /** Number of its first sample. */
  readonly start: number
  /** Up to where its samples were handed out. */
  given: number
  /** Last frame of speech; none: begun by hand, and nothing heard yet. */
  lastActive: number | undefined
  /** Frames in a row that are not as quiet as the room. */
  active: number
  /** dBFS. */
  loudest: number
}

export const createListener = (rate: number, first: TakeLimits): Listener => {
  const sound = createFrames(rate, STEADY + 1)
  let limits = first
  /** Levels of frames in which nobody spoke, oldest first. */
  let room: readonly number[] = []
  let isLearning = true
  /** No take begins before this sample. */
  let earliest = 0
  let take: RunningTake | undefined
  /** A noise that may become speech. */
  let rise: { readonly from: number; readonly last: number; readonly loud: number } | undefined

  const roomLevel = (): number =>
    Math.max(QUIETEST_ROOM, percentile(room, isLearning ? LEARNT : REMEMBERED))

  const more = (running: RunningTake): readonly Heard[] => {
    const samples = sound.between(running.given, sound.end())
    running.given = sound.end()
    return samples.length === 0 ? [] : [{ kind: 'more', samples }]
  }

  const open = (from: number, lastActive: number | undefined): readonly Heard[] => {
    const samples = sound.between(Math.max(earliest, from), sound.end())
    const start = sound.end() - samples.length
    take = { start, given: sound.end(), lastActive, active: 0, loudest: SILENCE }
    rise = undefined
    return [{ kind: 'begun', samples }]
  }

  const close = (running: RunningTake, end: number): readonly Heard[] => {
    earliest = end
    take = undefined
    return [...more(running), { kind: 'ended', length: end - running.start }]
  }

  /** One frame while nobody speaks. */
  const wait = (frame: number, level: number): readonly Heard[] => {
    const noise = roomLevel()
    const isLoud = level >= noise + OPEN
    if (level >= noise + CLOSE) {
      const from = rise?.from ?? frame
      rise = { from, last: frame, loud: (rise?.loud ?? 0) + (isLoud ? 1 : 0) }
    }
    if (!isLoud) room = [...room, level].slice(-frames(MEMORY))
    if (rise === undefined) return []
    if (rise.loud >= frames(LEAST_LOUD))
      return open(rise.from * sound.size - Math.round(PRE_ROLL * rate), frame)
    const isOver = frame - rise.last > frames(LONGEST_GAP)
    if (isOver || frame - rise.from > frames(LONGEST_RISE)) rise = undefined
    return []
  }

  /** One frame of a take. */
  const record = (running: RunningTake, frame: number, level: number): readonly Heard[] => {
    running.loudest = Math.max(running.loudest, level)
    const steady = Math.min(...sound.levels(frame - frames(STEADY), frame + 1))
    const noise = Math.max(roomLevel(), steady)
    const isActive = level >= Math.max(noise + CLOSE, running.loudest - BELOW_LOUDEST)
    running.active = isActive ? running.active + 1 : 0
    const wanted = running.lastActive === undefined ? LEAST_LOUD : LEAST_ACTIVE
    if (running.active >= frames(wanted)) running.lastActive = frame

    const { lastActive } = running
    const now = (frame + 1) * sound.size
    if (lastActive !== undefined && frame - lastActive >= frames(limits.silence)) {
      // The room may have changed while somebody spoke.
      room = sound.levels(lastActive + frames(POST_ROLL), frame + 1)
      const end = (lastActive + 1) * sound.size + Math.round(POST_ROLL * rate)
      return close(running, Math.min(now, end))
    }
    return now - running.start >= limits.longest * rate ? close(running, now) : []
  }

  const hear = (frame: number, level: number): readonly Heard[] =>
    take === undefined ? wait(frame, level) : record(take, frame, level)

  /** What was heard while the room was being learnt is gone through again. */
  const learn = (): readonly Heard[] => {
    const levels = sound.levels(0, sound.count())
    if (levels.length < frames(LEARNING)) return []
    const quiet = percentile(levels, LEARNT)
    isLearning = false
    room = levels.map((level) => Math.min(level, quiet))
    return levels.flatMap((level, frame) => hear(frame, level))
  }

  const hearNewest = (): readonly Heard[] => {
    const frame = sound.count() - 1
    return isLearning ? learn() : hear(frame, sound.levels(frame, frame + 1)[0] ?? SILENCE)
  }

  return {
    feed: (samples) => {
      const heard: Heard[] = []
      for (let at = 0; at < samples.length; ) {
        const known = sound.count()
        at += sound.add(samples.subarray(at))
        if (sound.count() > known) heard.push(...hearNewest())
      }
      return take === undefined ? heard : [...heard, ...more(take)]
    },
    begin: () => {
      if (take !== undefined) return []
      isLearning = false
      return open(sound.end() - Math.round(PRE_ROLL * rate), undefined)
    },
    finish: () => (take === undefined ? [] : close(take, sound.end())),
    reset: (next) => {
      limits = next
      earliest = sound.end()
      take = undefined
      rise = undefined
    },
    loudness: () => loudnessOf(sound, roomLevel(), take?.lastActive !== undefined),
  }
}

/** Seconds over which a meter shows the level. */
const METER = 0.07
/** dBFS of speech; below it the recording will be judged too quiet. */
const TOO_QUIET = -42
/** Of full scale. */
const TOO_LOUD = 0.985
/** dB above the room, and seconds out of a second, of speech that is too weak to begin a take. */
const WEAK = 4
const LEAST_WEAK = 0.2

const loudnessOf = (sound: Frames, room: number, isSpeech: boolean): Loudness => {
  const now = sound.count()
  const lately = sound.levels(now - frames(METER), now)
  const second = sound.levels(now - frames(1), now)
  const rms = meanLevel(lately)
  const peak = toDecibels(Math.max(0, ...sound.peaks(now - frames(METER), now)))
  if (sound.peaks(now - frames(1), now).some((one) => one >= TOO_LOUD))
    return { rms, peak, warning: 'too-loud' }
  const voice = second.filter((level) => level > room + (isSpeech ? CLOSE : WEAK))
  const isWeak = voice.length >= frames(LEAST_WEAK) && meanLevel(voice) < TOO_QUIET
  return isWeak ? { rms, peak, warning: 'too-quiet' } : { rms, peak }
}

/** Frames of so many seconds. */
const frames = (seconds: number): number => Math.round(seconds / FRAME)

/** Mean of powers. */
const meanLevel = (levels: readonly number[]): number => {
  if (levels.length === 0) return SILENCE
  const power = levels.reduce((sum, level) => sum + 10 ** (level / 10), 0) / levels.length
  return Math.max(SILENCE, 10 * Math.log10(power))
}

/** The level below which so great a share of them lies. */
const percentile = (levels: readonly number[], share: number): number => {
  const sorted = [...levels].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? SILENCE
}
