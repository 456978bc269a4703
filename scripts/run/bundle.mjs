import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { contentFingerprint, statFingerprint } from './fingerprint.mjs'

const FOLDER = '.cache/scripts'
const ENTRY = 'index.mjs'
/** What a bundle may be made of. */
const SOURCES = ['src', 'scripts', 'package-lock.json']

/** Where scripts/<name>.ts lies as JavaScript: made once for each state of its sources. */
export const bundleScript = async (name) => {
  const stampFile = join(FOLDER, `${name}.stamp`)
  const stat = statFingerprint(SOURCES)
  const [stampedStat, stampedFile] = readStamp(stampFile)
  if (stampedStat === stat && existsSync(stampedFile)) return stampedFile
  const file = join(FOLDER, `${name}-${contentFingerprint(SOURCES)}`, ENTRY)
  if (!existsSync(file)) await bundle(name, file)
  writeFileSync(stampFile, `${stat}\n${file}\n`)
  return file
}

const readStamp = (path) =>
  existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []

/**
 * Packages stay where they are: the bundle finds them as any module of the project does. What is
 * imported late, a format with its packages, is a file of its own that is read when it is used.
 */
const bundle = async (name, file) => {
  const { rolldown } = await import('rolldown')
  const folder = dirname(file)
  const unfinished = `${folder}.${process.pid}.tmp`
  mkdirSync(FOLDER, { recursive: true })
  const ofName = new RegExp(`^${name}-[0-9a-f]+(\\.mjs)?$`)
  for (const old of readdirSync(FOLDER))
    if (ofName.test(old) && old !== basename(folder))
      rmSync(join(FOLDER, old), { recursive: true, force: true })
  const input = `scripts/${name}.ts`
  const external = (id) => id !== input && !id.startsWith('.') && !isAbsolute(id)
  const made = await rolldown({ input, platform: 'node', external, tsconfig: false })
  await made.write({
    dir: unfinished,
    format: 'esm',
    entryFileNames: ENTRY,
    chunkFileNames: '[name]-[hash].mjs',
  })
  await made.close()
  try {
    renameSync(unfinished, folder)
  } catch (fault) {
    // Another run may have made the same at the same time: its files are as good.
    if (!existsSync(file)) throw fault
    rmSync(unfinished, { recursive: true, force: true })
  }
}
