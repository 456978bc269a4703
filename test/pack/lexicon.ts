import type { Entry } from '../../src/lexicon/entry'
import type { Form } from '../../src/lexicon/form'
import type { FullEntry } from '../../src/lexicon/full-entry'
import type { LanguageCode, Licence, Notation, VarietyId } from '../../src/lexicon/ids'
import type { Lexicon, Row } from '../../src/lexicon/lexicon'
import type { Sense } from '../../src/lexicon/sense'
import type { Variety } from '../../src/lexicon/variety'
import { encodeListRow } from '../../src/pack/entries'
import type { Derive } from '../../src/pack/pack-sections'
import { listRow } from '../../src/pack/publish'
import { writeRows } from '../../src/pack/write-rows'
import { sampleEntry } from './sample'

const at = { file: 'xo-dang/entries.csv', line: 2, row: 2 }
export const rowsOf = <Record>(records: readonly Record[]): readonly Row<Record>[] =>
  records.map((value) => ({ value, place: () => at }))

const variety = (id: string, rank: number, shown: Variety['shown'] = 'default'): Variety => ({
  id: id as VarietyId,
  nameVi: id,
  nameEn: id,
  sourceNames: [],
  countedUnder: ['xo-dang' as LanguageCode],
  rank,
  shown,
  source: 'sidwell2015',
  confidence: 'high',
})

const licence = (id: string, publish: 'yes' | 'apart' | 'no') => ({
  id: id as Licence,
  nameVi: id,
  nameEn: id,
  url: '',
  publish,
})

const notation = (id: string, rank: number) => ({
  id: id as Notation,
  nameVi: id,
  nameEn: id,
  rank,
})

/** A lexicon of these entries, over two default varieties, one for comparison, and all three kinds of licence. */
export const lexiconOf = (entries: readonly FullEntry[], release = '2026.11.0'): Lexicon => ({
  language: {
    code: 'xo-dang' as LanguageCode,
    nameVi: 'Xơ Đăng',
    nameEn: 'Sedang',
    autonyms: [],
    iso639: 'sed',
    glottocode: 'seda1262',
    languageTag: 'sed',
    place: 1,
    release,
    aboutVi: '',
    aboutEn: '',
    alphabetNoteVi: '',
    alphabetNoteEn: '',
    alphabetConfidence: 'low',
    practices: [],
    barMarks: ['\u0306'],
    openQuestions: [],
  },
  entries: rowsOf(entries.map(({ entry }) => entry)),
  forms: rowsOf(entries.flatMap(({ forms }) => forms)),
  senses: rowsOf(entries.flatMap(({ senses }) => senses)),
  examples: rowsOf(entries.flatMap(({ examples }) => examples)),
  relations: rowsOf(entries.flatMap(({ relations }) => relations)),
  media: rowsOf(entries.flatMap(({ media }) => media)),
  mediaFiles: new Map(),
  varieties: rowsOf([
    variety('xo-dang', 0),
    variety('sedang', 1),
    variety('ca-dong', 2),
    variety('kasseng', 3, 'compare'),
  ]),
  graphemes: [],
  equivalences: [],
  sources: [],
  reviews: [],
  retired: [],
  residue: [],
  ledger: [],
  unexplained: [],
  shared: {
    partsOfSpeech: [],
    semanticDomains: [],
    topics: [],
    concepts: [],
    notations: rowsOf([notation('ipa-sidwell', 1), notation('peiros', 4)]),
    licences: rowsOf([
      licence('CC-BY-4.0', 'yes'),
      licence('CC-BY-SA', 'apart'),
      licence('all-rights-reserved', 'no'),
    ]),
  },
})

const [form] = sampleEntry.forms
const [sense] = sampleEntry.senses

/** A form of the sample entry, further ones by id, otherwise like its own. */
export const formOf = (id: string, changes: Partial<Form> = {}): Form => ({
  ...form!,
  id: id as Form['id'],
  ...changes,
})

export const senseOf = (id: string, changes: Partial<Sense> = {}): Sense => ({
  ...sense!,
  id: id as Sense['id'],
  ...changes,
})

/** An entry under its first form, ids and numbers set throughout. */
export const entryOf = (
  number: number,
  forms: readonly Form[],
  senses: readonly Sense[] = [senseOf(`xd-s${number}`)],
  changes: Partial<Entry> = {},
): FullEntry => {
  const id = `xd-${String(number).padStart(5, '0')}` as Entry['id']
  const [first] = forms
  return {
    entry: {
      id,
      number,
      variety: first!.variety,
      headwordForm: first!.id,
      headword: first!.text,
      ...changes,
    },
    forms: forms.map((form) => ({ ...form, entry: id })),
    senses: senses.map((sense) => ({ ...sense, entry: id })),
    examples: [],
    relations: [],
    media: [],
  }
}

/** Stands for the writers of search, which this folder does not know. */
export const deriveList: Derive = (meta, entries) => {
  const rows = entries.map((full) => listRow(full, meta))
  const text = JSON.stringify([meta.release, rows.map(({ headword }) => headword)])
  return new Map([
    ['list', writeRows(rows.map((row) => ({ number: row.number, text: encodeListRow(row) })))],
    ['keys', new TextEncoder().encode(`k${text}`)],
    ['glosses', new TextEncoder().encode(`g${text}`)],
    ['groups', new TextEncoder().encode('{"byConcept":{}}')],
  ])
}
