import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { audio } from './bench/audio'
import { commands } from './bench/commands'
import { data } from './bench/data'
import { firstVisit } from './bench/first-visit'
import { keystroke } from './bench/keystroke'
import { lighthouse } from './bench/lighthouse'
import { type Figure, isMet, type Measurement } from './bench/measurement'
import { returnVisit } from './bench/return-visit'
import { search } from './bench/search'
import { sizes } from './bench/sizes'
import { readBuiltIndex } from './built-app'

const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  sizes,
  'first-visit': firstVisit,
  'return-visit': returnVisit,
  keystroke,
  commands,
  data,
  search,
  audio,
  lighthouse,
}

const USAGE = `npm run bench -- [options] [MEASUREMENT…]    measures the built app against its figures

  MEASUREMENT   ${Object.keys(MEASUREMENTS).join(', ')} (all)
  --runs N      times something is measured; the median counts (3)
  --sizes LIST  search: generated corpora, of 2k,10k,100k,1m (2k,10k); the packs always
  --engines LIST  search: ids of the engines to run (all)
  --write       search: rewrite the tables and charts of docs/BENCHMARKS.md
  --json        one object a figure, a line each
  --help

Times depend on the machine: compare those of one machine only. Nothing else should run meanwhile.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '2k,10k' },
    engines: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

process.exitCode = await main()

/** The exit code: 0 also when a figure is not met, 1 when something could not be measured. */
async function main(): Promise<number> {
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const runs = Number(values.runs)
  const unknown = positionals.find((name) => MEASUREMENTS[name] === undefined)
  if (unknown !== undefined || !Number.isInteger(runs) || runs < 1) {
    console.error(USAGE)
    return 2
  }
  const chosen = Object.entries(MEASUREMENTS).filter(
    ([name]) => positionals.length === 0 || positionals.includes(name),
  )
  try {
    for (const [name, measurement] of chosen) {
      const missing = await measurement.missing?.()
      if (missing !== undefined) {
        print(
          name,
          `${measurement.title}: not measured, it needs packages. Get them with: ${missing}`,
        )
        continue
      }
      print(name, measurement.title, await take(measurement, runs))
      warnIfBusy()
    }
    return 0
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    return 1
  }
}

async function take(measurement: Measurement, runs: number): Promise<readonly Figure[]> {
  const closings: (() => Promise<unknown>)[] = []
  try {
    return await measurement.measure({
      get index() {
        return readBuiltIndex()
      },
      runs,
      search: {
        sizes: listed(values.sizes),
        engines: listed(values.engines),
        write: values.write,
        json: values.json,
      },
      atEnd: (close) => closings.unshift(close),
    })
  } finally {
    for (const close of closings) await close()
  }
}

function listed(text: string): string[] {
  return text.split(',').filter((item) => item !== '')
}

/** Others were at work, or the measurement itself is: a browser alone keeps one processor busy. */
function warnIfBusy(): void {
  const [load = 0] = loadavg()
  const processors = availableParallelism()
  if (load > processors)
    console.error(
      `  (The machine is busy: load ${load.toFixed(1)} on ${processors} processors. Times are too long.)`,
    )
}

function print(measurement: string, title: string, figures: readonly Figure[] = []): void {
  if (values.json) {
    for (const figure of figures)
      console.log(JSON.stringify({ measurement, ...figure, met: isMet(figure) }))
    return
  }
  console.log(`\n${title}`)
  for (const figure of figures) {
    const { name, value, unit, atMost, atLeast } = figure
    const limit = atMost ?? atLeast
    const verdict =
      limit === undefined
        ? ''
        : `${atMost === undefined ? '≥' : '≤'} ${amount(limit)} ${unit}`.padEnd(14) +
          (isMet(figure) ? 'met' : 'NOT MET')
    console.log(
      `  ${name.padEnd(52)}${amount(value).padStart(9)} ${unit.padEnd(7)}${verdict}`.trimEnd(),
    )
  }
}

function amount(value: number): string {
  return Number.isInteger(value) || value >= 100
    ? Math.round(value).toLocaleString('en')
    : value.toFixed(value < 10 ? 2 : 1)
}
