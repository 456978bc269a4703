import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundleScript } from './bundle.mjs'
import { contentFingerprint } from './fingerprint.mjs'
import { runStep, runTool } from './step.mjs'

/** Of compile: everything but the app. */
const PURE = ['lexicon', 'text', 'audio', 'pack', 'search', 'formats', 'checks', 'merge', 'study']

/** In order. `from`: what a step reads; `to`: a file that it writes last. `run` gives whether it went well. */
const STEPS = [
  {
    // Compiling runs every check first and stops at an error.
    title: 'compile',
    from: ['data', 'scripts', 'package-lock.json', ...PURE.map((folder) => `src/${folder}`)],
    to: 'public/packs/index.json',
    run: () => runScript('compile'),
  },
  {
    title: 'app',
    from: ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'package-lock.json'],
    to: 'dist/sw.js',
    run: () =>
      runTool('vite build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']) &&
      runStep('service worker', process.execPath, ['scripts/build-sw.mjs']),
  },
]

/** data/ and src/ → public/packs/ and dist/. With `onlyChanged`, a step whose input is as it was is left out. */
export const build = async ({ onlyChanged }) => {
  for (const step of STEPS) {
    const stampFile = `.cache/build/${step.title}.stamp`
    const isFresh =
      existsSync(step.to) &&
      existsSync(stampFile) &&
      readFileSync(stampFile, 'utf8') === contentFingerprint(step.from)
    if (onlyChanged && isFresh) continue
    const start = Date.now()
    if (!(await step.run())) return false
    mkdirSync(dirname(stampFile), { recursive: true })
    writeFileSync(stampFile, contentFingerprint(step.from))
    console.error(`${step.title}: built in ${((Date.now() - start) / 1000).toFixed(1)} s`)
  }
  return true
}

/** A module of scripts/ in a Node of its own. */
export const runScript = async (name, options = []) =>
  runStep(name, process.execPath, [await bundleScript(name), ...options])
