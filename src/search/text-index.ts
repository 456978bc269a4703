import { Index } from 'flexsearch'
import type { FullEntry } from '../lexicon/full-entry'
import type { LanguageCode } from '../lexicon/ids'
import { bareLetters } from '../text/orthography'
import { vietnameseTokens } from '../text/vietnamese'
import type { Range } from './highlight'

/** Which readable part of an entry a text hit is in. */
export type TextField = 'form' | 'gloss' | 'definition' | 'example' | 'note' | 'source'

export interface TextHit {
  readonly language: LanguageCode
  readonly number: number
  readonly field: TextField
  /** The readable text that holds the query, whole. */
  readonly text: string
  /** What of it answers, UTF-16, ascending. */
  readonly ranges: readonly Range[]
}

/** Everything readable of some dictionaries, searched as one. */
export interface TextIndex {
  /** Texts that have every part of the query, each as the beginning of one of theirs. */
  readonly find: (query: string, limit: number) => TextHit[]
}

export interface TextIndexEntry {
  readonly language: LanguageCode
  readonly entry: FullEntry
  /** Names of its sources, as readers know them. */
  readonly sources: readonly string[]
}

interface ReadableText {
  readonly language: LanguageCode
  readonly number: number
  readonly field: TextField
  readonly text: string
}

/**
 * FlexSearch over glosses, definitions, examples, notes, forms and sources. It is given our own
 * encoder: its own ones fold neither ƀ nor đ and part words at combining marks. Built on the device
 * when first asked for; this module is loaded then, not before.
 */
export const createTextIndex = (entries: Iterable<TextIndexEntry>): TextIndex => {
  const texts: ReadableText[] = []
  const index = new Index({ tokenize: 'forward', encode: foldedTokens })
  for (const entry of entries) {
    for (const text of readableTexts(entry)) {
      index.add(texts.length, text.text)
      texts.push(text)
    }
  }
  return {
    find: (query, limit) => {
      const tokens = foldedTokens(query.slice(0, 200))
      if (tokens.length === 0) return []
      const found = index.search(query.slice(0, 200), { limit: limit * 4 })
      return onePerEntry(found.map((id) => texts[Number(id)]!))
        .slice(0, limit)
        .map((text) => ({ ...text, ranges: answering(text.text, tokens) }))
    },
  }
}

const foldedTokens = (text: string): string[] =>
  vietnameseTokens(text)
    .map((token) => bareLetters(token.text))
    .filter((token) => token !== '')

const readableTexts = ({ language, entry, sources }: TextIndexEntry): ReadableText[] => {
  const { number } = entry.entry
  const text = (field: TextField, ...parts: (string | undefined)[]): ReadableText[] =>
    parts
      .filter((part): part is string => part !== undefined && part !== '')
      .map((part) => ({ language, number, field, text: part }))
  return [
    ...entry.senses.flatMap((sense) => [
      ...text('gloss', sense.glossVi.join(', '), sense.glossEn.join(', '), sense.sourceGloss),
      ...text('definition', sense.definitionVi),
      ...text('note', sense.note),
    ]),
    ...entry.examples.flatMap((example) =>
      text('example', example.text, example.translationVi, example.translationEn),
    ),
    ...text('form', ...new Set(entry.forms.map((form) => form.text))),
    ...entry.forms.flatMap((form) => text('note', form.note)),
    ...text('note', entry.entry.note),
    ...text('source', ...sources),
  ]
}

/** The first text of each entry: FlexSearch gives the best first. */
const onePerEntry = (texts: readonly ReadableText[]): ReadableText[] => {
  const seen = new Set<string>()
  return texts.filter(({ language, number }) => {
    const id = `${language} ${number}`
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

const answering = (text: string, tokens: readonly string[]): Range[] =>
  vietnameseTokens(text)
    .filter((token) => tokens.some((typed) => bareLetters(token.text).startsWith(typed)))
    .map(({ start, end }) => [start, end])
