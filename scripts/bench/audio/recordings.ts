import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWav, toInt16, writeWav } from '../../../src/audio/wav'
import type { LanguageCode } from '../../../src/lexicon/ids'
import type { Lexicon } from '../../../src/lexicon/lexicon'
import { asInput, runFfmpeg } from '../../audio/ffmpeg'
import { readLexicon } from '../../read-lexicon'

/** As people send them: extension, options of ffmpeg, samples a second. */
const KINDS: readonly (readonly [string, readonly string[], number])[] = [
  ['wav', ['-c:a', 'pcm_s16le', '-ac', '2'], 48_000],
  ['mp3', ['-c:a', 'libmp3lame', '-b:a', '128k'], 44_100],
  ['m4a', ['-c:a', 'aac', '-b:a', '96k'], 44_100],
  ['ogg', ['-c:a', 'libopus', '-b:a', '48k'], 48_000],
  ['webm', ['-c:a', 'libopus', '-b:a', '64k', '-ac', '2'], 48_000],
  ['flac', ['-c:a', 'flac'], 22_050],
]

/** What the loudest and the quietest of the real clips of one dictionary were apart, in dB. */
const SPREAD = 39

const RATE = 48_000

export interface Recording {
  readonly name: string
  readonly path: string
}

export interface Recordings {
  /** Whose words they are. */
  readonly language: LanguageCode
  readonly files: readonly Recording[]
  /** `tones`: espeak-ng is not installed. */
  readonly voice: 'espeak-ng' | 'tones'
}

/** Files of every kind, each with silence and noise around its word. The same ones every time. */
export const makeRecordings = async (folder: string, count: number): Promise<Recordings> => {
  mkdirSync(folder, { recursive: true })
  const random = createRandom(5)
  const { lexicon } = readLexicon('data', 'ba-na')
  if (lexicon === undefined) throw new Error('data/ba-na could not be read')
  const words = headwords(lexicon).slice(0, count)
  const hasVoice = spawnSync('espeak-ng', ['--version']).status === 0
  const inputs: string[] = []
  const options: string[] = []
  const files = words.map((word, i) => {
    const spoken = (hasVoice ? speak(word, i) : undefined) ?? tones(random)
    const wav = join(folder, `source-${i}.wav`)
    writeFileSync(wav, writeWav(asRecorded(spoken, random), RATE))
    const [extension, coding, rate] = KINDS[i % KINDS.length]!
    const name = `${i}.${extension}`
    const path = join(folder, name)
    inputs.push('-i', asInput(wav))
    options.push('-map', `${i}:a`, ...coding, '-ar', String(rate), asInput(path))
    return { name, path }
  })
  const { isWell, said } = await runFfmpeg([...inputs, ...options])
  if (!isWell) throw new Error(`ffmpeg could not write the recordings: ${said.slice(-500)}`)
  const language = lexicon.language.code
  return { language, files, voice: hasVoice ? 'espeak-ng' : 'tones' }
}

/** A word of exactly one second, for what a second weighs. */
export const makeSecond = (folder: string): Recording => {
  const sound = new Float32Array(3 * RATE)
  for (let i = 0; i < RATE; i++) {
    // Several voices at once, so that nothing of it is cheap to code.
    const t = i / RATE
    const sweep = Math.sin(2 * Math.PI * (200 + 900 * t) * t)
    sound[RATE + i] = 0.2 * sweep + 0.1 * Math.sin(2 * Math.PI * 3100 * t)
  }
  const path = join(folder, 'second.wav')
  writeFileSync(path, writeWav(toInt16(sound), RATE))
  return { name: 'second.wav', path }
}

const headwords = ({ forms }: Lexicon): readonly string[] => {
  const spelled = forms.filter(({ value }) => value.kind === 'spelling')
  return [...new Set(spelled.map(({ value }) => value.text))]
}

const VOICES = ['vi', 'vi+f2', 'id', 'vi-vn-x-south', 'id+f3', 'vi+m3']

/** Undefined: the voice has nothing to say for it. */
const speak = (word: string, i: number): Float32Array | undefined => {
  const voice = ['-v', VOICES[i % VOICES.length]!, '-s', String(110 + (i % 4) * 20)]
  const pitch = ['-p', String(25 + (i % 5) * 12)]
  const { stdout, status } = spawnSync('espeak-ng', [...voice, ...pitch, '--stdout', '--', word])
  const sound = status === 0 ? readWav(stdout) : undefined
  if (sound?.ok !== true) return undefined
  const [samples] = sound.value.channels
  return samples?.some((sample) => sample > 0.02)
    ? stretch(samples, RATE / sound.value.rate)
    : undefined
}

/** Two syllables of harmonics. */
const tones = (random: () => number): Float32Array => {
  const pitch = 110 + 130 * random()
  const length = Math.round(RATE * (0.25 + 0.4 * random()))
  return Float32Array.from({ length }, (_, i) => {
    const envelope = Math.abs(Math.sin((2 * Math.PI * i) / length)) ** 0.5
    let sample = 0
    for (let harmonic = 1; harmonic <= 20; harmonic++)
      sample += Math.sin((2 * Math.PI * pitch * harmonic * i) / RATE) / harmonic
    return 0.3 * envelope * sample
  })
}

/** Somewhere in two seconds or more, as loud as it happens to be, with a room's noise 30 to 45 dB below. */
const asRecorded = (spoken: Float32Array, random: () => number): Int16Array => {
  const before = Math.round(RATE * (0.3 + random()))
  const after = Math.round(RATE * (0.3 + random()))
  const most = spoken.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
  const gain = 10 ** ((-1 - SPREAD * random()) / 20) / most
  const noise = gain * most * 10 ** (-(35 + 15 * random()) / 20)
  const sound = new Float32Array(before + spoken.length + after)
  for (const [i, sample] of spoken.entries()) sound[before + i] = gain * sample
  return toInt16(sound.map((sample) => sample + noise * (2 * random() - 1)))
}

const stretch = (samples: Float32Array, factor: number): Float32Array =>
  Float32Array.from({ length: Math.floor((samples.length - 1) * factor) }, (_, i) => {
    const at = i / factor
    const left = Math.floor(at)
    return samples[left]! + (samples[left + 1]! - samples[left]!) * (at - left)
  })

/** 0 … 1, the same numbers at every run (a linear congruence modulo 2^32). */
const createRandom = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
