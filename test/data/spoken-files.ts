import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWav, writeWav } from '../../src/audio/wav'

const runs = (program: string, ...options: readonly string[]): boolean =>
  spawnSync(program, options, { stdio: 'ignore' }).status === 0

/** Whether test speech can be made here: never data, never kept. */
export const canSpeak =
  runs('ffmpeg', '-version') && (runs('espeak-ng', '--version') || runs('espeak', '--version'))

/** What a file of test speech is like. */
export interface SpokenFile {
  readonly name: string
  readonly text: string
  /** dB. */
  readonly gain?: number
  readonly rate?: number
  /** Seconds of the room before and after. */
  readonly before?: number
  readonly after?: number
}

const ESPEAK = runs('espeak-ng', '--version') ? 'espeak-ng' : 'espeak'

/** Makes files of test speech, each in the format that its name ends in. */
export const speak = (folder: string, files: readonly SpokenFile[]): void => {
  const raw = join(folder, '.raw')
  mkdirSync(raw, { recursive: true })
  const inputs = files.map(({ text, gain = -12, before = 0.4, after = 0.5 }, i) => {
    const file = join(raw, `${i}.wav`)
    spawnSync(ESPEAK, ['-v', 'vi', '-s', String(120 + ((i * 7) % 50)), '-w', file, text])
    const spoken = readWav(readFileSync(file))
    if (!spoken.ok) throw new Error(`${ESPEAK} made no sound of "${text}": ${spoken.error}`)
    const { channels, rate } = spoken.value
    writeFileSync(file, writeWav(inRoom(channels[0]!, rate, gain, before, after), rate))
    return file
  })
  const made = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-nostdin', '-y'],
      ...inputs.flatMap((input) => ['-i', input]),
      ...files.flatMap(({ name, rate = 44_100 }, i) => [
        ...[
          '-map',
          `${i}:a:0`,
          ...codecOf(name),
          '-ar',
          String(rate),
          `file:${join(folder, name)}`,
        ],
      ]),
    ],
    { encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(made.stderr)
}

const codecOf = (name: string): readonly string[] => {
  if (/\.m4a$/.test(name)) return ['-c:a', 'aac']
  return /\.(ogg|webm)$/.test(name) ? ['-c:a', 'libopus'] : []
}

/** The same hiss each time, 65 dB below full scale. */
const inRoom = (
  speech: Float32Array,
  rate: number,
  gain: number,
  before: number,
  after: number,
): Int16Array => {
  let state = 11
  const first = Math.round(before * rate)
  const factor = 10 ** (gain / 20)
  return Int16Array.from({ length: first + speech.length + Math.round(after * rate) }, (_, i) => {
    state = (state * 48_271) % 2_147_483_647
    const sample = (speech[i - first] ?? 0) * factor + 0.001 * ((2 * state) / 2_147_483_647 - 1)
    return Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)
  })
}
