import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Exit code of a program that was stopped by a signal, as shells have it: 128 and the signal's number. */
const STOPPED = { SIGINT: 130, SIGTERM: 143 } as const

const folders = new Set<string>()

/** A folder for what must not stay, such as people's voices: gone at the latest when the program ends, stopped or not. */
export const scratchFolder = (prefix: string): string => {
  if (folders.size === 0) process.once('exit', clear)
  if (folders.size === 0)
    for (const [signal, code] of Object.entries(STOPPED))
      process.once(signal, () => process.exit(code))
  const folder = mkdtempSync(join(tmpdir(), prefix))
  folders.add(folder)
  return folder
}

export const removeScratch = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true })

const clear = (): void => {
  for (const folder of folders) removeScratch(folder)
}
