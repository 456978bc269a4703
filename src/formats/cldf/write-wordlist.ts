import type { Concept } from '../../lexicon/concept'
import type { FieldsOf } from '../../lexicon/field'
import type { Form } from '../../lexicon/form'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Sense } from '../../lexicon/sense'
import type { Variety } from '../../lexicon/variety'
import type { Files } from '../format'
import type { Table } from '../table-list'
import { type TableNotes, writeDataset, writeTable } from './write-dataset'

/** A form in one of its meanings. */
interface WordRow {
  readonly id: string
  readonly language: string
  readonly parameter: string
  readonly value: string
  readonly form: string
  readonly comment?: string
  readonly source: string
  readonly kind: Form['kind']
  readonly notation?: string
  readonly practice?: string
  readonly sourceRow: string
  readonly licence: string
  readonly reviewState: string
  readonly entry: string
  readonly formId: string
  readonly sense: string
}

const WORD_FIELDS: FieldsOf<WordRow> = {
  id: { column: 'ID', kind: 'id', required: true },
  language: { column: 'Language_ID', kind: 'reference', of: 'variety', required: true },
  parameter: { column: 'Parameter_ID', kind: 'reference', of: 'concept', required: true },
  value: { column: 'Value', kind: 'text', required: true },
  form: { column: 'Form', kind: 'text', required: true },
  comment: { column: 'Comment', kind: 'text' },
  source: { column: 'Source', kind: 'text', required: true },
  kind: { column: 'Kind', kind: 'text', required: true },
  notation: { column: 'Notation', kind: 'text' },
  practice: { column: 'Practice', kind: 'text' },
  sourceRow: { column: 'Source_Row', kind: 'text', required: true },
  licence: { column: 'Licence', kind: 'text', required: true },
  reviewState: { column: 'Review_State', kind: 'text', required: true },
  entry: { column: 'Entry_ID', kind: 'text', required: true },
  formId: { column: 'Form_ID', kind: 'text', required: true },
  sense: { column: 'Sense_ID', kind: 'text', required: true },
}

interface LanguageRow {
  readonly id: string
  readonly name: string
  readonly nameVi: string
  readonly glottocode?: string
  readonly iso639?: string
  readonly latitude?: number
  readonly longitude?: number
}

const LANGUAGE_FIELDS: FieldsOf<LanguageRow> = {
  id: { column: 'ID', kind: 'id', required: true },
  name: { column: 'Name', kind: 'text', required: true },
  nameVi: { column: 'Name_Vi', kind: 'text' },
  glottocode: { column: 'Glottocode', kind: 'text' },
  iso639: { column: 'ISO639P3code', kind: 'text' },
  latitude: { column: 'Latitude', kind: 'number' },
  longitude: { column: 'Longitude', kind: 'number' },
}

interface ParameterRow {
  readonly id: string
  readonly name: string
  readonly nameVi: string
  readonly concepticon: string
  readonly gloss: string
}

const PARAMETER_FIELDS: FieldsOf<ParameterRow> = {
  id: { column: 'ID', kind: 'id', required: true },
  name: { column: 'Name', kind: 'text', required: true },
  nameVi: { column: 'Name_Vi', kind: 'text' },
  concepticon: { column: 'Concepticon_ID', kind: 'text', required: true },
  gloss: { column: 'Concepticon_Gloss', kind: 'text' },
}

const WORD_TABLE: Table<WordRow> = { file: 'forms.csv', fields: WORD_FIELDS, order: 'id' }
const LANGUAGE_TABLE: Table<LanguageRow> = {
  file: 'languages.csv',
  fields: LANGUAGE_FIELDS,
  order: 'id',
}
const PARAMETER_TABLE: Table<ParameterRow> = {
  file: 'parameters.csv',
  fields: PARAMETER_FIELDS,
  order: 'id',
}

/**
 * The forms of every sense that has a concept, for comparison with other languages: nothing rejected, and
 * drafts only when asked for. No segments and no cognate sets: nobody has judged them. The places of varieties
 * have no coordinates: sources name places, not points.
 */
