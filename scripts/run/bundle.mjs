import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { contentFingerprint, statFingerprint } from './fingerprint.mjs'

const FOLDER = '.cache/scripts'
/** What a bundle may be made of. */
const SOURCES = ['src', 'scripts', 'package-lock.json']

/** Where scripts/<name>.ts lies as one module of JavaScript: made once for each state of its sources. */
export const bundleScript = async (name) => {
  const stampFile = join(FOLDER, `${name}.stamp`)
  const stat = statFingerprint(SOURCES)
  const [stampedStat, stampedFile] = readStamp(stampFile)
  if (stampedStat === stat && existsSync(stampedFile)) return stampedFile
  const file = join(FOLDER, `${name}-${contentFingerprint(SOURCES)}.mjs`)
  if (!existsSync(file)) await bundle(name, file)
  writeFileSync(stampFile, `${stat}\n${file}\n`)
  return file
}

const readStamp = (path) =>
  existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []

/** Packages stay where they are: the bundle finds them as any module of the project does. */
const bundle = async (name, file) => {
  const { rolldown } = await import('rolldown')
  mkdirSync(FOLDER, { recursive: true })
  for (const old of readdirSync(FOLDER)) {
    if (old.startsWith(`${name}-`) && old.endsWith('.mjs')) rmSync(join(FOLDER, old))
  }
  const input = `scripts/${name}.ts`
  const external = (id) => id !== input && !id.startsWith('.') && !isAbsolute(id)
  const made = await rolldown({ input, platform: 'node', external, tsconfig: false })
  await made.write({ file, format: 'esm', codeSplitting: false })
  await made.close()
}
