import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from './measurement'
import { ceilingsOf } from './search/ceiling'
import { chart } from './search/chart'
import { figuresOf } from './search/figures'
import { packCorpora, readMeta } from './search/pack-corpora'
import { makeWorker } from './search/peers'
import { listEngines, runEngines } from './search/run-engines'
import { isSharedThere, SIZES, sharedCorpus } from './search/shared-corpora'
import { corpusTables, type Measured, packTables } from './search/tables'

const CACHE = '.cache/bench'
const DOCUMENT = 'docs/BENCHMARKS.md'
const CHARTS = 'docs/bench'
const BEGIN = '<!-- measured -->'
const END = '<!-- /measured -->'

/** Whose letters and costs the generated corpora are searched with; most of their words are its. */
const GENERATED_LANGUAGE = 'ba-na'
/** After so long a class is broken off: the slowest engines would take an hour. */
const SECONDS = 5

/** Our engine beside those that a developer would reach for, on the same words. */
export const search: Measurement = {
  title: 'Search engines on the same words',
  missing: async () => undefined,
  async measure({ runs, search: { sizes, engines, write, json } }) {
    if (write && engines.length > 0)
      throw new Error('--write takes every engine: leave out --engines.')
    const unknown = sizes.find((size) => !SIZES.includes(size))
    if (unknown !== undefined)
      throw new Error(`--sizes ${unknown}: use some of ${SIZES.join(',')}.`)
    const worker = await makeWorker()
    const listed = await listEngines(worker)
    const chosen = listed.filter(({ id }) => engines.length === 0 || engines.includes(id))
    if (chosen.length === 0)
      throw new Error(`--engines: use some of ${listed.map(({ id }) => id).join(',')}.`)
    const options = { worker, cache: CACHE, runs, seconds: SECONDS }

    const generated: Measured[] = []
    const shared = process.env.RONG_SHARED ?? '../shared'
    if (isSharedThere(shared)) {
      const { meta } = readMeta('data', GENERATED_LANGUAGE)
      const writing = { graphemes: meta.graphemes, equivalences: meta.equivalences }
      for (const size of sizes) {
        const corpus = sharedCorpus(size, { shared, cache: CACHE, writing })
        const ceilings = ceilingsOf(corpus)
        generated.push({ corpus, ceilings, results: await runEngines(corpus, chosen, options) })
      }
    } else {
      console.error(
        `not run: the generated corpora, whose generators are not in ${shared}; the project's own packs only`,
      )
    }
    const packs: Measured[] = []
    for (const corpus of packCorpora('data', 'test/golden'))
      packs.push({ corpus, ceilings: [], results: await runEngines(corpus, chosen, options) })

    const tables = [...conditions(runs), ...generated.flatMap(corpusTables), ...packTables(packs)]
    if (!json) console.log(`\n${tables.join('\n')}`)
    if (write) writeDocument(tables, generated)
    return generated.flatMap(figuresOf)
  },
}

function conditions(runs: number): string[] {
  const [{ model } = { model: 'unknown' }] = cpus()
  const [load = 0] = loadavg()
  return [
    `Node ${process.versions.node} on ${availableParallelism()} processors (${model.trim()}), load ${load.toFixed(1)} at the end.`,
    `One run; each engine, corpus and phase in a fresh process; loading is the median of ${runs}.`,
    '',
  ]
}

/** Puts the tables and charts between the marks; what stands around them was written by people. */
function writeDocument(tables: readonly string[], generated: readonly Measured[]): void {
  const text = readFileSync(DOCUMENT, 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin < 0 || end < begin)
    throw new Error(`${DOCUMENT}: the marks ${BEGIN} … ${END} are gone.`)
  mkdirSync(CHARTS, { recursive: true })
  const pictures = generated.flatMap((measured) => {
    const { name } = measured.corpus
    writeFileSync(join(CHARTS, `search-${name}.svg`), chart(measured))
    return [`![Search engines on ${name} entries](bench/search-${name}.svg)`, '']
  })
  const measured = ['', ...pictures, ...tables].join('\n')
  writeFileSync(DOCUMENT, `${text.slice(0, begin + BEGIN.length)}\n${measured}${text.slice(end)}`)
  console.error(`${DOCUMENT} is rewritten.`)
}
