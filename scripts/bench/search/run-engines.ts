import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from '../measurement'
import type { Corpus } from './corpus'
import type { AskedResult, BuiltResult, EngineResult, LoadedResult } from './result'

export interface EngineListing {
  readonly id: string
  readonly label: string
  /** Entries it is measured with at most. */
  readonly largest: number | null
}

export interface RunOptions {
  readonly worker: string
  /** Where corpora and what engines build are put. */
  readonly cache: string
  /** Fresh processes that load what was built: their median counts. */
  readonly runs: number
  /** A class of queries is broken off after so long. */
  readonly seconds: number
}

/** A slower phase has failed. */
const LONGEST_PHASE_MS = 10 * 60_000

export const listEngines = async (worker: string): Promise<readonly EngineListing[]> =>
  (await runWorker(worker, ['engines'])) as readonly EngineListing[]

/** All engines on one corpus, one after the other: two at once would measure each other. */
export const runEngines = async (
  corpus: Corpus,
  engines: readonly EngineListing[],
  { worker, cache, runs, seconds }: RunOptions,
): Promise<readonly EngineResult[]> => {
  mkdirSync(cache, { recursive: true })
  const corpusFile = join(cache, `${corpus.name}.json`)
  writeFileSync(corpusFile, JSON.stringify(corpus))
  const results: EngineResult[] = []
  for (const { id, label, largest } of engines) {
    const named = { id, label, corpus: corpus.name }
    if (largest !== null && corpus.entries.length > largest) {
      results.push({ ...named, failed: `not run beyond ${largest.toLocaleString('en')} entries` })
      continue
    }
    const args = [id, corpusFile, join(cache, 'built', `${corpus.name}-${id}`)]
    try {
      const built = (await runWorker(worker, ['build', ...args])) as BuiltResult
      const loads: LoadedResult[] = []
      for (let run = 0; run < runs; run++)
        loads.push((await runWorker(worker, ['load', ...args])) as LoadedResult)
      const loaded: LoadedResult = {
        firstAnswerMs: median(loads.map(({ firstAnswerMs }) => firstAnswerMs)),
        heap: median(loads.map(({ heap }) => heap)),
      }
      const asked = (await runWorker(worker, ['ask', ...args, String(seconds)])) as AskedResult
      results.push({ ...named, built, loaded, asked })
    } catch (fault) {
      results.push({ ...named, failed: fault instanceof Error ? fault.message : String(fault) })
    }
    console.error(
      `  ${corpus.name}  ${label}  ${results[results.length - 1]?.failed ?? 'measured'}`,
    )
  }
  return results
}

/** The last line that the worker prints. */
const runWorker = (worker: string, args: readonly string[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const flags = ['--expose-gc', '--max-old-space-size=6000']
    const child = spawn(process.execPath, [...flags, worker, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST_PHASE_MS,
    })
    let [printed, complaint] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    child.on('error', reject)
    child.on('close', (code) => {
      const last = printed.trimEnd().split('\n').pop() ?? ''
      if (code === 0) resolve(JSON.parse(last))
      else reject(new Error(`${args[0]}: ${code === null ? 'took too long' : faultIn(complaint)}`))
    })
  })

const faultIn = (complaint: string): string =>
  complaint.split('\n').find((line) => /Error|out of memory/.test(line)) ?? 'failed'
