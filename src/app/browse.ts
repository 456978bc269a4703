import type { LanguageCode } from '../lexicon/ids'
import type { Dictionary } from '../pack/dictionary'
import type { ListRow } from '../pack/sections'
import {
  indexLetter,
  indexLetters,
  sortKey,
  vietnameseIndexLetter,
  vietnameseSortKey,
} from '../text/collate'
import { createOrthography } from '../text/orthography'
import type { App } from './app'
import { listRows } from './entry-index'
import type { Shelf } from './shelf'
import { createView, type View } from './view'

/** Entries under one letter, in the order of the alphabet. */
export interface LetterGroup {
  readonly letter: string
  readonly lines: readonly BrowseLine[]
}

export interface BrowseLine {
  readonly language: LanguageCode
  readonly row: ListRow
  /** In a list by Vietnamese gloss: the gloss it stands under. */
  readonly gloss?: string
}

export interface BrowseView {
  readonly shelf?: Shelf
  readonly groups: readonly LetterGroup[]
}

/** One language in its own order, or all of them by Vietnamese gloss (`vi`). */
export const openBrowse = (app: App, language: LanguageCode | 'vi'): View<BrowseView> =>
  createView<BrowseView>({ groups: [] }, () => {
    const shelves = app.library.shelves.value
    if (language === 'vi') return { groups: vietnameseGroups(shelves) }
    const shelf = shelves.find((other) => other.language === language)
    if (shelf === undefined) return { groups: [] }
    const { dictionary } = shelf
    return { shelf, groups: dictionary === undefined ? [] : alphabetOf(language, dictionary) }
  })

const alphabetByDictionary = new WeakMap<Dictionary, readonly LetterGroup[]>()

/** The entries of a dictionary by the letters of its alphabet. */
export const alphabetOf = (
  language: LanguageCode,
  dictionary: Dictionary,
): readonly LetterGroup[] => {
  const known = alphabetByDictionary.get(dictionary)
  if (known !== undefined) return known
  const orthography = createOrthography(dictionary.meta)
  const lines = shownRows(dictionary).map((row) => ({
    line: { language, row },
    key: sortKey(row.headword, orthography, row.headwordKind),
    letter: indexLetter(row.headword, orthography, row.headwordKind),
  }))
  const groups = groupByLetter(lines, indexLetters(orthography))
  alphabetByDictionary.set(dictionary, groups)
  return groups
}

const vietnameseGroups = (shelves: readonly Shelf[]): LetterGroup[] => {
  const lines = shelves.flatMap(({ language, dictionary }) =>
    dictionary === undefined
      ? []
      : shownRows(dictionary).flatMap((row) =>
          row.glossesVi.map((gloss) => ({
            line: { language, row, gloss },
            key: vietnameseSortKey(gloss),
            letter: vietnameseIndexLetter(gloss),
          })),
        ),
  )
  return groupByLetter(lines, [])
}

export const shownRows = (dictionary: Dictionary): ListRow[] =>
  listRows(dictionary).filter(({ shown }) => shown === 'default')

interface PlacedLine {
  readonly line: BrowseLine
  readonly key: string
  readonly letter: string
}

/** Letters in the order of the alphabet, those outside it after them; each with its lines in order. */
const groupByLetter = (
  lines: readonly PlacedLine[],
  alphabet: readonly string[],
): LetterGroup[] => {
  const ordered = [...lines].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const byLetter = new Map<string, BrowseLine[]>(alphabet.map((letter) => [letter, []]))
  for (const { line, letter } of ordered) {
    const group = byLetter.get(letter)
    if (group === undefined) byLetter.set(letter, [line])
    else group.push(line)
  }
  return [...byLetter]
    .map(([letter, group]) => ({ letter, lines: group }))
    .filter((group) => group.lines.length > 0)
}
