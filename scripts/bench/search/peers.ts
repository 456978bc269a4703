import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

/** The other engines, with a lock file of their own: the app never depends on them. */
const FOLDER = 'test/bench'
const WORKER = join(FOLDER, 'worker.ts')

/** Installs the other engines where they are missing, and makes the worker that measures; its path. */
export const makeWorker = async (): Promise<string> => {
  if (!isInstalled()) {
    console.error('Installing the other engines …')
    const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts'], {
      cwd: FOLDER,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new Error(`npm ci in ${FOLDER} failed.\n${stderr}`)
  }
  const { rolldown } = await import('rolldown')
  const file = join(FOLDER, '.cache/worker.mjs')
  mkdirSync(join(FOLDER, '.cache'), { recursive: true })
  // Packages stay outside: the bundle lies where it finds them.
  const external = (id: string) => id !== WORKER && !id.startsWith('.') && !isAbsolute(id)
  const made = await rolldown({ input: WORKER, platform: 'node', external, tsconfig: false })
  await made.write({ file, format: 'esm', codeSplitting: false })
  await made.close()
  return file
}

const isInstalled = (): boolean => {
  const installed = join(FOLDER, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const versions = versionsIn(installed)
  return Object.entries(versionsIn(join(FOLDER, 'package-lock.json'))).every(
    ([path, { version }]) => path === '' || versions[path]?.version === version,
  )
}

const versionsIn = (file: string): Record<string, { readonly version?: string }> =>
  (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, { version?: string }> })
    .packages
