/** The vocabulary of Cross-Linguistic Data Formats (https://cldf.clld.org) and of CSV on the Web. */
export const CLDF = 'http://cldf.clld.org/v1.0/terms.rdf#'
export const CSVW = 'http://www.w3.org/ns/csvw'

/** Tables of CLDF by what they hold. */
export type Component =
  | 'EntryTable'
  | 'SenseTable'
  | 'ExampleTable'
  | 'FormTable'
  | 'LanguageTable'
  | 'ParameterTable'
  | 'MediaTable'

/** Columns of CLDF by what they say. */
export type Property =
  | 'id'
  | 'name'
  | 'description'
  | 'comment'
  | 'source'
  | 'languageReference'
  | 'parameterReference'
  | 'entryReference'
  | 'formReference'
  | 'concepticonReference'
  | 'value'
  | 'form'
  | 'headword'
  | 'partOfSpeech'
  | 'primaryText'
  | 'translatedText'
  | 'mediaType'
  | 'downloadUrl'
  | 'glottocode'
  | 'iso639P3code'
  | 'latitude'
  | 'longitude'

/** What ids may hold, so that they can stand in addresses. */
export const ID_DATATYPE = { base: 'string', format: '[A-Za-z0-9_-]+' } as const

/** Of datasets that we wrote. */
export const GENERATOR = 'Rông'
