import type { GraphemeRow } from '../lexicon/orthography-row'
import { clusters } from '../text/graphemes'
import { normaliseText } from '../text/normalise'

/** A text field with its selection, in UTF-16 units. */
export interface FieldText {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface LetterBar {
  /** Letters by frequency. */
  readonly letters: readonly string[]
  /** Combining marks for the letter before the caret. */
  readonly marks: readonly string[]
}

/** The letters of the languages searched, the most frequent of each first. */
export const letterBarOf = (
  languages: readonly {
    readonly graphemes: readonly GraphemeRow[]
    readonly barMarks: readonly string[]
  }[],
): LetterBar => {
  const ranked = languages
    .flatMap(({ graphemes }) => graphemes)
    .filter((row) => row.barRank !== undefined)
    .sort((a, b) => (a.barRank ?? 0) - (b.barRank ?? 0))
  return {
    letters: [...new Set(ranked.map((row) => row.grapheme))],
    marks: [...new Set(languages.flatMap(({ barMarks }) => barMarks))],
  }
}

export const insertLetter = ({ text, start, end }: FieldText, letter: string): FieldText => {
  const caret = start + letter.length
  return { text: text.slice(0, start) + letter + text.slice(end), start: caret, end: caret }
}

/**
 * Puts a mark on the letter before the caret. Only that letter is put in normal form, and not even
 * that while an input method composes: the rest of the field is the writer's.
 */
export const putMark = (
  { text, start, end }: FieldText,
  mark: string,
  composing: boolean,
): FieldText => {
  const before = text.slice(0, start)
  const cells = clusters(before)
  const letter = cells[cells.length - 1]
  if (letter === undefined || letter.trim() === '') return { text, start, end }
  const marked = composing ? letter + mark : normaliseText(letter + mark)
  const head = before.slice(0, before.length - letter.length) + marked
  return { text: head + text.slice(end), start: head.length, end: head.length }
}
