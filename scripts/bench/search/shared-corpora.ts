import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { OrthographyTables } from '../../../src/text/orthography'
import type { Corpus, CorpusEntry, Field, Group, QuerySet } from './corpus'

/** Sizes that are generated together: what a corpus holds depends on which are asked for with it. */
const TOGETHER: readonly (readonly string[])[] = [['2k', '10k', '100k'], ['1m']]
export const SIZES = TOGETHER.flat()

/** Unmeasured at the end of each set. */
const WARM_UP = 60

/** Groups by set; any other set is easy. */
const GROUP_BY_SET: Readonly<Record<string, Group>> = {
  'hw.prefix': 'prefix',
  'vi.prefix': 'prefix',
  'hw.telex': 'keyboard',
  'vi.telex': 'keyboard',
  'vi.vni': 'keyboard',
  'hw.edit1': 'hard',
  'hw.edit2': 'hard',
  'hw.dialect': 'hard',
  'hw.variant': 'hard',
  'vi.edit1': 'hard',
}

/** Whether the generators and what they need lie beside the project. */
export const isSharedThere = (shared: string): boolean =>
  existsSync(join(shared, 'bench/src/corpus')) && existsSync(join(shared, 'sources'))

/**
 * The generated corpus of a size. The generators run in a copy under `cache`, once: their output is
 * the same each time.
 */
export const sharedCorpus = (
  size: string,
  { shared, cache, writing }: { shared: string; cache: string; writing: OrthographyTables },
): Corpus => {
  const sizes = TOGETHER.find((some) => some.includes(size))!
  const folder = join(cache, `generated-${sizes.join('-')}`)
  if (!existsSync(join(folder, 'complete'))) generate(folder, shared, sizes)
  const entries = readEntries(join(folder, 'data', `corpus-${size}.ndjson`))
  const { sets, keystroke } = JSON.parse(
    readFileSync(join(folder, 'data', `queries-${size}.json`), 'utf8'),
  ) as GeneratedQueries
  return {
    name: size,
    entries,
    sets: Object.entries(sets).map(([name, queries]): QuerySet => {
      return {
        name,
        group: GROUP_BY_SET[name] ?? 'easy',
        field: fieldOf(queries[0]?.dir),
        queries: queries.map(({ q, ids }) => ({ text: q, answers: ids })),
        warmUp: WARM_UP,
      }
    }),
    typed: keystroke.map(({ q, dir }) => ({ text: q, field: fieldOf(dir) })),
    writing,
  }
}

/** As the generators write them: `hw` asks for a headword, `vi` for a gloss. */
interface GeneratedQueries {
  readonly sets: Readonly<Record<string, readonly { q: string; ids: number[]; dir: string }[]>>
  readonly keystroke: readonly { q: string; dir: string }[]
}

const fieldOf = (direction = ''): Field => (direction === 'hw' ? 'headword' : 'gloss')

const readEntries = (file: string): CorpusEntry[] => {
  const entries: CorpusEntry[] = []
  const bytes = readFileSync(file)
  // A line at a time: a million entries are more than one string may hold.
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start)
    const { w, vi } = JSON.parse(bytes.toString('utf8', start, end)) as { w: string; vi: string[] }
    entries.push({ forms: [{ text: w, kind: 'spelling' }], glossesVi: vi, glossesEn: [] })
    start = end + 1
  }
  return entries
}

const generate = (folder: string, shared: string, sizes: readonly string[]): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(shared, 'bench/src'), join(folder, 'src'), { recursive: true })
  const steps = [
    ['extract-base.mjs'],
    ['generate.mjs', sizes.join(',')],
    ['queries.mjs', sizes.join(',')],
  ]
  for (const [name = '', ...args] of steps) {
    const script = join(folder, 'src/corpus', name)
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=6000', script, ...args],
      { env: { ...process.env, SOURCES: resolve(shared, 'sources') }, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`${script} failed (exit ${status}).\n${stderr}`)
  }
  mkdirSync(join(folder, 'complete'))
}
