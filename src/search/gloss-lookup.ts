import { vietnameseSyllables } from '../text/vietnamese'
import { type GlossKeys, glossesOf } from './gloss-keys'
import { findKey, findPrefix, letterNumbers } from './key-list'

/** Of a beginning alone so many syllables are looked at; after others they are few enough. */
const MOST_BEGUN = 200
const MOST_SYLLABLES = 12

export const querySyllables = (query: string): string[] =>
  vietnameseSyllables(query).slice(0, MOST_SYLLABLES)

/** Glosses that have all syllables, in any order; the last as a beginning too. */
export const glossesWithAll = (keys: GlossKeys, syllables: readonly string[]): number[] => {
  const last = syllables[syllables.length - 1]
  if (last === undefined) return []
  const others = inAll(syllables.slice(0, -1).map((syllable) => glossesWith(keys, syllable)))
  if (others?.size === 0) return []
  const glosses = new Set<number>()
  const [first, end] = findPrefix(keys.list, letterNumbers([...last], keys.list.letters))
  const most = others === undefined ? Math.min(end, first + MOST_BEGUN) : end
  for (let key = first; key < most; key++)
    for (const gloss of glossesOf(keys, key))
      if (others === undefined || others.has(gloss)) glosses.add(gloss)
  return [...glosses]
}

export const glossesWith = (keys: GlossKeys, syllable: string): ReadonlySet<number> => {
  const key = findKey(keys.list, letterNumbers([...syllable], keys.list.letters))
  return new Set(key < 0 ? [] : glossesOf(keys, key))
}

/** What all sets have; none of no sets: then every gloss is in it. */
export const inAll = (sets: readonly ReadonlySet<number>[]): ReadonlySet<number> | undefined => {
  const [smallest, ...rest] = [...sets].sort((a, b) => a.size - b.size)
  if (smallest === undefined) return undefined
  return new Set([...smallest].filter((gloss) => rest.every((set) => set.has(gloss))))
}
