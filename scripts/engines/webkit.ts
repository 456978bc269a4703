import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { Engine } from './engine'

const DRIVER = '/usr/bin/WebKitWebDriver'
const SCREEN = '/usr/bin/Xvfb'
const STARTING_MS = 10_000

/** The nearest to Safari that runs on Linux. Driven by the WebDriver protocol itself, without a package. */
export const webkit: Engine = {
  name: 'WebKitGTK',
  remedy: 'sudo apt-get install -y --no-install-recommends webkit2gtk-driver xvfb',
  async open() {
    const binary = findMiniBrowser()
    const hasScreen = process.env.DISPLAY !== undefined || existsSync(SCREEN)
    if (binary === undefined || !existsSync(DRIVER) || !hasScreen) return undefined

    const started: ChildProcess[] = []
    const stop = () => {
      for (const program of started.reverse()) program.kill()
    }
    try {
      const display = process.env.DISPLAY ?? (await startScreen(started))
      const port = await freePort()
      started.push(
        spawn(DRIVER, [`--port=${port}`], {
          env: { ...process.env, DISPLAY: display },
          stdio: 'ignore',
        }),
      )
      const driver = `http://127.0.0.1:${port}`
      await untilReady(driver)
      const options = { binary, args: ['--automation'] }
      const session = await send(driver, '/session', {
        capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
      })
      const tab = `/session/${idOf(session)}`
      await send(driver, `${tab}/timeouts`, { script: 60_000, pageLoad: 60_000 })
      return {
        goto: async (url) => void (await send(driver, `${tab}/url`, { url })),
        reload: async () => void (await send(driver, `${tab}/refresh`, {})),
        evaluate: (expression) =>
          send(driver, `${tab}/execute/async`, { script: promised(expression), args: [] }),
        async close() {
          await send(driver, tab, undefined, 'DELETE')
          stop()
        },
      }
    } catch (fault) {
      stop()
      throw fault
    }
  },
}

/** Below the folder of the machine's architecture. */
function findMiniBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined
  return readdirSync('/usr/lib')
    .flatMap((folder) => ['4.1', '4.0'].map((version) => [folder, `webkit2gtk-${version}`]))
    .map((parts) => join('/usr/lib', ...parts, 'MiniBrowser'))
    .find((path) => existsSync(path))
}

/** A screen that nobody sees; its name. */
async function startScreen(started: ChildProcess[]): Promise<string> {
  const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '800x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  started.push(screen)
  const names = screen.stdio[3]
  if (!isReadable(names)) throw new Error('Xvfb gave no display')
  for await (const line of createInterface({ input: names })) return `:${line.trim()}`
  throw new Error('Xvfb did not start')
}

const isReadable = (stream: unknown): stream is Readable =>
  typeof stream === 'object' && stream !== null && 'read' in stream

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object'
          ? done(address.port)
          : fail(new Error('No port is free')),
      )
    })
  })
}

async function untilReady(driver: string): Promise<void> {
  for (const start = Date.now(); ; await wait(100)) {
    try {
      await send(driver, '/status', undefined, 'GET')
      return
    } catch (fault) {
      // Nobody listens yet.
      if (!(fault instanceof TypeError) || Date.now() - start > STARTING_MS) throw fault
    }
  }
}

async function send(
  driver: string,
  path: string,
  body: unknown,
  method: 'GET' | 'POST' | 'DELETE' = 'POST',
): Promise<unknown> {
  const response = await fetch(driver + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value }: { value: unknown } = await response.json()
  if (!response.ok) throw new Error(`WebDriver ${path}: ${JSON.stringify(value)}`)
  return value
}

function idOf(session: unknown): string {
  if (typeof session === 'object' && session !== null && 'sessionId' in session)
    return String(session.sessionId)
  throw new Error(`WebDriver gave no session: ${JSON.stringify(session)}`)
}

/** WebDriver gives a script a last argument to call when it is done. */
const promised = (expression: string): string =>
  `const done = arguments[arguments.length - 1]
  Promise.resolve(${expression}).then(done, (fault) => done(String(fault)))`
