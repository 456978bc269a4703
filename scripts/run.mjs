// Built-ins only: this runs before node_modules exists.
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from './run/build.mjs'
import { bundleScript } from './run/bundle.mjs'
import { installPackages } from './run/install.mjs'
import { runTests } from './run/test.mjs'

const OLDEST_NODE = [20, 19]

const USAGE = `node scripts/run.mjs COMMAND [options]

  start         builds what has changed and serves the app
  build         makes dist/ from data/ and src/
  test          types, style, data, unit tests and, where there is a browser, browser tests
  check | compile | lookup | merge | import | export | review | audio | coverage | release | exam | bench |
  screenshots | test:engines
                run with --help to see what each does`

/** Commands that are a module of scripts/ of the same name, unless said otherwise. */
const MODULES = {
  check: 'check',
  compile: 'compile',
  lookup: 'lookup',
  merge: 'merge',
  import: 'import',
  export: 'export',
  coverage: 'coverage',
  review: 'review',
  audio: 'audio',
  release: 'release',
  exam: 'exam',
  bench: 'bench',
  screenshots: 'screenshots',
  'test:engines': 'test-engines',
}

// Whoever reads may stop before the end (`| head`); what was asked for is done all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault) => {
    if (fault.code !== 'EPIPE') throw fault
  })

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))
const [command = '', ...options] = process.argv.slice(2)
process.exitCode = await main()

/** The exit code; undefined leaves it to the module that was run. */
async function main() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}.`)
    return 1
  }
  const module = MODULES[command]
  if (module === undefined && !['start', 'build', 'test'].includes(command)) {
    console.error(USAGE)
    return command === '--help' ? 0 : 2
  }
  if (!installPackages()) return 1
  if (module !== undefined) return runModule(module)
  if (command === 'test') return runTests()
  if (!(await build({ onlyChanged: command === 'start' }))) return 1
  return command === 'start' ? runModule('serve') : 0
}

/** In this process, so that a lookup need not wait for a second Node to start. */
async function runModule(name) {
  if (existsSync(`scripts/${name}.mjs`)) {
    await importWith(`scripts/${name}.mjs`)
  } else if (existsSync(`scripts/${name}.ts`)) {
    await importWith(await bundleScript(name))
  } else {
    console.error(`${command}: there is no scripts/${name}.ts.`)
    return 2
  }
  return process.exitCode
}

async function importWith(file) {
  process.argv = [process.argv[0], resolve(file), ...options]
  await import(pathToFileURL(resolve(file)).href)
}
