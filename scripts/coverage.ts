import { parseArgs } from 'node:util'
import type { Lexicon } from '../src/lexicon/lexicon'
import { type Counts, type Coverage, countCoverage, countTogether } from './count-coverage'
import { listLanguages } from './files'
import { readLexicon } from './read-lexicon'

const USAGE = `npm run coverage [-- options]    counts what is in the tables and what became of the sources' rows

  --data DIR     folder of the tables (data)
  --refused      lists every row that was refused, with its reason
  --json         everything, as one JSON object
  --help

entries, senses: by the variety of the headword; an entry's state is the badge it shows by default.
concepts: those the variety has a form for. "shown" leaves out drafts, rejected rows and what was
recorded elsewhere.`

const COLUMNS = ['entries', 'spellings', 'transcriptions', 'senses', 'concepts']

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    refused: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(USAGE)
} else {
  const lexicons = readAll(values.data)
  if (values.json) console.log(JSON.stringify(lexicons.map(countCoverage), undefined, 2))
  else for (const line of lexicons.length > 0 ? report(lexicons) : []) console.log(line)
}

function readAll(root: string): Lexicon[] {
  return listLanguages(root).flatMap((language) => {
    const { lexicon } = readLexicon(root, language)
    if (lexicon !== undefined) return [lexicon]
    console.error(`${language}: cannot be read. npm run check says why.`)
    process.exitCode = 1
    return []
  })
}

function report(lexicons: readonly Lexicon[]): string[] {
  const coverages = lexicons.map(countCoverage)
  const lines: string[] = []
  for (const coverage of coverages) {
    const { language, release, rows, shown, all, ledger } = coverage
    lines.push(`${language} ${release}`)
    lines.push(line('variety', 'state', COLUMNS))
    for (const row of rows) {
      const variety = row.shown === 'compare' ? `${row.variety} (compare)` : row.variety
      lines.push(line(variety, row.state, numbers(row)))
    }
    lines.push(line('all', '', numbers(all)), line('shown', '', numbers(shown)), '')
    lines.push(line('ledger', '', ['rows', 'published', 'merged', 'refused']))
    for (const { source, rows, published, merged, refused } of ledger.sources)
      lines.push(line(source, '', [rows, published, merged, refused]))
    const { formsPublished, formsOutside } = ledger
    lines.push(
      `  ${formsPublished} forms published from rows, ${formsOutside} forms that no row names`,
    )
    lines.push(...reasonLines(coverage))
    if (values.refused)
      for (const row of ledger.refused)
        lines.push(
          `  ${row.source} ${row.sourceRow}\t${row.sourceForm}\t${row.sourceGloss ?? ''}\t${row.reason}`,
        )
    lines.push('')
  }
  return [...lines, ...together(lexicons, coverages)]
}

/** Reasons that more than one row shares; `--refused` tells the others. */
function reasonLines({ ledger: { reasons } }: Coverage): string[] {
  const shared = reasons.filter(({ rows }) => rows > 1)
  const single = reasons.length - shared.length
  return [
    ...shared.map(({ reason, rows }) => `  ${String(rows).padStart(5)} refused: ${reason}`),
    ...(single > 0
      ? [`  ${String(single).padStart(5)} refused, each for a reason of its own`]
      : []),
  ]
}

/** All dictionaries together; a concept that they share is one here. */
function together(lexicons: readonly Lexicon[], coverages: readonly Coverage[]): string[] {
  const { all, shown } = countTogether(lexicons)
  const outcome = (name: 'rows' | 'published' | 'merged' | 'refused'): number =>
    coverages
      .flatMap(({ ledger }) => ledger.sources)
      .reduce((rows, source) => rows + source[name], 0)
  return [
    line('all languages', '', COLUMNS),
    line('all', '', numbers(all)),
    line('shown', '', numbers(shown)),
    '',
    `${outcome('rows')} rows of the sources: ${outcome('published')} published, ${outcome('merged')} merged, ${outcome('refused')} refused`,
  ]
}

function numbers(counts: Counts): readonly number[] {
  return [counts.entries, counts.spellings, counts.transcriptions, counts.senses, counts.concepts]
}

function line(name: string, state: string, cells: readonly (string | number)[]): string {
  const columns = cells.map((cell) => String(cell).padStart(15)).join('')
  return `  ${name.padEnd(20)}${state.padEnd(10)}${columns}`
}
