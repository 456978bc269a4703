import { parseArgs } from 'node:util'
import type { Attribution } from '../../src/formats/format'
import { FORMATS } from '../../src/formats/index'
import { err, ok, type Result } from '../../src/lexicon/result'
import { REVIEW_STATES } from '../../src/lexicon/review'
import { isProblemLanguage, PROBLEM_LANGUAGES, type ProblemLanguage } from '../print-problems'
import { bilingual, type Told, useOneOf } from '../told'
import { LANGUAGE_MISSING, type NewSource, newSourceOf, parsedBy } from './new-source'

export const ENCODINGS = ['auto', 'utf-8', 'tnkeyuni', 'vni'] as const

/** Recordings and verdicts from the app: they add to a dictionary, and are none by themselves. */
export const CHANGES = 'rong-changes'
const FORMAT_IDS: readonly string[] = [...FORMATS.map(({ id }) => id), CHANGES]

export type EncodingOption = (typeof ENCODINGS)[number]

export const USAGE = `npm run import -- --language ba-na --format wide-csv FILE… --into data/ba-na [--apply]
npm run import -- --language ba-na --format wide-csv FILE… --out DIR
npm run import -- --language ba-na --format rong-changes FILE… --into data/ba-na [--apply]

Takes what a file of another program says into the tables. Without --apply this is a dry run: it
prints what is new, changed, unchanged, in conflict, refused, and why.

  FILE               a file or a folder of files; FILE.map.csv beside it (field,column) is read too
  --language CODE    the dictionary: ba-na, gia-rai, xo-dang, gie-trieng
  --format ID        ${FORMAT_IDS.join(', ')}
  --map LIST         column or marker by field: headword=Bahnaric,gloss.vi=Vietnamese
  --into DIR         the folder of the dictionary: data/ba-na
  --out DIR          a data folder to be made, with only what the file says; it is written at once
  --apply            writes; nothing is written when anything fails
  --source ID        where new entries come from: a key of sources.bib (editor)
  --source-title T   adds that source to sources.bib, with --licence and perhaps --source-author, --source-year
  --licence ID       under what terms (that of the source)
  --variety ID       of forms that do not say (the language as a whole)
  --review-state S   of forms and senses that do not say: ${REVIEW_STATES.join(', ')} (draft)
  --notation ID      of transcriptions that do not say
  --base PATH        the dictionary when the file was made from it: a data folder or one of its folders
  --originals DIR    of rong-changes: where recordings as they came and consents are kept
                     (originals/CODE beside the data folder); no pack has them
  --encoding NAME    ${ENCODINGS.join(', ')} (auto)
  --accept-proposed  takes entries that share form and gloss with one of the dictionary's as that one
  --report FILE      everything, as .csv or .json
  --refused FILE     where refused entries go, in their own format (NAME.refused.EXT beside the
                     file, with --out in DIR)
  --data DIR         the project's tables, for --out (data)
  --lang vi|en       language of the sentences (vi)
  --json             one JSON object
  --help

Exits 1 when nothing could be taken, 2 when the command was not right.`

export interface ImportCommand {
  readonly files: readonly string[]
  readonly language: string
  readonly format: string
  readonly mapping: ReadonlyMap<string, string>
  readonly target: { readonly kind: 'into' | 'out'; readonly folder: string }
  readonly apply: boolean
  readonly source?: string | undefined
  readonly newSource?: NewSource | undefined
  readonly licence?: string | undefined
  readonly variety?: string | undefined
  readonly reviewState: Attribution['reviewState']
  readonly notation?: string | undefined
  readonly base?: string | undefined
  readonly encoding: EncodingOption
  readonly acceptProposed: boolean
  readonly report?: string | undefined
  readonly refused?: string | undefined
  readonly originals?: string | undefined
  readonly data: string
  readonly lang: ProblemLanguage
  readonly json: boolean
}

