import { joinBytes } from '../pack/write-bytes'
import { bareLetters } from '../text/orthography'
import { articleHtml, escapeHtml, vietnameseOf } from './edition/article-html'
import { type Article, type Edition, editionOf } from './edition/edition'
import { creditsOf, titleOf } from './edition/words'
import type { Files, Format } from './format'

/**
 * StarDict 2.4.2, for GoldenDict, KOReader, sdcv and most dictionary programs of phones: two
 * dictionaries, one by the words of the language and one by their Vietnamese glosses, for readers
 * only. Layout after the format description of the StarDict project (doc/StarDictFileFormat):
 *
 *     .ifo   lines of name=value: counts, sizes, title, sametypesequence=h (each article is HTML)
 *     .idx   word, NUL, u32 offset, u32 size (big-endian), in StarDict's own order of words
 *     .syn   word, NUL, u32 place in .idx: other spellings, transcriptions, and all without marks
 *     .dict  the articles one after the other
 */
export const stardict: Format = {
  id: 'stardict',
  name: 'StarDict (GoldenDict, KOReader, sdcv)',
  extensions: ['ifo'],
  write: async (lexicon, { drafts = false }) => {
    const edition = editionOf(lexicon, { drafts })
    const { code, nameVi } = edition.language
    return new Map([
      ...dictionaryFiles(`rong-${code}`, titleOf(edition), edition, wordsOf(edition.entries)),
      ...dictionaryFiles(
        `rong-viet-${code}`,
        `Từ điển Việt – ${nameVi} (Rông)`,
        edition,
        glossesOf(edition.entries),
      ),
    ])
  },
}

/** What one word of the index gives, and under which other words it is found. */
interface Word {
  readonly articles: string[]
  /** Articles of other words that are also written like this one. */
  readonly others: string[]
  readonly synonyms: Set<string>
}

/** StarDict programs keep words in 256 bytes, the last of them NUL. */
const LONGEST_WORD = 255

const wordsOf = (entries: readonly Article[]): Map<string, Word> => {
  const words = new Map<string, Word>()
  for (const article of entries) {
    const word = wordIn(words, article.headword.text)
    word.articles.push(articleHtml(article, { withHeadword: true }))
    const forms = [article.headword, ...article.spellings.map(({ form }) => form)]
    const sounds = article.transcriptions.map(({ form }) => form)
    for (const { text } of [...forms, ...sounds]) addSynonyms(word, text)
  }
  return words
}

const glossesOf = (entries: readonly Article[]): Map<string, Word> => {
  const words = new Map<string, Word>()
  for (const article of entries)
    for (const { sense } of article.senses)
      for (const gloss of sense.glossVi) {
        const word = wordIn(words, gloss)
        const { text, kind } = article.headword
        const headword = kind === 'transcription' ? `/${text}/` : text
        word.articles.push(
          `<div><b>${escapeHtml(headword)}</b> – ${escapeHtml(vietnameseOf(sense))}</div>`,
        )
        addSynonyms(word, gloss)
        if (sense.classifierVi !== undefined) addSynonyms(word, `${sense.classifierVi} ${gloss}`)
      }
  return words
}

/** Programs look among the synonyms or among the words: what is both is to be found as a word. */
const shareArticles = (words: ReadonlyMap<string, Word>): void => {
  for (const word of words.values())
    for (const text of word.synonyms) {
      const same = words.get(text)
      if (same !== undefined && same !== word) same.others.push(...word.articles)
    }
}

const wordIn = (words: Map<string, Word>, text: string): Word => {
  let word = words.get(text)
  if (word === undefined) {
    word = { articles: [], others: [], synonyms: new Set() }
    words.set(text, word)
  }
  return word
}

const addSynonyms = ({ synonyms }: Word, text: string): void => {
  synonyms.add(text)
  const bare = bareLetters(text)
  if (bare !== '') synonyms.add(bare)
}

const dictionaryFiles = (
  name: string,
  title: string,
  edition: Edition,
  words: ReadonlyMap<string, Word>,
): Files => {
  shareArticles(words)
  const sorted = [...words]
    .map(([text, word]) => ({ bytes: wordBytes(text), ...word }))
    .filter(({ bytes }) => bytes.length > 0)
    .sort((a, b) => compareWords(a.bytes, b.bytes))
  const articles: Uint8Array[] = []
  const index: Uint8Array[] = []
  const synonyms: { readonly bytes: Uint8Array; readonly place: number }[] = []
  let offset = 0
  sorted.forEach((word, place) => {
    const article = encode([...new Set([...word.articles, ...word.others])].join('<hr>'))
    articles.push(article)
    index.push(word.bytes, new Uint8Array(1), u32(offset), u32(article.length))
    offset += article.length
    for (const text of word.synonyms) {
      if (words.has(text)) continue
      const bytes = wordBytes(text)
      if (bytes.length > 0 && compareWords(bytes, word.bytes) !== 0) synonyms.push({ bytes, place })
    }
  })
  synonyms.sort((a, b) => compareWords(a.bytes, b.bytes) || a.place - b.place)
  const idx = joinBytes(index)
  const info = [
    "StarDict's dict ifo file",
    'version=2.4.2',
    `bookname=${oneLine(title)}`,
    `wordcount=${sorted.length}`,
    `synwordcount=${synonyms.length}`,
    `idxfilesize=${idx.length}`,
    'author=Rông',
    `description=${creditsOf(edition).map(oneLine).join('<br>')}`,
    `date=${edition.date.replace(/-/g, '.')}`,
    'sametypesequence=h',
    '',
  ]
  return new Map([
    [`${name}/${name}.ifo`, encode(info.join('\n'))],
    [`${name}/${name}.idx`, idx],
    [
      `${name}/${name}.syn`,
      joinBytes(synonyms.flatMap(({ bytes, place }) => [bytes, new Uint8Array(1), u32(place)])),
    ],
    [`${name}/${name}.dict`, joinBytes(articles)],
  ])
}

/** As g_ascii_strcasecmp orders them, and as bytes where that finds them equal. */
export const compareWords = (a: Uint8Array, b: Uint8Array): number =>
  compareBytes(a, b, asciiLower) || compareBytes(a, b, (byte) => byte)

const compareBytes = (a: Uint8Array, b: Uint8Array, of: (byte: number) => number): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = of(a[i]!) - of(b[i]!)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

const asciiLower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte)

/** One line, no NUL, and no longer than programs can hold, whole characters only. */
const wordBytes = (text: string): Uint8Array => {
  let word = oneLine(text)
  let bytes = encode(word)
  while (bytes.length > LONGEST_WORD) {
    word = [...word].slice(0, -1).join('')
    bytes = encode(word)
  }
  return bytes
}

const oneLine = (text: string): string =>
  text
    .replace(/[\r\n\t]+/g, ' ')
    .split('\0')
    .join('')
    .trim()

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const u32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}
