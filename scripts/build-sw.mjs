// Run after `vite build`: the service worker with the list of what it keeps, then compressed copies.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { compressFolder, filesIn } from './compress.mjs'

const OUT = 'dist'
const SHELL = /\.(html|js|css|svg|png|woff2|webmanifest)$/
/** Vite puts the content's hash into these names. */
const NAMED_BY_CONTENT = /^assets\/.*-[\w-]{8}\.\w+$/

const manifest = filesIn(OUT)
  .filter((url) => SHELL.test(url) && !url.startsWith('packs/') && url !== 'sw.js')
  .map((url) => ({ url, revision: NAMED_BY_CONTENT.test(url) ? null : hashOf(url) }))

await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: {
    'process.env.NODE_ENV': '"production"',
    'self.__WB_MANIFEST': JSON.stringify(manifest),
  },
  build: {
    target: ['es2020', 'chrome80', 'safari14', 'firefox91'],
    outDir: OUT,
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: 'src/sw.ts', formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
  },
})
compressFolder(OUT)

function hashOf(url) {
  return createHash('sha256')
    .update(readFileSync(join(OUT, url)))
    .digest('hex')
    .slice(0, 16)
}
