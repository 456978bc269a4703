import { fromDecibels } from '../../src/audio/levels'
import type { Pcm } from '../../src/audio/pcm'

export const RATE = 16_000

/** A voice in so far as levels go: the tone of a vowel with an overtone, its RMS in dBFS. */
export const voice = (seconds: number, level: number, rate = RATE, hertz = 180): Float32Array => {
  const size = fromDecibels(level) / Math.sqrt((1 + 0.25) / 2)
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, i) => {
    const turn = (2 * Math.PI * hertz * i) / rate
    return size * (Math.sin(turn) + 0.5 * Math.sin(2 * turn))
  })
}

/** White noise, the same for a seed; RMS in dBFS. */
export const hiss = (seconds: number, level: number, rate = RATE, seed = 7): Float32Array => {
  const size = fromDecibels(level) * Math.sqrt(3)
  let state = seed
  return Float32Array.from({ length: Math.round(seconds * rate) }, () => {
    state = (state * 48_271) % 2_147_483_647
    return size * ((2 * state) / 2_147_483_647 - 1)
  })
}

export const joined = (...parts: readonly Float32Array[]): Float32Array => {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Both at once, as long as the first. */
export const mixed = (sound: Float32Array, other: Float32Array): Float32Array =>
  sound.map((sample, i) => sample + (other[i] ?? 0))

/** Parts in a room that hisses from beginning to end. */
export const inRoom = (
  parts: readonly (number | Float32Array)[],
  noiseLevel = -70,
  rate = RATE,
): Pcm => {
  const sound = joined(
    ...parts.map((part) =>
      typeof part === 'number' ? new Float32Array(Math.round(part * rate)) : part,
    ),
  )
  return { samples: mixed(sound, hiss(sound.length / rate + 1, noiseLevel, rate)), rate }
}
