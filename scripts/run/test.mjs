import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, runScript } from './build.mjs'
import { runTool } from './step.mjs'

const VITEST_REPORT = '.cache/vitest.json'
const PLAYWRIGHT_REPORT = '.cache/playwright.json'

/** The same list that scripts/chromium.ts reads. */
const BROWSERS = JSON.parse(
  readFileSync(new URL('../browsers.json', import.meta.url), 'utf8'),
).programs

const INSTALL_BROWSER =
  'BROWSER TESTS SKIPPED, no Chromium found: sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium  (or set CHROMIUM_PATH)'

/** Runs everything there is to test, whatever fails on the way; the last line is the sum. The exit code. */
export const runTests = async () => {
  mkdirSync('.cache', { recursive: true })
  const counts = [
    one(tsc('tsconfig.core.json')),
    one(tsc('tsconfig.json')),
    one(tsc('tsconfig.sw.json')),
    one(runTool('biome check', '@biomejs/biome/bin/biome', ['check'])),
    one(await runScript('check')),
    one(await runScript('exam', ['--golden', '--misses', '0'])),
  ]
  const built = await build({ onlyChanged: false })
  counts.push(one(built), runVitest(), built ? runPlaywright() : none)
  const sum = counts.reduce(add)
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
  return sum.failed > 0 ? 1 : 0
}

const none = { passed: 0, failed: 0, skipped: 0 }
const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })
const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

const tsc = (project) => runTool(`tsc -p ${project}`, 'typescript/bin/tsc', ['-p', project])

const runVitest = () => {
  rmSync(VITEST_REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`]
  const passed = runTool('vitest', 'vitest/vitest.mjs', ['run', ...reporters])
  return counted(passed, VITEST_REPORT, (report) => ({
    passed: report.numPassedTests,
    // A file that cannot be loaded has no tests to fail.
    failed:
      report.numFailedTests +
      report.testResults.filter(
        ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
      ).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

const runPlaywright = () => {
  const browser = [process.env.CHROMIUM_PATH, ...BROWSERS].find((path) => path && existsSync(path))
  if (browser === undefined) {
    console.error(`\n${INSTALL_BROWSER}\n`)
    const required = process.env.CI || process.env.REQUIRE_BROWSER
    return required ? one(false) : { ...none, skipped: 1 }
  }
  rmSync(PLAYWRIGHT_REPORT, { force: true })
  const passed = runTool(
    'playwright',
    '@playwright/test/cli.js',
    ['test', '--reporter=list,json'],
    {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(PLAYWRIGHT_REPORT),
    },
  )
  return counted(passed, PLAYWRIGHT_REPORT, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }))
}

/** A run that failed has a failure, whatever its report says. */
const counted = (passed, report, count) => {
  if (!existsSync(report)) return one(passed)
  const counts = count(JSON.parse(readFileSync(report, 'utf8')))
  return passed || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}
