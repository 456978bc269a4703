import type { Code } from '../lexicon/concept'
import type { Form } from '../lexicon/form'
import type { RELATION_KINDS } from '../lexicon/relation'
import {
  type Article,
  type Edition,
  editionOf,
  type NamedForm,
  type NamedSense,
} from './edition/edition'
import { titleOf, UNCONFIRMED } from './edition/words'
import type { Format } from './format'
import { writeXml } from './xml/write-xml'
import { createElement as element, type XmlOutput } from './xml/xml-element'

/**
 * TEI Lex-0 (the DARIAH guidelines for dictionaries in TEI P5), for archives and researchers. Each
 * entry and sense has its id and language; equivalents are `cit type="translationEquivalent"`, places
 * `usg type="geographic"`, sources `source="#…"` into the bibliography of the header.
 */
export const tei: Format = {
  id: 'tei',
  name: 'TEI Lex-0',
  extensions: ['tei.xml', 'xml'],
  write: async (lexicon, { drafts = false }) => {
    const edition = editionOf(lexicon, { drafts })
    const root = element(
      'TEI',
      { xmlns: 'http://www.tei-c.org/ns/1.0', type: 'lex-0' },
      header(edition),
      element('text', {}, element('body', {}, ...divisions(edition))),
    )
    const bytes = new TextEncoder().encode(writeXml(root))
    return new Map([[`rong-${edition.language.code}.tei.xml`, bytes]])
  },
}

const header = (edition: Edition): XmlOutput => {
  const { language, sources, date } = edition
  const licences = [...new Set(sources.map(({ licence }) => licence))]
  return element(
    'teiHeader',
    {},
    element(
      'fileDesc',
      {},
      element('titleStmt', {}, element('title', { 'xml:lang': 'vi' }, titleOf(edition))),
      element('editionStmt', {}, element('edition', { n: language.release }, language.release)),
      element(
        'publicationStmt',
        {},
        element('publisher', {}, 'Rông'),
        element('date', { when: date }, date),
        element('availability', {}, ...licences.map((licence) => element('licence', {}, licence))),
      ),
      element('sourceDesc', {}, element('listBibl', {}, ...sources.map(bibliographic))),
    ),
    element(
      'profileDesc',
      {},
      element(
        'langUsage',
        {},
        element('language', { ident: language.languageTag }, language.nameEn),
        element('language', { ident: 'vi' }, 'Vietnamese'),
        element('language', { ident: 'en' }, 'English'),
      ),
    ),
  )
}

const bibliographic = (source: Edition['sources'][number]): XmlOutput =>
  element(
    'bibl',
    { 'xml:id': sourceRef(source.id) },
    ...source.authors
      .split('; ')
      .filter((author) => author !== '')
      .map((author) => element('author', {}, author)),
    element('title', {}, source.title),
    element('date', {}, source.year),
    ...(source.url === undefined ? [] : [element('ptr', { target: source.url })]),
    element('note', { type: 'attribution' }, source.attribution),
  )

/** A division a letter. */
const divisions = (edition: Edition): XmlOutput[] => {
  const letters = new Map<string, Article[]>()
  for (const article of edition.entries) {
    const under = letters.get(article.letter)
    if (under === undefined) letters.set(article.letter, [article])
    else under.push(article)
  }
  return [...letters].map(([letter, articles]) =>
    element(
      'div',
      { type: 'letter', n: letter },
      element('head', {}, letter),
      ...articles.map((article) => entryOf(article, edition)),
    ),
  )
}

const entryOf = (article: Article, { language, sources }: Edition): XmlOutput => {
  const tag = language.languageTag
  const known = new Set<string>(sources.map(({ id }) => id))
  const sounds = article.transcriptions.filter(({ form }) => form.id !== article.headword.id)
  return element(
    'entry',
    {
      'xml:id': xmlId(article.id),
      'xml:lang': tag,
      type: 'mainEntry',
      ...(article.homograph !== undefined && { n: String(article.homograph) }),
    },
    element(
      'form',
      { type: 'lemma', ...sourceOf(article.headword, known) },
      written(article.headword),
      ...sounds.map(({ form, varieties }) => pronunciation(form, varieties, known)),
    ),
    ...article.spellings.map((named) => variant(named, known)),
    ...article.senses.map((sense) => senseOf(sense, tag, known)),
    ...article.relations.map(({ kind, target, headword }) =>
      element(
        'xr',
        { type: RELATION_TYPES[kind] },
        element('ref', { type: 'entry', target: `#${xmlId(target)}` }, headword),
      ),
    ),
    ...(article.note === undefined ? [] : [element('note', { 'xml:lang': 'vi' }, article.note)]),
    ...(article.isDraft
      ? [element('note', { type: 'status', 'xml:lang': 'vi' }, UNCONFIRMED)]
      : []),
  )
}

