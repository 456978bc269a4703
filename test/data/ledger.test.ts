import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { listLanguages } from '../../scripts/files'
import { readLexicon } from '../../scripts/read-lexicon'

const ROOT = resolve(import.meta.dirname, '../..')
const DATA = join(ROOT, 'data')
const { RONG_SHARED } = process.env
/** Where the sources lie as they were received; they are no part of the project. */
const SHARED = RONG_SHARED ?? join(ROOT, '../shared')
const SEED = join(SHARED, 'sources/seed-candidates.tsv')

/** Keys of sources.bib by the names the worklist has. */
const SOURCE_KEYS = new Map([
  ['sidwellbahnaric', 'sidwell2015'],
  ['peirosaustroasiatic', 'peiros2004'],
  ['abvd-744', 'abvd744'],
  ['channumerals', 'chan2019'],
  ['wikipron-bdq', 'wikipron2020'],
  ['bartbahnar-bavi', 'bartbahnar2025'],
  ['bartbahnar-bavi + sidwell/peiros', 'bartbahnar2025'],
])

test.skipIf(!existsSync(SEED))(
  'every row of the sources is in a ledger once (skipped where the sources are not at hand)',
  () => {
    const [header = '', ...lines] = readFileSync(SEED, 'utf8').trimEnd().split('\n')
    const columns = header.split('\t')
    const expected = lines.map((line) => {
      const cells = line.split('\t')
      const source = cells[columns.indexOf('source_id')] ?? ''
      return `${SOURCE_KEYS.get(source)} ${cells[columns.indexOf('source_row_id')]}`
    })
    const found = listLanguages(DATA).flatMap((language) =>
      (readLexicon(DATA, language).lexicon?.ledger ?? []).map(
        ({ value }) => `${value.source} ${value.sourceRow}`,
      ),
    )
    expect(found.sort()).toEqual(expected.sort())
  },
)
