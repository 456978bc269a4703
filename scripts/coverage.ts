import { dirname, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import type { Lexicon } from '../src/lexicon/lexicon'
import { type Counts, type Coverage, countCoverage, countTogether } from './count-coverage'
import { describeChanges } from './coverage/changes'
import { figuresOf } from './coverage/figures'
import { findGaps } from './coverage/gaps'
import { readEarlier } from './coverage/last-release'
import { coverageHtml } from './coverage/page'
import { listLanguages, writeAtomically } from './files'
import { readLexicon } from './read-lexicon'

const USAGE = `npm run coverage [-- options]    counts what is in the tables and what became of the sources' rows,
                                         and writes a page of charts and lists to work from

  --data DIR     folder of the tables (data)
  --html FILE    the page (dist/coverage/index.html; with --json none unless named)
  --since WHAT   what changed is told since this: a data folder, or a tag of git (the newest v…)
  --refused      lists every row that was refused, with its reason
  --json         everything, as one JSON object
  --help

entries, senses: by the variety of the headword; an entry's state is the badge it shows by default.
concepts: those the variety has a form for. "shown" leaves out drafts, rejected rows and what was
recorded elsewhere.`

const PAGE = 'dist/coverage/index.html'

const COLUMNS = ['entries', 'spellings', 'transcriptions', 'senses', 'concepts']

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    html: { type: 'string' },
    since: { type: 'string' },
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
  const html = values.html ?? (values.json ? undefined : PAGE)
  if (html !== undefined && lexicons.length > 0) writePage(html, lexicons)
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

function writePage(path: string, lexicons: readonly Lexicon[]): void {
  const inPlace = [...lexicons].sort((a, b) => a.language.place - b.language.place)
  const languages = inPlace.map(figuresOf)
  const shared = inPlace[0]!.shared
  const earlier = readEarlier(values.since, values.data)
  if (values.since !== undefined && earlier === undefined) {
    console.error(`--since ${values.since}: there is no such data folder, nor such a state in git.`)
    process.exitCode = 2
    return
  }
  const concepts = shared.concepts.map(({ value }) => value)
  writeAtomically(
    path,
    coverageHtml({
      languages,
      domains: shared.semanticDomains.map(({ value }) => ({
        ...value,
        concepts: concepts.filter(({ semanticDomain }) => semanticDomain === value.id),
      })),
      topics: shared.topics.map(({ value }) => value),
      gaps: findGaps(inPlace, languages),
      changes: earlier && {
        since: earlier.name,
        byLanguage: new Map(
          inPlace.flatMap((after) => {
            const before = earlier.lexicons.find(
              ({ language }) => language.code === after.language.code,
            )
            return before === undefined
              ? []
              : [[after.language.code, describeChanges(before, after)] as const]
          }),
        ),
      },
      app: `${relative(dirname(path), 'dist').split(sep).join('/') || '.'}/index.html`,
    }),
  )
  if (!values.json) console.log(`\n${path}`)
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
