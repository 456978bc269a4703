import { type CsvRow, parseCsv } from '../src/formats/csv'
import { unreadableFile } from '../src/formats/unreadable-file'
import type { Entry } from '../src/lexicon/entry'
import type { Form } from '../src/lexicon/form'
import {
  EDITOR,
  type EntryId,
  type FormId,
  type Licence,
  type SenseId,
  type VarietyId,
} from '../src/lexicon/ids'
import type { Lexicon, Row } from '../src/lexicon/lexicon'
import type { Place, Problem } from '../src/lexicon/problem'
import { err, ok, type Result } from '../src/lexicon/result'
import type { Sense } from '../src/lexicon/sense'
import { normaliseText } from '../src/text/normalise'
import { createOrthography } from '../src/text/orthography'
import { hasPhoneticSigns } from '../src/text/transcription'
import { decodeUtf8 } from './files'

/** A word with its Vietnamese gloss, as a row of a file gives them. */
export interface Pair {
  readonly headword: string
  readonly gloss: string
  readonly place: Place
}

export interface Pairs {
  readonly pairs: readonly Pair[]
  /** Rows that have no word or no gloss. */
  readonly leftOut: readonly Place[]
}

/**
 * Reads a CSV file of two columns, word and Vietnamese gloss, from any program: a byte order mark and
 * CRLF are taken off. A first row that names the columns is not a pair; with the names `headword` and
 * `gloss.vi` they may stand anywhere.
 */
export const readPairs = (bytes: Uint8Array, file: string): Result<Pairs, Problem> => {
  const text = decodeUtf8(bytes)
  if (typeof text !== 'string') return err(unreadableFile(file, 'not-utf-8', '', text.line))
  const csv = parseCsv(text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n'), file)
  if ('code' in csv) return err(csv)
  if (csv.header.cells.length < 2) return err(unreadableFile(file, 'row-length', '1 < 2'))
  const names = csv.header.cells.map((cell) => cell.trim())
  const named = [names.indexOf(HEADWORD), names.indexOf(GLOSS)] as const
  const [headwordAt, glossAt] = named.includes(-1) ? ([0, 1] as const) : named
  const rows = names.some((name) => COLUMN_NAME.test(name)) ? csv.rows : [csv.header, ...csv.rows]
  const pairs: Pair[] = []
  const leftOut: Place[] = []
  for (const { cells, place } of rows) {
    const headword = textOf(cells, headwordAt)
    const gloss = textOf(cells, glossAt)
    if (headword !== '' && gloss !== '') pairs.push({ headword, gloss, place: place() })
    else leftOut.push(place())
  }
  return ok({ pairs, leftOut })
}

const HEADWORD = 'headword'
const GLOSS = 'gloss.vi'
/** What the first row of a list of words holds where it is no pair. */
const COLUMN_NAME =
  /^(headword|word|lemma|form|gloss|gloss[._ ]vi|meaning|bahnar|bahnaric|jarai|sedang|jeh|vietnamese|tiếng việt)$/i

const textOf = (cells: CsvRow['cells'], index: number): string =>
  normaliseText(cells[index] ?? '').trim()

/**
 * Pairs as a dictionary in the writing of `language`, whose own words are left out. Pairs of one word
 * are one entry with several glosses: nothing says which of them are different words.
 */
export const lexiconOfPairs = (pairs: readonly Pair[], language: Lexicon): Lexicon => {
  const orthography = createOrthography({
    graphemes: language.graphemes.map(({ value }) => value),
    equivalences: language.equivalences.map(({ value }) => value),
  })
  const rowsOf = {
    entries: [] as Row<Entry>[],
    forms: [] as Row<Form>[],
    senses: [] as Row<Sense>[],
  }
  const known = new Map<string, { readonly pair: Pair; readonly glosses: Set<string> }>()
  for (const pair of pairs) {
    const same = known.get(pair.headword)
    if (same === undefined) known.set(pair.headword, { pair, glosses: new Set([pair.gloss]) })
    else same.glosses.add(pair.gloss)
  }
  const common = { variety: varietyOf(language), licence: licenceOf(language) }
  for (const { pair, glosses } of known.values()) {
    const { headword, place } = pair
    const number = rowsOf.entries.length + 1
    const id = `pair-${number}`
    const [entry, form, sense] = [id as EntryId, `${id}-form` as FormId, `${id}-sense` as SenseId]
    const row = <Value>(value: Value): Row<Value> => ({ value, place: () => place })
    const attested = {
      entry,
      source: EDITOR,
      sourceRow: String(place.row),
      licence: common.licence,
      reviewState: 'attested' as const,
    }
    const kind = hasPhoneticSigns(headword, orthography) ? 'transcription' : 'spelling'
    rowsOf.entries.push(
      row({ id: entry, number, variety: common.variety, headwordForm: form, headword }),
    )
    rowsOf.forms.push(row({ ...attested, id: form, variety: common.variety, kind, text: headword }))
    rowsOf.senses.push(
      row({ ...attested, id: sense, glossVi: [...glosses], glossEn: [], topics: [] }),
    )
  }
  return {
    ...language,
    ...rowsOf,
    examples: [],
    relations: [],
    media: [],
    mediaFiles: new Map(),
    reviews: [],
    retired: [],
  }
}

/** The language as a whole. */
const varietyOf = ({ varieties }: Lexicon): VarietyId =>
  [...varieties].sort((a, b) => a.value.rank - b.value.rank)[0]!.value.id

/** Nothing leaves memory: any licence that lets a pair be looked up will do. */
const licenceOf = ({ shared }: Lexicon): Licence =>
  shared.licences.find(({ value }) => value.publish === 'yes')!.value.id
