import type { LanguageCode } from '../lexicon/ids'
import { indexLetter, vietnameseIndexLetter } from '../text/collate'
import { createOrthography } from '../text/orthography'
import { alphabetOf, shownRows } from './browse'
import type { Shelf } from './shelf'

/** A page of an alphabet; `vi`: of Vietnamese glosses. */
export interface FirstLetter {
  readonly language: LanguageCode | 'vi'
  readonly letter: string
}

/**
 * Where a word would stand: under its first letter in the alphabet of each chosen language, and among
 * the Vietnamese glosses of all; only letters that entries are filed under.
 */
export const firstLetters = (
  query: string,
  chosen: readonly Shelf[],
  all: readonly Shelf[],
): readonly FirstLetter[] => {
  const inAlphabets = chosen.flatMap(({ language, dictionary }) => {
    if (dictionary === undefined) return []
    const letter = indexLetter(query, createOrthography(dictionary.meta))
    const isThere = alphabetOf(language, dictionary).some((group) => group.letter === letter)
    return isThere ? [{ language, letter }] : []
  })
  const letter = vietnameseIndexLetter(query)
  const isGloss = all.some(
    ({ dictionary }) =>
      dictionary !== undefined &&
      shownRows(dictionary).some(({ glossesVi }) =>
        glossesVi.some((gloss) => vietnameseIndexLetter(gloss) === letter),
      ),
  )
  return isGloss ? [...inAlphabets, { language: 'vi', letter }] : inAlphabets
}