const RELATION_TYPES: Readonly<Record<(typeof RELATION_KINDS)[number], string>> = {
  synonym: 'synonymy',
  antonym: 'antonymy',
  'compound-of': 'composition',
  'derived-from': 'derivation',
  see: 'related',
}

const written = (form: Form): XmlOutput =>
  form.kind === 'spelling'
    ? element('orth', {}, form.text)
    : element('pron', { notation: form.notation ?? 'ipa' }, form.text)

const pronunciation = (
  form: Form,
  varieties: readonly string[],
  known: ReadonlySet<string>,
): XmlOutput =>
  element(
    'pron',
    { notation: form.notation ?? 'ipa', ...sourceOf(form, known) },
    form.text,
    ...varieties.map((variety) => element('usg', { type: 'geographic' }, variety)),
  )

const variant = ({ form, varieties }: NamedForm, known: ReadonlySet<string>): XmlOutput =>
  element(
    'form',
    { type: 'variant', ...sourceOf(form, known) },
    written(form),
    ...varieties.map((variety) => element('usg', { type: 'geographic' }, variety)),
  )

const senseOf = (named: NamedSense, tag: string, known: ReadonlySet<string>): XmlOutput => {
  const { sense, partOfSpeech, semanticDomain, topics, examples } = named
  return element(
    'sense',
    { 'xml:id': xmlId(sense.id), 'xml:lang': tag, ...sourceOf(sense, known) },
    ...(partOfSpeech ? [element('gramGrp', {}, gram(partOfSpeech))] : []),
    ...(semanticDomain ? [usage('domain', semanticDomain)] : []),
    ...topics.map((topic) => usage('subject', topic)),
    ...(sense.definitionVi === undefined
      ? []
      : [element('def', { 'xml:lang': 'vi' }, sense.definitionVi)]),
    ...sense.glossVi.map((gloss) => equivalent('vi', gloss, named.isEditorial)),
    ...sense.glossEn.map((gloss) => equivalent('en', gloss, false)),
    ...examples.map(({ text, translationVi, translationEn }) =>
      element(
        'cit',
        { type: 'example', 'xml:lang': tag },
        element('quote', {}, text),
        ...translation('vi', translationVi),
        ...translation('en', translationEn),
      ),
    ),
  )
}

const gram = ({ id, nameEn }: Code<string>): XmlOutput =>
  element('gram', { type: 'pos', value: id }, nameEn)

const usage = (type: string, { id, nameVi }: Code<string>): XmlOutput =>
  element('usg', { type, value: id, 'xml:lang': 'vi' }, nameVi)

const equivalent = (language: string, gloss: string, isEditorial: boolean): XmlOutput =>
  element(
    'cit',
    {
      type: 'translationEquivalent',
      'xml:lang': language,
      ...(isEditorial && { resp: '#editor' }),
    },
    element('form', {}, element('orth', {}, gloss)),
  )

const translation = (language: string, text: string | undefined): XmlOutput[] =>
  text === undefined
    ? []
    : [element('cit', { type: 'translation', 'xml:lang': language }, element('quote', {}, text))]

const sourceOf = (
  { source }: { readonly source: string },
  known: ReadonlySet<string>,
): Record<string, string> => (known.has(source) ? { source: `#${sourceRef(source)}` } : {})

/** A name of XML begins with a letter; ours have no dot, so that none of them meet. */
const xmlId = (id: string): string => (/^[A-Za-z_]/.test(id) ? id : `id.${id}`)
const sourceRef = (id: string): string => `source.${id.replace(/[^A-Za-z0-9_-]/g, '.')}`
