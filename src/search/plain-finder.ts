import { foldToLetters, letterParts } from '../text/fold'
import { markCost } from '../text/marks'
import { type Finder, type HeadwordMatch, MOST_BEGUN, placed } from './finder'
import { glossesWithAll, querySyllables } from './gloss-lookup'
import { formsOf, type HeadwordKeys } from './headword-keys'
import { beginningRange } from './highlight'
import { type KeyList, keyLength, subtreeEnd } from './key-list'

/** Finds what has the letters that were typed, with whatever marks, whole or as a beginning. */
export const plainFinder: Finder = {
  headwords: ({ keys }, query, orthography) => findPlain(keys, foldToLetters(query, orthography)),
  glosses: ({ glosses }, query) => {
    const syllables = querySyllables(query)
    return glossesWithAll(glosses, syllables).map((gloss) => ({
      gloss,
      reading: query,
      whole: glosses.syllables[gloss] === syllables.length,
      near: 0,
      added: 0,
    }))
  },
  ranges: ({ match, answered }, written, orthography) =>
    match === 'prefix'
      ? beginningRange(written, answered, (text) => foldToLetters(text, orthography))
      : [[0, written.length]],
}

const findPlain = (keys: HeadwordKeys, query: readonly string[]): HeadwordMatch[] => {
  const { list } = keys
  const typed = query.filter(isLetter)
  const found: HeadwordMatch[] = []
  const path: string[] = []
  const answered: number[] = [0]
  for (let key = 0; key < list.count && typed.length > 0; ) {
    let depth = list.shared[key]!
    let done = answered[depth]!
    while (done < typed.length && depth < keyLength(list, key)) {
      const letter = letterOf(list, key, depth)
      if (isLetter(letter) && letterParts(letter).base !== letterParts(typed[done]!).base) break
      path[depth] = letter
      if (isLetter(letter)) done++
      depth++
      answered[depth] = done
    }
    const end = subtreeEnd(list, key, done === typed.length ? depth : depth + 1)
    if (done === typed.length) {
      const cost = costOf(typed, path.slice(0, depth).filter(isLetter))
      for (let one = key; one < end && found.length < MOST_BEGUN; one++) {
        const at = placed(cost, keyLength(list, one) - depth)
        for (const form of formsOf(keys, one)) found.push({ ...form, ...at, answered: depth })
      }
    }
    // The path above the next key is still that of this one, as far as the two share it.
    key = end
  }
  return found
}

const isLetter = (letter: string): boolean => letter !== "'" && letter !== 'ʔ'

const letterOf = ({ letters, endings, starts, shared }: KeyList, key: number, depth: number) =>
  letters[endings[starts[key]! + depth - shared[key]!]!] ?? ''

/** Hundredths. */
const costOf = (typed: readonly string[], written: readonly string[]): number =>
  Math.min(
    typed.reduce((sum, letter, i) => sum + markCost(letter, written[i]!), 0),
    99,
  )