/** What the command line asks for; `help`, or a sentence that says what is wrong with it. */
export const readCommand = (args: readonly string[]): Result<ImportCommand | 'help', Told> => {
  const parsed = parsedBy(() => parse(args))
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return ok('help')
  const { language, format, into, out, lang, encoding } = values
  const reviewState = REVIEW_STATES.find((state) => state === values['review-state'])
  const chosenEncoding = ENCODINGS.find((name) => name === encoding.toLowerCase())
  const mapping = readMapping(values.map ?? [])
  if (language === undefined) return err(LANGUAGE_MISSING)
  if (format === undefined || !FORMAT_IDS.includes(format))
    return err(useOneOf('--format', format, FORMAT_IDS))
  if (positionals.length === 0)
    return err(bilingual('Hãy nêu tệp cần nhập.', 'Name the file to import.'))
  if ((into === undefined) === (out === undefined))
    return err(
      bilingual(
        'Hãy nêu một trong hai: --into THƯ_MỤC (từ điển đang có) hoặc --out THƯ_MỤC (thư mục sẽ được tạo).',
        'Name one of --into DIR (a dictionary of yours) and --out DIR (a folder to be made).',
      ),
    )
  if (!isProblemLanguage(lang)) return err(useOneOf('--lang', lang, PROBLEM_LANGUAGES))
  if (chosenEncoding === undefined) return err(useOneOf('--encoding', encoding, ENCODINGS))
  if (reviewState === undefined)
    return err(useOneOf('--review-state', values['review-state'], REVIEW_STATES))
  if (!mapping.ok) return mapping
  const newSource = newSourceOf(values)
  if (!newSource.ok) return newSource
  return ok({
    files: positionals,
    language,
    format,
    mapping: mapping.value,
    target: into === undefined ? { kind: 'out', folder: out! } : { kind: 'into', folder: into },
    apply: values.apply || out !== undefined,
    source: values.source,
    newSource: newSource.value,
    licence: values.licence,
    variety: values.variety,
    reviewState,
    notation: values.notation,
    base: values.base,
    encoding: chosenEncoding,
    acceptProposed: values['accept-proposed'],
    report: values.report,
    refused: values.refused,
    originals: values.originals,
    data: values.data,
    lang,
    json: values.json,
  })
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      format: { type: 'string' },
      map: { type: 'string', multiple: true },
      into: { type: 'string' },
      out: { type: 'string' },
      apply: { type: 'boolean', default: false },
      source: { type: 'string' },
      'source-title': { type: 'string' },
      'source-author': { type: 'string' },
      'source-year': { type: 'string' },
      licence: { type: 'string' },
      variety: { type: 'string' },
      'review-state': { type: 'string', default: 'draft' },
      notation: { type: 'string' },
      base: { type: 'string' },
      encoding: { type: 'string', default: 'auto' },
      'accept-proposed': { type: 'boolean', default: false },
      report: { type: 'string' },
      refused: { type: 'string' },
      originals: { type: 'string' },
      data: { type: 'string', default: 'data' },
      lang: { type: 'string', default: 'vi' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })

/** `headword=Bahnaric,gloss.vi=Vietnamese`; a comma inside a column's name is written `\\,`. */
const readMapping = (given: readonly string[]): Result<ReadonlyMap<string, string>, Told> => {
  const mapping = new Map<string, string>()
  for (const pair of given.flatMap((list) => list.match(/(?:\\.|[^,\\])+/g) ?? [])) {
    const [, field, column] = /^([^=]+)=(.+)$/s.exec(pair.replace(/\\(.)/g, '$1')) ?? []
    if (field === undefined || column === undefined)
      return err(
        bilingual(
          `--map ${pair}: hãy viết trường=cột, ví dụ gloss.vi=Vietnamese.`,
          `--map ${pair}: write field=column, as gloss.vi=Vietnamese.`,
        ),
      )
    mapping.set(field.trim(), column.trim())
  }
  return ok(mapping)
}
