import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MASTERED_RATE } from '../../src/audio/master-clip'
import { MP3_OPTIONS } from './encoding'
import { asInput, runFfmpeg } from './ffmpeg'

/**
 * Codes sounds at MASTERED_RATE, all in one process.
 * @param folder where to put what ffmpeg reads and writes; emptied again
 */
export const encodeClips = async (
  sounds: readonly Float32Array[],
  folder: string,
): Promise<readonly Uint8Array[]> => {
  if (sounds.length === 0) return []
  const inputs = sounds.map((_, i) => join(folder, `${i}.f32`))
  const outputs = sounds.map((_, i) => join(folder, `${i}.mp3`))
  for (const [i, sound] of sounds.entries())
    writeFileSync(inputs[i]!, new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength))
  const raw = ['-f', 'f32le', '-ar', String(MASTERED_RATE), '-ac', '1']
  const { isWell, said } = await runFfmpeg([
    ...inputs.flatMap((input) => [...raw, '-i', asInput(input)]),
    ...outputs.flatMap((output, i) => ['-map', `${i}:a:0`, ...MP3_OPTIONS, asInput(output)]),
  ])
  if (!isWell) throw new Error(`ffmpeg could not write MP3: ${said.slice(-500)}`)
  const coded = outputs.map((output) => new Uint8Array(readFileSync(output)))
  for (const file of [...inputs, ...outputs]) rmSync(file, { force: true })
  return coded
}
