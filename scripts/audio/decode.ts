import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { downmix } from '../../src/audio/downmix'
import type { Pcm } from '../../src/audio/pcm'
import { readWav } from '../../src/audio/wav'
import type { NoRecordingReason } from '../../src/lexicon/problem'
import { err, ok, type Result } from '../../src/lexicon/result'
import { asInput, runFfmpeg, SAFE_INPUT } from './ffmpeg'

/** Seconds. A longer recording is none of a word; so much of it is decoded and no more. */
const LONGEST = 30

/** Samples a second that are kept as they are; others come out at the nearest. */
const RATES = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]

/** Full scale is 1; coders go past it by a little. */
const MOST = 4

export type Decoded = Result<Pcm, NoRecordingReason>

/**
 * Decodes files of any kind, all that look like sound in one process; where one of them breaks that,
 * each in its own. Fails only where the disk is full. Results are in the order of the paths.
 * @param folder where to put what ffmpeg writes; emptied again
 */
export const decodeFiles = async (
  paths: readonly string[],
  folder: string,
): Promise<readonly Decoded[]> => {
  const results = new Map<string, Decoded>()
  const sounding = paths.filter((path) => {
    const reason = reasonAtOnce(path)
    if (reason !== undefined) results.set(path, err(reason))
    return reason === undefined
  })
  // What is no sound stops the process that it is given to, and all the others would be decoded again.
  const likely = sounding.filter(beginsAsSound)
  const together = await decodeTogether(likely, folder)
  for (const [i, path] of likely.entries()) {
    const decoded = together?.[i]
    if (decoded !== undefined) results.set(path, decoded)
  }
  for (const path of sounding)
    if (!results.has(path)) results.set(path, await decodeAlone(path, folder))
  return paths.map((path) => results.get(path)!)
}

const decodeTogether = async (
  paths: readonly string[],
  folder: string,
): Promise<readonly Decoded[] | undefined> => {
  if (paths.length === 0) return []
  const outputs = paths.map((_, i) => join(folder, `${i}.wav`))
  const { isWell, said } = await runFfmpeg([
    ...paths.flatMap((path) => [
      ...SAFE_INPUT,
      '-t',
      String(LONGEST + 1),
      '-i',
      asInput(resolve(path)),
    ]),
    ...outputs.flatMap((output, i) => [
      ...['-map', `${i}:a:0`, '-af', AS_IT_IS, '-c:a', 'pcm_f32le', '-f', 'wav', asInput(output)],
    ]),
  ])
  const videos = videoInputs(said)
  const decoded = outputs.map((output, i) =>
    videos.has(i) ? err<NoRecordingReason>('video') : readOutput(output),
  )
  for (const output of outputs) rmSync(output, { force: true })
  return isWell ? decoded : undefined
}

/** One or two channels and the rate as they are, as floating point. */
const AS_IT_IS = `aformat=sample_fmts=flt:channel_layouts=mono|stereo:sample_rates=${RATES.join('|')}`

const decodeAlone = async (path: string, folder: string): Promise<Decoded> => {
  const output = join(folder, 'alone.wav')
  const { isWell, said } = await runFfmpeg([
    ...[...SAFE_INPUT, '-t', String(LONGEST + 1), '-i', asInput(resolve(path))],
    ...['-map', '0:a:0', '-af', AS_IT_IS, '-c:a', 'pcm_f32le', '-f', 'wav', asInput(output)],
  ])
  const decoded = existsSync(output) ? readOutput(output) : err<NoRecordingReason>('broken')
  rmSync(output, { force: true })
  if (videoInputs(said).has(0)) return err('video')
  if (isWell || decoded.ok) return decoded
  return err(/Audio:/.test(said) || beginsAsSound(path) ? 'broken' : 'no-sound')
}

const readOutput = (output: string): Decoded => {
  const wav = existsSync(output) ? readWav(readFileSync(output)) : err('not-wav' as const)
  if (!wav.ok) return err('broken')
  const { channels, rate } = wav.value
  if ((channels[0]?.length ?? 0) > LONGEST * rate) return err('long')
  const sound = downmix(channels, rate)
  // What a damaged file decodes to: no microphone gives so much, and NaN compares with nothing.
  return sound.samples.every((sample) => Math.abs(sample) < MOST) ? ok(sound) : err('broken')
}

/** Numbers of the inputs that have moving pictures; the cover of an album is none. */
const videoInputs = (said: string): ReadonlySet<number> =>
  new Set(
    [...said.matchAll(/^ *Stream #(\d+):\d+.*?: Video: (.*)$/gm)].flatMap(([, input, rest = '']) =>
      rest.includes('(attached pic)') ? [] : Number(input),
    ),
  )

/** What sound files have among their first bytes, as Latin letters. */
const BEGINNINGS =
  /^(RIFF|ID3|OggS|fLaC|FORM|caff|#!AMR|\u00ff[\u00e0-\u00ff])|^.(E\u00df\u00a3|...ftyp)/s

const beginsAsSound = (path: string): boolean => {
  const head = Buffer.alloc(12)
  const file = openSync(path, 'r')
  readSync(file, head)
  closeSync(file)
  return BEGINNINGS.test(head.toString('latin1'))
}

/** What can be said of a file before ffmpeg is asked. */
const reasonAtOnce = (path: string): NoRecordingReason | undefined => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || !stat.isFile()) return 'no-sound'
  if (stat.size === 0) return 'empty'
  try {
    accessSync(path, constants.R_OK)
    return undefined
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return 'broken'
    throw fault
  }
}