export const writeWordlist = (lexicon: Lexicon, drafts: boolean): Files => {
  const words = wordsIn(lexicon, drafts)
  const used = new Set(words.map(({ parameter }) => parameter))
  const concepts = lexicon.shared.concepts
    .map(({ value }) => value)
    .filter(({ id }) => used.has(id))
  const fileOf: TableNotes['fileOf'] = (target) =>
    target === 'variety'
      ? LANGUAGE_TABLE.file
      : target === 'concept'
        ? PARAMETER_TABLE.file
        : undefined
  const tables = [
    writeTable(words, WORD_TABLE, {
      component: 'FormTable',
      says: 'One row a form in one meaning, as its source attests it.',
      properties: {
        ID: 'id',
        Language_ID: 'languageReference',
        Parameter_ID: 'parameterReference',
        Value: 'value',
        Form: 'form',
        Comment: 'comment',
        Source: 'source',
      },
      columns: {
        Kind: { datatype: { base: 'string', format: 'spelling|transcription' } },
      },
      fileOf,
    }),
    writeTable(
      lexicon.varieties.map(({ value }) => languageRow(value)),
      LANGUAGE_TABLE,
      {
        component: 'LanguageTable',
        says: 'Languages and dialects that the dictionary has forms of.',
        properties: {
          ID: 'id',
          Name: 'name',
          Glottocode: 'glottocode',
          ISO639P3code: 'iso639P3code',
          Latitude: 'latitude',
          Longitude: 'longitude',
        },
        columns: {
          Glottocode: { valueUrl: 'http://glottolog.org/resource/languoid/id/{Glottocode}' },
          Latitude: { datatype: { base: 'decimal', minimum: -90, maximum: 90 } },
          Longitude: { datatype: { base: 'decimal', minimum: -180, maximum: 180 } },
        },
        fileOf,
      },
    ),
    writeTable(concepts.map(parameterRow), PARAMETER_TABLE, {
      component: 'ParameterTable',
      says: 'Concepts of Concepticon, with the labels of the editors.',
      properties: { ID: 'id', Name: 'name', Concepticon_ID: 'concepticonReference' },
      columns: {
        Concepticon_ID: { valueUrl: 'https://concepticon.clld.org/parameters/{Concepticon_ID}' },
      },
      fileOf,
    }),
  ]
  return writeDataset(lexicon, tables, {
    module: 'Wordlist',
    genre: 'word list',
    says: 'The forms of all senses of the dictionary that have a concept; for all else see the dictionary itself.',
  })
}

const wordsIn = (lexicon: Lexicon, drafts: boolean): readonly WordRow[] => {
  const isShown = ({ reviewState }: Pick<Form, 'reviewState'>) =>
    reviewState !== 'rejected' && (drafts || reviewState !== 'draft')
  const known = new Set<string>(lexicon.shared.concepts.map(({ value }) => value.id))
  const sensesByEntry = new Map<string, Sense[]>()
  for (const { value } of lexicon.senses) {
    if (value.concept === undefined || !known.has(value.concept) || !isShown(value)) continue
    const senses = sensesByEntry.get(value.entry)
    if (senses === undefined) sensesByEntry.set(value.entry, [value])
    else senses.push(value)
  }
  return lexicon.forms
    .map(({ value }) => value)
    .filter(isShown)
    .flatMap((form) => (sensesByEntry.get(form.entry) ?? []).map((sense) => wordRow(form, sense)))
}

const wordRow = (form: Form, sense: Sense): WordRow => ({
  id: `${form.id}-${sense.id}`,
  language: form.variety,
  parameter: sense.concept ?? '',
  value: form.sourceText ?? form.text,
  form: form.text,
  ...(form.note !== undefined && { comment: form.note }),
  source: form.source,
  kind: form.kind,
  ...(form.notation !== undefined && { notation: form.notation }),
  ...(form.practice !== undefined && { practice: form.practice }),
  sourceRow: form.sourceRow,
  licence: form.licence,
  reviewState: form.reviewState,
  entry: form.entry,
  formId: form.id,
  sense: sense.id,
})

const languageRow = ({ id, nameEn, nameVi, glottocode, iso639 }: Variety): LanguageRow => ({
  id,
  name: nameEn,
  nameVi,
  ...(glottocode !== undefined && { glottocode }),
  ...(iso639 !== undefined && { iso639 }),
})

const parameterRow = ({ id, labelEn, labelVi, gloss }: Concept): ParameterRow => ({
  id,
  name: labelEn,
  nameVi: labelVi,
  concepticon: id,
  gloss,
})
