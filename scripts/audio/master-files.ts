import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { judgeClip } from '../../src/audio/judge-clip'
import { MASTERED_LEVEL, type MasteredPcm, masterClip } from '../../src/audio/master-clip'
import type { ClipFault } from '../../src/audio/pcm'
import { findSpeech } from '../../src/audio/speech'
import type { NoRecordingReason, Problem } from '../../src/lexicon/problem'
import { removeScratch, scratchFolder } from '../scratch-folder'
import { decodeFiles } from './decode'
import { encodeClips } from './encode'
import { hasFfmpeg } from './ffmpeg'

export interface MasteredClip {
  readonly name: string
  /** MP3. */
  readonly bytes: Uint8Array
  /** Of `bytes`, hex. */
  readonly sha256: string
  readonly originalSha256: string
  readonly seconds: number
  /** RMS of the speech as it was recorded, and in dB by how much the mastered one is quieter than the others. */
  readonly recordedLevel: number
  readonly quieterBy: number
  readonly faults: readonly ClipFault[]
}

export interface MasteredFiles {
  /** By name; a file that is not there has a problem. */
  readonly clips: ReadonlyMap<string, MasteredClip>
  readonly problems: readonly Problem[]
}

/** Files of a process. More would wait for each other; fewer would spend the time starting ffmpeg. */
const BATCH = 24
/** Processes at once: a village's laptop has two cores. */
const WORKERS = 2

/**
 * Makes recordings of any kind into what the dictionary keeps: cut to the speech, at one loudness, one
 * channel, MP3. The same file gives the same bytes. Never fails: what is no recording is a problem with
 * the file's name as its place.
 */
export const masterFiles = async (
  files: readonly { readonly name: string; readonly path: string }[],
): Promise<MasteredFiles> => {
  if (files.length === 0) return { clips: new Map(), problems: [] }
  if (!(await hasFfmpeg()))
    return {
      clips: new Map(),
      problems: [{ code: 'ffmpeg-missing', severity: 'error', at: placeOf(files[0]!.name) }],
    }
  const waiting = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, i) =>
    files.slice(i * BATCH, (i + 1) * BATCH),
  )
  const mastered = new Map<string, MasteredClip>()
  const problems: Problem[] = []
  const work = async (): Promise<void> => {
    const folder = scratchFolder('rong-audio-')
    try {
      for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift())
        await masterBatch(batch, folder, mastered, problems)
    } finally {
      removeScratch(folder)
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  // In the order of the files, whoever was ready first.
  const order = new Map(files.map(({ name }, i) => [name, i]))
  return {
    clips: new Map([...mastered].sort(([a], [b]) => order.get(a)! - order.get(b)!)),
    problems: problems.sort((a, b) => order.get(a.at.file)! - order.get(b.at.file)!),
  }
}

const masterBatch = async (
  batch: readonly { readonly name: string; readonly path: string }[],
  folder: string,
  mastered: Map<string, MasteredClip>,
  problems: Problem[],
): Promise<void> => {
  const decoded = await decodeFiles(
    batch.map(({ path }) => path),
    folder,
  )
  const ready: Ready[] = []
  for (const [i, { name, path }] of batch.entries()) {
    const sound = decoded[i]!
    if (!sound.ok) {
      problems.push(noRecording(name, sound.error))
      continue
    }
    const speech = findSpeech(sound.value)
    const faults = judgeClip(sound.value, speech)
    for (const fault of faults)
      problems.push({
        code: 'recording-fault',
        severity: speech === undefined ? 'error' : 'warning',
        at: placeOf(name),
        fault,
      })
    if (speech === undefined) continue
    const clip = masterClip(sound.value, speech)
    ready.push({ name, path, clip, recordedLevel: speech.speechLevel, faults })
  }
  const coded = await encodeClips(
    ready.map(({ clip }) => clip.samples),
    folder,
  )
  for (const [i, { name, path, clip, recordedLevel, faults }] of ready.entries()) {
    const bytes = coded[i]!
    mastered.set(name, {
      name,
      bytes,
      sha256: sha256(bytes),
      originalSha256: sha256(readFileSync(path)),
      seconds: clip.samples.length / clip.rate,
      recordedLevel,
      quieterBy: Math.max(0, MASTERED_LEVEL - clip.level),
      faults,
    })
  }
}

interface Ready {
  readonly name: string
  readonly path: string
  readonly clip: MasteredPcm
  readonly recordedLevel: number
  readonly faults: readonly ClipFault[]
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const noRecording = (name: string, reason: NoRecordingReason): Problem => ({
  code: 'no-recording',
  severity: 'error',
  at: placeOf(name),
  reason,
})

const placeOf = (file: string) => ({ file, line: 1, row: 1 })
