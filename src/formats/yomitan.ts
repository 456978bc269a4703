import { bareLetters } from '../text/orthography'
import { vietnameseOf } from './edition/article-html'
import {
  type Article,
  type Edition,
  editionOf,
  type NamedForm,
  type NamedSense,
} from './edition/edition'
import { creditsOf, EDITORIAL, RELATION_NAMES, titleOf, UNCONFIRMED } from './edition/words'
import type { Format } from './format'
import { writeZip } from './zip'

/**
 * Yomitan format 3: a zip of index.json, tag_bank_1.json and term banks, one row a word that is found,
 * `[term, reading, definition tags, rules, score, glossary, sequence, term tags]`. An entry has a row
 * for its headword, for each other spelling, and for what is left of these without marks, all under
 * its number as sequence; the glossary is structured content, which is data and no markup.
 */
export const yomitan: Format = {
  id: 'yomitan',
  name: 'Yomitan',
  extensions: ['zip'],
  write: async (lexicon, { drafts = false }) => {
    const edition = editionOf(lexicon, { drafts })
    const rows = edition.entries.flatMap(rowsOf)
    const files = new Map<string, Uint8Array>([
      ['index.json', encode(indexOf(edition))],
      ['tag_bank_1.json', encode(tagsOf(edition))],
    ])
    for (let i = 0; i * BANK_ROWS < rows.length || i === 0; i++)
      files.set(`term_bank_${i + 1}.json`, encode(rows.slice(i * BANK_ROWS, (i + 1) * BANK_ROWS)))
    return new Map([[`rong-${edition.language.code}-yomitan.zip`, writeZip(files)]])
  },
}

/** Programs that read banks hold one in memory at a time. */
const BANK_ROWS = 5_000

const indexOf = (edition: Edition) => ({
  title: titleOf(edition),
  revision: edition.language.release,
  format: 3,
  sequenced: true,
  author: 'Rông',
  description: edition.language.aboutVi,
  attribution: creditsOf(edition).join('\n'),
  sourceLanguage: edition.language.iso639,
  targetLanguage: 'vi',
})

const tagsOf = ({ entries }: Edition): readonly unknown[] => {
  const tags = new Map<string, unknown>()
  for (const { senses } of entries)
    for (const { partOfSpeech } of senses)
      if (partOfSpeech !== undefined)
        tags.set(partOfSpeech.id, [partOfSpeech.id, 'partOfSpeech', -3, partOfSpeech.nameVi, 0])
  tags.set('nháp', ['nháp', 'expression', 0, UNCONFIRMED, -10])
  return [...tags.values()]
}

const rowsOf = (article: Article): unknown[] => {
  const terms = new Map<string, number>()
  const add = (term: string, score: number) => {
    if (term !== '' && !terms.has(term)) terms.set(term, score)
  }
  const forms = [article.headword, ...article.spellings.map(({ form }) => form)]
  add(article.headword.text, 0)
  for (const { text } of forms.slice(1)) add(text, -1)
  for (const { text } of forms) add(bareLetters(text), -2)
  const tags = new Set(article.senses.flatMap(({ partOfSpeech }) => partOfSpeech?.id ?? []))
  const glossary = [{ type: 'structured-content', content: contentOf(article) }]
  return [...terms].map(([term, score]) => [
    term,
    '',
    [...tags].join(' '),
    '',
    article.isDraft ? score - 10 : score,
    glossary,
    article.number,
    article.isDraft ? 'nháp' : '',
  ])
}

type Content = string | readonly Content[] | { readonly tag: string; readonly content?: Content }

const contentOf = (article: Article): Content => {
  const lines: Content[] = []
  const sounds = article.transcriptions.filter(({ form }) => form.id !== article.headword.id)
  if (article.senses.length === 1) lines.push(...article.senses.map(senseOf))
  else
    lines.push({
      tag: 'ol',
      content: article.senses.map((sense) => ({ tag: 'li', content: senseOf(sense) })),
    })
  lines.push(...listOf('Còn viết', article.spellings), ...listOf('Phiên âm', sounds))
  for (const { kind, headword } of article.relations)
    lines.push({ tag: 'div', content: `${RELATION_NAMES[kind]}: ${headword}` })
  if (article.sources.length > 0)
    lines.push({ tag: 'div', content: `Nguồn: ${article.sources.join('; ')}` })
  return lines
}

const senseOf = ({ sense, isEditorial, examples }: NamedSense): Content => {
  const by = isEditorial && sense.glossVi.length > 0 ? ` (${EDITORIAL})` : ''
  const parts = [
    `${vietnameseOf(sense)}${by}`,
    sense.glossEn.join('; '),
    sense.definitionVi ?? '',
    ...examples.map(({ text, translationVi }) =>
      translationVi === undefined ? `▸ ${text}` : `▸ ${text} – ${translationVi}`,
    ),
  ]
  return {
    tag: 'div',
    content: parts
      .filter((part) => part !== '')
      .map((part): Content => ({ tag: 'div', content: part })),
  }
}

const listOf = (title: string, forms: readonly NamedForm[]): Content[] =>
  forms.length === 0
    ? []
    : [
        {
          tag: 'div',
          content: `${title}: ${forms
            .map(({ form, varieties }) => {
              const text = form.kind === 'transcription' ? `/${form.text}/` : form.text
              return `${text} (${varieties.join(', ')})`
            })
            .join('; ')}`,
        },
      ]

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
