import { CONCEPT_FIELDS, type Concept } from '../../lexicon/concept'
import type { ReferenceTarget } from '../../lexicon/field'
import type { Form } from '../../lexicon/form'
import type { Lexicon, Row } from '../../lexicon/lexicon'
import { MEDIA_FIELDS, type Media } from '../../lexicon/media'
import { LANGUAGE_TABLES, SHARE_ALIKE_FORMS, SHARED_TABLES, type Table } from '../table-list'
import { downloadUrl, mediaTypeOf } from './media-type'
import type { Property } from './terms'
import { type TableNotes, type WrittenTable, writeTable } from './write-dataset'

/**
 * Our tables as those of a CLDF Dictionary: the content, the varieties, the alphabet and the verdicts of
 * the language, and of the shared tables what these refer to, so that every code is explained.
 */
export const dictionaryTables = (lexicon: Lexicon): readonly WrittenTable[] => {
  const { shared } = lexicon
  const t = LANGUAGE_TABLES
  const { together, apart } = formsByLicence(lexicon)
  // The form of an entry or of a clip may be one that is kept apart, in another file than its fellows.
  const kept = new Set<string>(together.map(({ id }) => id))
  const isMet =
    lexicon.entries.every(({ value }) => kept.has(value.headwordForm)) &&
    lexicon.media.every(({ value }) => value.form === undefined || kept.has(value.form))
  const fileOf = (target: ReferenceTarget): string | undefined =>
    target === 'form' && !isMet ? undefined : FILES[target]
  const notes = (own: Omit<TableNotes, 'fileOf'>): TableNotes => ({ ...own, fileOf })
  const codes = notes({
    says: 'Codes with their names.',
    properties: { ID: 'id', Name_En: 'name' },
  })
  // Their ids have dots, as those of SPDX do: no ids of CLDF.
  const licences = notes({
    says: 'Licences of the rows.',
    properties: { Name_En: 'name' },
    columns: { ID: { datatype: 'string' }, URL: { datatype: 'anyURI' } },
  })
  const forms = notes({
    says: 'Spellings, transcriptions and variants of the entries, each as one source attests it.',
    properties: { ...ATTESTED, Form: 'form', Entry_ID: 'entryReference' },
  })
  return [
    writeTable(
      valuesIn(lexicon.entries),
      t.entries,
      notes({
        component: 'EntryTable',
        says: 'One row an entry.',
        properties: { ...RECORD, Language_ID: 'languageReference', Headword: 'headword' },
      }),
    ),
    writeTable(
      valuesIn(lexicon.senses),
      t.senses,
      notes({
        component: 'SenseTable',
        says: 'One row a meaning of an entry.',
        properties: {
          ...RECORD,
          Entry_ID: 'entryReference',
          Gloss_Vi: 'description',
          Concept_ID: 'parameterReference',
          Part_Of_Speech: 'partOfSpeech',
          Source: 'source',
        },
        columns: {
          Gloss_Vi: { 'dc:description': 'Short equivalents in Vietnamese, most natural first.' },
        },
      }),
    ),
    writeTable(
      valuesIn(lexicon.examples),
      t.examples,
      notes({
        component: 'ExampleTable',
        says: 'Sentences that show a sense; Translated_Text is Vietnamese.',
        properties: { ...ATTESTED, Primary_Text: 'primaryText', Translated_Text: 'translatedText' },
      }),
    ),
    writeTable(together, t.forms, forms),
    ...(apart.length === 0 ? [] : [writeTable(apart, SHARE_ALIKE_FORMS, forms)]),
    writeTable(
      valuesIn(lexicon.relations),
      t.relations,
      notes({
        says: 'Ties between entries or senses.',
        properties: { ...RECORD, Source: 'source' },
      }),
    ),
    writeTable(
      valuesIn(lexicon.media).map((media) => ({
        ...media,
        mediaType: mediaTypeOf(media.path),
        url: downloadUrl(media.path),
      })),
      MEDIA_TABLE,
      notes({
        component: 'MediaTable',
        says: 'Recordings and pictures; Path is under media/.',
        properties: {
          ...ATTESTED,
          Entry_ID: 'entryReference',
          Media_Type: 'mediaType',
          Download_URL: 'downloadUrl',
        },
        columns: { Download_URL: { datatype: 'anyURI' } },
      }),
    ),
    writeTable(
      valuesIn(lexicon.residue),
      t.residue,
      notes({ says: 'What a foreign format said that no field holds.' }),
    ),
    writeTable(
      valuesIn(lexicon.varieties),
      t.varieties,
      notes({
        component: 'LanguageTable',
        says: 'Languages and dialects that the dictionary has forms of.',
        properties: {
          ...RECORD,
          Name: 'name',
          Glottocode: 'glottocode',
          ISO639P3code: 'iso639P3code',
        },
      }),
    ),
    writeTable(
      valuesIn(lexicon.graphemes),
      t.graphemes,
      notes({
        says: 'Graphemes in the order of the alphabet; order 0: none.',
        properties: { Note: 'comment' },
        key: 'Grapheme',
      }),
    ),
    writeTable(
      valuesIn(lexicon.reviews),
      t.reviews,
      notes({ says: 'Verdicts of speakers on forms and senses.', properties: { ID: 'id' } }),
    ),
    writeTable(
      valuesIn(shared.concepts).map((concept) => ({ ...concept, concepticon: concept.id })),
      CONCEPT_TABLE,
      notes({
        component: 'ParameterTable',
        says: 'Concepts of Concepticon that line senses up across languages.',
        properties: { ID: 'id', Label_En: 'name', Concepticon_ID: 'concepticonReference' },
        columns: {
          Concepticon_ID: { valueUrl: 'https://concepticon.clld.org/parameters/{Concepticon_ID}' },
        },
      }),
    ),
    writeTable(valuesIn(shared.partsOfSpeech), SHARED_TABLES.partsOfSpeech, codes),
    writeTable(valuesIn(shared.semanticDomains), SHARED_TABLES.semanticDomains, codes),
    writeTable(valuesIn(shared.topics), SHARED_TABLES.topics, codes),
    writeTable(valuesIn(shared.notations), SHARED_TABLES.notations, codes),
    writeTable(valuesIn(shared.licences), SHARED_TABLES.licences, licences),
  ]
}

