import { err, ok, type Result } from '../lexicon/result'
import type { Pcm } from './pcm'

/**
 * A WAV file of 16-bit samples of one channel.
 *
 *     RIFF <length> WAVE │ fmt␣ 16 <PCM, 1 channel, rate …> │ data <length> <samples>
 */
export const writeWav = (samples: Int16Array, rate: number): Uint8Array => {
  const bytes = new Uint8Array(HEADER + samples.length * 2)
  const view = new DataView(bytes.buffer)
  const text = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) bytes[at + i] = letters.charCodeAt(i)
  }
  text(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, PCM, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  for (let i = 0; i < samples.length; i++) view.setInt16(HEADER + i * 2, samples[i]!, true)
  return bytes
}

/** What a WAV file holds, each channel by itself. */
export interface WavSound {
  readonly channels: readonly Float32Array[]
  readonly rate: number
}

export type WavFault = 'not-wav' | 'unknown-coding' | 'no-samples'

/** Reads WAV files of 16-bit whole or 32-bit real samples; one that breaks off, as far as it goes. */
export const readWav = (bytes: Uint8Array): Result<WavSound, WavFault> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 12 || name(0) !== 'RIFF' || name(8) !== 'WAVE') return err('not-wav')
  let format: Format | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true)
    const body = at + 8
    if (name(at) === 'fmt ' && body + 16 <= bytes.length) format = readFormat(view, body, length)
    if (name(at) === 'data') {
      if (format === undefined) return err('unknown-coding')
      // Who writes to a pipe does not know the length, and says the greatest there is.
      return readSamples(view, body, Math.min(length, bytes.length - body), format)
    }
    // A chunk of odd length is followed by a zero.
    at = body + length + (length & 1)
  }
  return err('no-samples')
}

/** −1 … 1 as 16 bits; what is louder is cut. */
export const toInt16 = (samples: Float32Array): Int16Array =>
  Int16Array.from(samples, (sample) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))),
  )

/** One after the other. */
export const joinSamples = (parts: readonly Int16Array[]): Int16Array => {
  const whole = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Of one channel, as floating point. */
export const fromInt16 = (samples: Int16Array, rate: number): Pcm => ({
  samples: Float32Array.from(samples, (sample) => sample / 32_768),
  rate,
})

const HEADER = 44
const PCM = 1
const REAL = 3
const EXTENSIBLE = 0xfffe

interface Format {
  readonly coding: number
  readonly channels: number
  readonly rate: number
  readonly bits: number
}

const readFormat = (view: DataView, at: number, length: number): Format => {
  const said = view.getUint16(at, true)
  const isExtended = said === EXTENSIBLE && length >= 40 && at + 26 <= view.byteLength
  return {
    coding: isExtended ? view.getUint16(at + 24, true) : said,
    channels: view.getUint16(at + 2, true),
    rate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  }
}

const readSamples = (
  view: DataView,
  at: number,
  length: number,
  { coding, channels, rate, bits }: Format,
): Result<WavSound, WavFault> => {
  const read = readerOf(view, coding, bits)
  if (read === undefined || channels === 0 || rate === 0) return err('unknown-coding')
  const size = bits / 8
  const count = Math.floor(length / (size * channels))
  if (count === 0) return err('no-samples')
  return ok({
    rate,
    channels: Array.from({ length: channels }, (_, channel) =>
      Float32Array.from({ length: count }, (_, i) => read(at + (i * channels + channel) * size)),
    ),
  })
}

const readerOf = (
  view: DataView,
  coding: number,
  bits: number,
): ((at: number) => number) | undefined => {
  if (coding === PCM && bits === 16) return (at) => view.getInt16(at, true) / 32_768
  if (coding === REAL && bits === 32) return (at) => view.getFloat32(at, true)
  return undefined
}
