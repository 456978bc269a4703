import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lift } from '../../src/formats/lift'
import { writeShared, writeTables } from '../../src/formats/tables'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { UNSAID } from '../../src/merge/incoming'
import { replaceFolder } from '../files'
import { readLexicon } from '../read-lexicon'
import { lexiconOfList } from './list-lexicon'
import { type Bench, type Figure, type Measurement, median } from './measurement'

const LANGUAGE = 'ba-na'
const LIST = join(process.env.RONG_SHARED ?? '../shared', 'sources/bartbahnar/bavi.csv')

/** What a linguist waits for, with a dictionary of every row of the longest list there is. */
export const data: Measurement = {
  title: 'A list of 36,168 rows, and a dictionary with an entry for each that says something new',
  missing: async () =>
    existsSync(LIST) ? undefined : `the folder of sources beside the project (no ${LIST} here)`,
  async measure({ runs, atEnd }: Bench): Promise<readonly Figure[]> {
    const scratch = mkdtempSync(join(tmpdir(), 'rong-bench-'))
    atEnd(async () => rmSync(scratch, { recursive: true, force: true }))
    const settings = readLexicon('data', LANGUAGE).lexicon!
    const lexicon = lexiconOfList(readFileSync(LIST, 'utf8'), settings)
    const tables = join(scratch, 'tables')
    replaceFolder(tables, new Map([...writeTables(lexicon), ...writeShared(settings.shared)]))
    const size = lexicon.entries.length.toLocaleString('en')

    const out = join(scratch, 'imported')
    const imported = runMany(runs, importArgs(out), () =>
      rmSync(out, { recursive: true, force: true }),
    )
    const checked = runMany(runs, ['check', '--data', tables])
    const packs = join(scratch, 'packs')
    const compiled = runMany(runs, ['compile', '--data', tables, '--out', packs])
    return [
      { name: 'import of the list', value: imported.seconds, unit: 's', atMost: 3 },
      { name: 'import of the list, memory', value: imported.megabytes, unit: 'MB', atMost: 300 },
      { name: `check of ${size} entries`, value: checked.seconds, unit: 's', atMost: 2 },
      { name: `compile of ${size} entries`, value: compiled.seconds, unit: 's', atMost: 5 },
      {
        name: `LIFT of ${size} entries, written and read`,
        value: await liftSeconds(lexicon, runs),
        unit: 's',
        atMost: 6,
      },
    ]
  },
}

const importArgs = (out: string): readonly string[] => [
  ...['import', '--language', LANGUAGE, '--format', 'wide-csv'],
  ...['--map', 'headword=Bahnaric,gloss.vi=Vietnamese', LIST, '--out', out],
  ...['--refused', `${out}.csv`],
]

interface Cost {
  readonly seconds: number
  /** Of the process at its largest, 10^6 bytes. */
  readonly megabytes: number
}

/** Medians, after a run that bundles the command. */
const runMany = (runs: number, args: readonly string[], before = () => {}): Cost => {
  const costs = Array.from({ length: runs + 1 }, () => {
    before()
    return runOnce(args)
  }).slice(1)
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    megabytes: median(costs.map(({ megabytes }) => megabytes)),
  }
}

/** Loaded before the command; says at its end how much memory it took. */
const MEASURED = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error('\\nmaxRSS', process.resourceUsage().maxRSS))",
)}`

const runOnce = (args: readonly string[]): Cost => {
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', MEASURED, 'scripts/run.mjs', ...args],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (status !== 0) throw new Error(`${args.join(' ')} failed (exit ${status}).\n${stderr}`)
  const [, kilobytes = '0'] = /maxRSS (\d+)\s*$/.exec(stderr) ?? []
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: (Number(kilobytes) * 1024) / 1e6,
  }
}

const liftSeconds = async (lexicon: Lexicon, runs: number): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    const files = await lift.write!(lexicon, {})
    const context = { settings: lexicon, attribution: UNSAID, mapping: new Map() }
    const { lexicon: read } = await lift.read!(files, context)
    times.push((performance.now() - start) / 1000)
    if (read?.entries.length !== lexicon.entries.length) throw new Error('LIFT lost entries')
  }
  return median(times)
}