const RECORD: Readonly<Record<string, Property>> = { ID: 'id', Note: 'comment' }
const ATTESTED: Readonly<Record<string, Property>> = {
  ...RECORD,
  Language_ID: 'languageReference',
  Source: 'source',
}

const FILES: { readonly [Target in ReferenceTarget]: string | undefined } = {
  entry: LANGUAGE_TABLES.entries.file,
  form: LANGUAGE_TABLES.forms.file,
  sense: LANGUAGE_TABLES.senses.file,
  'entry-or-sense': undefined,
  variety: LANGUAGE_TABLES.varieties.file,
  language: undefined,
  // Keys of sources.bib, which is no table.
  source: undefined,
  practice: undefined,
  'part-of-speech': SHARED_TABLES.partsOfSpeech.file,
  'semantic-domain': SHARED_TABLES.semanticDomains.file,
  topic: SHARED_TABLES.topics.file,
  notation: SHARED_TABLES.notations.file,
  licence: SHARED_TABLES.licences.file,
  concept: SHARED_TABLES.concepts.file,
}

interface MediaRow extends Media {
  readonly mediaType: string
  readonly url: string
}

const MEDIA_TABLE: Table<MediaRow> = {
  ...LANGUAGE_TABLES.media,
  fields: {
    ...MEDIA_FIELDS,
    mediaType: { column: 'Media_Type', kind: 'text', required: true },
    url: { column: 'Download_URL', kind: 'text' },
  },
}

interface ConceptRow extends Concept {
  readonly concepticon: string
}

const CONCEPT_TABLE: Table<ConceptRow> = {
  ...SHARED_TABLES.concepts,
  fields: {
    ...CONCEPT_FIELDS,
    concepticon: { column: 'Concepticon_ID', kind: 'text' },
  },
}

const valuesIn = <Value>(rows: readonly Row<Value>[]): readonly Value[] =>
  rows.map(({ value }) => value)

/** Share-alike forms have a file of their own. */
const formsByLicence = ({
  forms,
  shared,
}: Lexicon): { readonly together: readonly Form[]; readonly apart: readonly Form[] } => {
  const apart = new Set(
    valuesIn(shared.licences)
      .filter(({ publish }) => publish === 'apart')
      .map(({ id }) => id),
  )
  return {
    together: valuesIn(forms).filter(({ licence }) => !apart.has(licence)),
    apart: valuesIn(forms).filter(({ licence }) => apart.has(licence)),
  }
}
