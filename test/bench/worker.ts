import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Corpus, Query, QuerySet } from '../../scripts/bench/search/corpus'
import type {
  AskedResult,
  BuiltResult,
  LoadedResult,
  SetResult,
  Times,
} from '../../scripts/bench/search/result'
import { rankOf } from '../../src/search/exam'
import { type Engine, type Parts, UNCOUNTED } from './engine'
import { ENGINES } from './engines/all'

/*
 * One engine, one corpus, one phase in a process of its own, so that none finds the memory or the
 * compiled code of another. Prints one line of JSON.
 *
 *     node --expose-gc worker.mjs engines
 *     node --expose-gc worker.mjs build|load|ask ENGINE CORPUS.json PARTS [SECONDS]
 */

const LIMIT = 10
const MOST_WARM_UP = 100
/** Asked whatever time it takes. */
const FEWEST_QUERIES = 30

const [phase = '', id = '', corpusFile = '', partsFolder = '', seconds = '3'] =
  process.argv.slice(2)

const result = await run()
console.log(`\n${JSON.stringify(result)}`)

async function run(): Promise<unknown> {
  if (phase === 'engines')
    return ENGINES.map(({ id, label, largest }) => ({ id, label, largest: largest ?? null }))
  const engine = ENGINES.find((one) => one.id === id)
  if (engine === undefined) throw new RangeError(`no engine ${id}`)
  const corpus = JSON.parse(readFileSync(corpusFile, 'utf8')) as Corpus
  if (phase === 'build') return build(engine, corpus)
  return phase === 'load' ? load(engine, corpus) : ask(engine, corpus, Number(seconds) * 1000)
}

async function build(engine: Engine, corpus: Corpus): Promise<BuiltResult> {
  const start = performance.now()
  const parts = await engine.build(corpus)
  const ms = performance.now() - start
  rmSync(partsFolder, { recursive: true, force: true })
  mkdirSync(partsFolder, { recursive: true })
  for (const [name, bytes] of parts)
    writeFileSync(join(partsFolder, encodeURIComponent(name)), bytes)
  const counted = Buffer.concat(
    [...parts].filter(([name]) => !name.startsWith(UNCOUNTED)).map(([, bytes]) => bytes),
  )
  const quality = counted.length < 8e6 ? 11 : 6
  return {
    ms,
    raw: counted.length,
    gzip: gzipSync(counted, { level: 9 }).length,
    brotli: brotliCompressSync(counted, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      .length,
  }
}

function load(engine: Engine, corpus: Corpus): LoadedResult {
  const headword = firstOf(corpus.sets, 'headword')
  const gloss = firstOf(corpus.sets, 'gloss')
  const heapBefore = heap()
  let parts: Parts | undefined = readParts()
  let uncounted = 0
  for (const [name, { length }] of parts) if (name.startsWith(UNCOUNTED)) uncounted += length
  const start = performance.now()
  const state = engine.open(parts)
  engine.find(state, headword.text, 'headword', LIMIT)
  engine.find(state, gloss.text, 'gloss', LIMIT)
  const firstAnswerMs = performance.now() - start
  // An engine that reads its bytes where they lie keeps them; of any other they can go.
  parts = undefined
  const held = heap() - heapBefore - uncounted
  engine.find(state, headword.text, 'headword', LIMIT)
  return { firstAnswerMs, heap: held }
}

/** A query of middling difficulty: one that must be forgiven something. */
function firstOf(sets: readonly QuerySet[], field: QuerySet['field']): Query {
  const ofField = sets.filter((set) => set.field === field)
  const set = ofField.find(({ group }) => group === 'hard') ?? ofField[0]
  if (set === undefined) throw new Error(`no queries for a ${field}`)
  return set.queries[Math.min(7, set.queries.length - 1)]!
}

/** In insertion order of the names; each in a buffer of its own, so that integers are aligned. */
function readParts(): Parts {
  return new Map(
    readdirSync(partsFolder).map((name) => [
      decodeURIComponent(name),
      new Uint8Array(readFileSync(join(partsFolder, name))),
    ]),
  )
}

function heap(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function ask(engine: Engine, corpus: Corpus, mostMs: number): AskedResult {
  const state = engine.open(readParts())
  warmUp(engine, state, corpus, mostMs)
  const began = { at: performance.now(), cpu: process.cpuUsage() }
  const sets: Record<string, SetResult> = {}
  for (const set of corpus.sets) sets[set.name] = askSet(engine, state, set, mostMs)
  const times: number[] = []
  const end = performance.now() + mostMs
  for (const { text, field } of corpus.typed) {
    const letters = [...text]
    for (let typed = 1; typed <= letters.length; typed++) {
      const start = performance.now()
      engine.find(state, letters.slice(0, typed).join(''), field, LIMIT)
      times.push(performance.now() - start)
    }
    if (performance.now() > end) break
  }
  const { user, system } = process.cpuUsage(began.cpu)
  const processor = (user + system) / 1000 / (performance.now() - began.at)
  return { sets, keystroke: quantiles(times), processor }
}

/** The last queries of each set, in turn, for a while; of a small set, which keeps none back, all. */
function warmUp(engine: Engine, state: unknown, { sets }: Corpus, mostMs: number): void {
  const end = performance.now() + mostMs
  for (let back = 1; back <= MOST_WARM_UP; back++)
    for (const { queries, field, warmUp } of sets) {
      const query = warmUp === 0 || back <= warmUp ? queries[queries.length - back] : undefined
      if (query !== undefined) engine.find(state, query.text, field, LIMIT)
      if (performance.now() > end) return
    }
}

function askSet(
  engine: Engine,
  state: unknown,
  { queries, field, warmUp }: QuerySet,
  mostMs: number,
): SetResult {
  const times: number[] = []
  const ranks: number[] = []
  const end = performance.now() + mostMs
  for (const { text, answers } of queries.slice(0, queries.length - warmUp)) {
    const start = performance.now()
    const found = engine.find(state, text, field, LIMIT)
    const now = performance.now()
    times.push(now - start)
    ranks.push(rankOf(found.map(String), answers.map(String)) ?? Number.POSITIVE_INFINITY)
    if (now > end && times.length >= FEWEST_QUERIES) break
  }
  const share = (worth: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + worth(rank), 0) / Math.max(ranks.length, 1)
  return {
    queries: ranks.length,
    successAt1: share((rank) => (rank === 1 ? 1 : 0)),
    successAt5: share((rank) => (rank <= 5 ? 1 : 0)),
    mrr: share((rank) => 1 / rank),
    ...quantiles(times),
  }
}

function quantiles(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
