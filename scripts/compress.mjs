import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Packs, pictures and fonts are compressed by themselves. */
const TEXT = /\.(html|js|css|svg|json|webmanifest)$/

/** Paths of all files below a folder, with `/`, sorted. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
}

/** Puts `.br` and `.gz` beside each text, for servers that look for them. */
export function compressFolder(folder) {
  for (const path of filesIn(folder).filter((name) => TEXT.test(name))) {
    const bytes = readFileSync(join(folder, path))
    writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(join(folder, `${path}.br`), brotliCompressSync(bytes, { params }))
  }
}
