import { parse } from '@retorquere/bibtex-parser'
import { LIST_SEPARATOR } from '../lexicon/field'
import type { Licence, SourceId } from '../lexicon/ids'
import type { Row, UnexplainedCell } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import type { Source } from '../lexicon/source'

/** Sources as a .bib file gives them. */
export interface Bibliography {
  readonly sources: readonly Row<Source>[]
  readonly problems: readonly Problem[]
  readonly unexplained: readonly UnexplainedCell[]
}

/** Fields that make up `published`, in the order of a citation. */
const PUBLISHED = [
  ...['howpublished', 'journal', 'journaltitle', 'booktitle', 'series', 'volume', 'number'],
  ...['edition', 'publisher', 'institution', 'organization', 'school', 'address', 'location'],
  ...['pages', 'doi'],
]
const OWN = ['author', 'title', 'year', 'url', 'license', 'attribution', 'note']
/** Taken to the letter: no TeX in them. */
const VERBATIM = ['url', 'doi', 'license']
/** What TeX would read as something else. */
const TEX_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
}

/**
 * Reads BibTeX entries as sources. `author`, `title`, `year`, `license` and `attribution` are required
 * (the licence by a check), `url` and `note` optional; what says where it appeared becomes one line.
 * A field of another name is unexplained. A file with a fault in its syntax gives no source at all.
 */
export const readBibtex = (text: string, file: string): Bibliography => {
  const problems: Problem[] = []
  const unexplained: UnexplainedCell[] = []
  const placeOf =
    (input: string) =>
    (column?: string): Place => {
      const line = lineOf(text, input)
      return { file, line, row: line, ...(column !== undefined && { column }) }
    }
  const { entries, errors } = parse(text, {
    english: false,
    sentenceCase: false,
    verbatimFields: VERBATIM,
    unsupported: 'ignore',
  })
  const refuse = (at: Place, detail: string): void => {
    problems.push({ code: 'unreadable-file', severity: 'error', at, reason: 'not-bibtex', detail })
  }
  for (const { error, input } of errors) refuse(placeOf(input ?? '')(), error)
  if (errors.length > 0) return { sources: [], problems, unexplained }
  const sources = entries.map(({ key, fields, input }): Row<Source> => {
    const place = placeOf(input)
    for (const name of commentedFields(input)) refuse(place(name), '% → \\%')
    const textByField = new Map(Object.entries(fields).map(([name, value]) => [name, line(value)]))
    const required = (name: string): string => {
      const value = textByField.get(name) ?? ''
      if (value === '') problems.push({ code: 'missing-value', severity: 'error', at: place(name) })
      return value
    }
    for (const [name, value] of textByField) {
      if (OWN.includes(name) || PUBLISHED.includes(name)) continue
      unexplained.push({ at: place(name), text: value })
    }
    const published = PUBLISHED.flatMap((name) => textByField.get(name) ?? []).join(', ')
    const url = textByField.get('url')
    const note = textByField.get('note')
    const value: Source = {
      id: key as SourceId,
      title: required('title'),
      authors: required('author'),
      year: required('year'),
      ...(published !== '' && { published }),
      ...(url !== undefined && { url }),
      licence: (textByField.get('license') ?? '') as Licence,
      attribution: required('attribution'),
      ...(note !== undefined && { note }),
    }
    return { value, place }
  })
  return { sources, problems, unexplained }
}

/**
 * Sources as BibTeX that reads back as the same sources. Not the bytes they came from: the kind of
 * entry and the parts of `published` are no longer told apart. An address or a licence with a sign
 * that BibTeX cannot hold in it (`$`, `{`, `}`) throws a RangeError; `%24` stands for `$` in an address.
 */
export const writeBibtex = (sources: readonly Source[]): string =>
  sources.map(writeSource).join('\n')

const writeSource = (source: Source): string => {
  const authors = source.authors.split(LIST_SEPARATOR).map((author) => `{${asTex(author)}}`)
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', authors.join(' and ')],
    ['title', asTex(source.title)],
    ['year', asTex(source.year)],
    ['howpublished', source.published && asTex(source.published)],
    ['url', source.url && verbatim(source.url)],
    ['license', verbatim(source.licence)],
    ['attribution', asTex(source.attribution)],
    ['note', source.note && asTex(source.note)],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},\n`],
  )
  return `@misc{${source.id},\n${lines.join('')}}\n`
}

/** Braces keep TeX from joining two signs into one: `--` is a dash to it. */
const asTex = (text: string): string =>
  [...text]
    .map((sign) => TEX_ESCAPES[sign] ?? (/[{}$&%_#]/.test(sign) ? `\\${sign}` : sign))
    .join('')
    .replace(/([-'`,!?])(?=[-'`,])/g, '$1{}')

const verbatim = (text: string): string => {
  if (/[${}]/.test(text)) throw new RangeError(`No BibTeX for ${text}`)
  return text
}

/** Fields in which a bare `%` makes TeX skip the rest of the line. */
const commentedFields = (input: string): readonly string[] => {
  const fields: string[] = []
  let field = ''
  for (const text of input.split('\n')) {
    field = /^\s*([a-z]+)\s*=/i.exec(text)?.[1] ?? field
    const isComment = /(^|[^\\])%/.test(text)
    if (isComment && !VERBATIM.some((name) => fieldIs(name, field))) fields.push(field)
  }
  return fields
}

/** BibTeX names its fields in either case. */
const fieldIs = (name: string, given: string): boolean => new RegExp(`^${name}$`, 'i').test(given)

/** A field's value as one line: names in the order they are said, several joined like a list. */
const line = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(line).join(LIST_SEPARATOR)
  if (typeof value !== 'object' || value === null) return String(value).replace(/\s+/g, ' ').trim()
  const parts = ['name', 'firstName', 'prefix', 'lastName', 'suffix']
  return parts.flatMap((part) => Reflect.get(value, part) ?? []).join(' ')
}

const lineOf = (text: string, input: string): number => {
  const start = input === '' ? -1 : text.indexOf(input)
  return start < 0 ? 1 : text.slice(0, start).split('\n').length
}
