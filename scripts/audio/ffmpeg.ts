import { spawn } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Kept of what ffmpeg says, in characters; a file made to make it chatter fills no memory. */
const MOST_SAID = 400_000

/** Milliseconds after which a file is taken for one that ffmpeg does not come to an end with. */
const PATIENCE = 60_000

const FULL = /No space left on device|Disk quota exceeded/

/** Bytes; what a recording says of itself may hold the words above. */
const LITTLE = 32 * 1024 * 1024
const isNearlyFull = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < LITTLE
}

export interface Ran {
  readonly isWell: boolean
  /** What it printed. */
  readonly said: string
}

/** FFMPEG_PATH, or the one of the system. */
const PROGRAM = process.env.FFMPEG_PATH ?? 'ffmpeg'

/** Before every file that comes from outside: it is opened as a file, whatever its name or content say. */
export const SAFE_INPUT: readonly string[] = [
  ...['-protocol_whitelist', 'file'],
  // No playlist, no list of files, no picture series: these name other files to be read.
  ...['-format_whitelist', 'wav,w64,mp3,mov,ogg,matroska,webm,flac,aac,aiff,caf,amr,asf,au,ape,wv'],
]

/** A file as ffmpeg takes it: no name is an option, an address or a pattern. */
export const asInput = (path: string): string => `file:${path}`

/** Whether there is an ffmpeg that can write MP3. */
export const hasFfmpeg = async (): Promise<boolean> =>
  (await runFfmpeg(['-h', 'encoder=libmp3lame'])).said.includes('Encoder libmp3lame')

/**
 * Runs it to its end; a program that is not there is one that did not do well. Fails where the disk is
 * full, as writing a file does: that says nothing of the recordings.
 */
export const runFfmpeg = (options: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, ['-hide_banner', '-nostdin', '-nostats', '-y', ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let said = ''
    const keep = (text: string): void => {
      if (said.length < MOST_SAID) said += text
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    const end = (isWell: boolean): void => {
      clearTimeout(timer)
      if (!isWell && FULL.test(said) && isNearlyFull(tmpdir()))
        reject(Object.assign(new Error(said.slice(-500)), { code: 'ENOSPC', path: tmpdir() }))
      else resolve({ isWell, said })
    }
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
