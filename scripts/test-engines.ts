import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { PackIndex } from '../src/pack/sections'
import { DIST, readBuiltIndex, settledScript } from './built-app'
import type { Engine, EngineTab } from './engines/engine'
import { firefox } from './engines/firefox'
import { webkit } from './engines/webkit'
import { serveFolder } from './static-server'

const USAGE = `npm run test:engines    the built app in other engines than Chromium's

A first visit, a first answer, everything stored; then the server is stopped and the page loaded
again. An engine that is not installed is named, with the way to get it. Exits 1 when one fails.`

/** A Vietnamese gloss that every release has. */
const QUERY = 'chim'
const PATIENCE_MS = 60_000

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } })

process.exitCode = values.help ? showUsage() : await testEngines([firefox, webkit])

function showUsage(): number {
  console.log(USAGE)
  return 0
}

async function testEngines(engines: readonly Engine[]): Promise<number> {
  const index = readBuiltIndex()
  let failed = 0
  for (const engine of engines) {
    try {
      console.log(`${engine.name}: ${await testEngine(engine, index)}`)
    } catch (fault) {
      failed++
      console.error(`${engine.name}: FAILED. ${fault instanceof Error ? fault.message : fault}`)
    }
  }
  return failed > 0 ? 1 : 0
}

/** What was seen, or what is missing. Throws when the app does not work. */
async function testEngine(engine: Engine, index: PackIndex): Promise<string> {
  const tab = await engine.open()
  if (tab === undefined) return `not tested, it is not here. Get it with: ${engine.remedy}`
  const server = await serveFolder(DIST)
  let isServed = true
  const stop = async () => {
    if (isServed) await server.close()
    isServed = false
  }
  try {
    const name = await tab.evaluate('navigator.userAgent')
    await tab.goto(server.address)
    await answer(tab, 'on the first visit')
    await until(tab, settledScript(index), 'everything is on the device')
    await stop()
    await tab.reload()
    await answer(tab, 'with the server gone')
    await tab.evaluate(`document.querySelector('[data-testid=hit]').click()`)
    await until(tab, present('entry-headword'), 'an entry opens with the server gone')
    return `passed (${name})`
  } finally {
    await tab.close()
    await stop()
  }
}

async function answer(tab: EngineTab, when: string): Promise<void> {
  await until(tab, present('search-input'), `there is a search field ${when}`)
  await tab.evaluate(`(() => {
    const field = document.querySelector('[data-testid=search-input]')
    field.value = ${JSON.stringify(QUERY)}
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })()`)
  await until(tab, present('hit'), `${QUERY} is found ${when}`)
}

function present(testId: string): string {
  return `document.querySelector('[data-testid=${testId}]') !== null`
}

async function until(tab: EngineTab, condition: string, what: string): Promise<void> {
  for (const start = Date.now(); ; await wait(100)) {
    const value = await tab.evaluate(condition)
    if (value === true) return
    if (Date.now() - start > PATIENCE_MS)
      throw new Error(
        `Waited ${PATIENCE_MS / 1000} s in vain until ${what}; the last was ${value}.`,
      )
  }
}
