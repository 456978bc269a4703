import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { rmsLevel } from '../../../src/audio/levels'
import type { Pcm } from '../../../src/audio/pcm'
import type { LanguageCode } from '../../../src/lexicon/ids'
import { decodeFiles } from '../../audio/decode'
import { type MasteredClip, masterFiles } from '../../audio/master-files'
import { type Figure, median, quantile } from '../measurement'
import { makeRecordings, makeSecond, type Recording } from './recordings'

const COUNT = 200

export interface Mastering {
  readonly language: LanguageCode
  readonly figures: readonly Figure[]
  readonly clips: readonly MasteredClip[]
}

export const measureMastering = async (folder: string, runs: number): Promise<Mastering> => {
  const { language, files, voice } = await makeRecordings(join(folder, 'recordings'), COUNT)
  const times: number[] = []
  let clips: readonly MasteredClip[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    clips = [...(await masterFiles(files)).clips.values()]
    times.push((performance.now() - start) / 1000)
  }
  const second = (await masterFiles([makeSecond(folder)])).clips.get('second.wav')
  if (second === undefined) throw new Error('A word of one second was not mastered')
  const seconds = clips.reduce((sum, clip) => sum + clip.seconds, 0)
  const bytes = clips.reduce((sum, clip) => sum + clip.bytes.length, 0)
  return {
    language,
    clips,
    figures: [
      {
        name: `mastered (${voice}), of ${COUNT} recordings`,
        value: (100 * clips.length) / files.length,
        unit: 'of 100',
        atLeast: 99,
      },
      { name: 'mastered a second', value: COUNT / median(times), unit: '/s', atLeast: 6 },
      {
        name: 'a word of one second, with its padding',
        value: second.bytes.length,
        unit: 'B',
        atMost: 6000,
      },
      {
        name: `all of them, ${(seconds / clips.length).toFixed(2)} s each, a second`,
        value: bytes / seconds,
        unit: 'B',
      },
      { name: 'loudness as recorded, p95 − p5', value: await spreadOf(files, folder), unit: 'dB' },
      {
        name: 'loudness as mastered, p95 − p5',
        value: await spreadOf(written(clips, folder), folder),
        unit: 'dB',
        atMost: 2,
      },
    ],
  }
}

const written = (clips: readonly MasteredClip[], folder: string): readonly Recording[] =>
  clips.map(({ bytes }, i) => {
    const name = `mastered-${i}.mp3`
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return { name, path }
  })

/** Of the RMS of what is heard of each, in dB. */
const spreadOf = async (files: readonly Recording[], folder: string): Promise<number> => {
  const sounds = await decodeFiles(
    files.map(({ path }) => path),
    folder,
  )
  const levels = sounds.flatMap((sound) => (sound.ok ? [trimmedLevel(sound.value)] : []))
  return quantile(levels, 0.95) - quantile(levels, 0.05)
}

const FRAME_SECONDS = 0.01
/** dB below the loudest frame at which a word begins and ends. */
const DEPTH = 30

/** RMS between the first and the last loud frame, dBFS: not by the means that mastering itself has. */
const trimmedLevel = ({ samples, rate }: Pcm): number => {
  const size = Math.round(FRAME_SECONDS * rate)
  const levels = Array.from({ length: Math.floor(samples.length / size) }, (_, i) =>
    rmsLevel(samples, i * size, (i + 1) * size),
  )
  const least = Math.max(...levels) - DEPTH
  const loud = [...levels.keys()].filter((i) => levels[i]! >= least)
  return rmsLevel(samples, loud[0]! * size, (loud[loud.length - 1]! + 1) * size)
}
