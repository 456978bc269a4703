import { vietnameseSyllables } from '../text/vietnamese'
import type { GlossOf } from './gloss-keys'
import { padded } from './key-list'
import { writeKeyList } from './write-key-list'
import { pushVarint, writePostings } from './write-postings'

const LONGEST_SYLLABLE = 255

/** `glosses`: ascending by number and place. */
export const writeGlossKeys = (glosses: readonly GlossOf[]): Uint8Array => {
  const glossesBySyllable = new Map<string, number[]>()
  const counts: number[] = []
  const steps: number[] = []
  let before = 0
  glosses.forEach(({ number, text }, gloss) => {
    const syllables = vietnameseSyllables(text)
    counts.push(Math.min(syllables.length, 255))
    pushVarint(steps, number - before)
    before = number
    for (const syllable of new Set(syllables.map((one) => one.slice(0, LONGEST_SYLLABLE)))) {
      const having = glossesBySyllable.get(syllable)
      if (having === undefined) glossesBySyllable.set(syllable, [gloss])
      else having.push(gloss)
    }
  })
  const syllables = [...glossesBySyllable.keys()]
  const { bytes: list, places } = writeKeyList(syllables.map((syllable) => [...syllable]))
  const postings = writePostings(
    places.map((some) => stepsOf(glossesHaving(some.map((place) => syllables[place]!)))),
  )
  function glossesHaving(some: readonly string[]): number[] {
    const glosses = new Set(some.flatMap((syllable) => glossesBySyllable.get(syllable) ?? []))
    return [...glosses].sort((x, y) => x - y)
  }

  const listEnd = padded(list.length)
  const postingsEnd = listEnd + postings.length
  const bytes = new Uint8Array(postingsEnd + 4 + counts.length + steps.length)
  bytes.set(list, 0)
  bytes.set(postings, listEnd)
  new DataView(bytes.buffer).setUint32(postingsEnd, counts.length, true)
  bytes.set(counts, postingsEnd + 4)
  bytes.set(steps, postingsEnd + 4 + counts.length)
  return bytes
}

const stepsOf = (ascending: readonly number[]): number[] => {
  const run: number[] = []
  ascending.forEach((value, i) => {
    pushVarint(run, value - (ascending[i - 1] ?? 0))
  })
  return run
}
