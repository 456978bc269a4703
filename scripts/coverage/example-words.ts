import type { Lexicon } from '../../src/lexicon/lexicon'
import { bareLetters, createOrthography } from '../../src/text/orthography'
import { typedTranscription } from '../../src/text/transcription'
import { unknownWords } from '../../src/text/unknown-words'

/** A word that examples have and no entry is about. */
export interface UnknownWord {
  readonly word: string
  /** Ids of the examples it stands in. */
  readonly examples: readonly string[]
}

/** The most frequent first. */
export const findUnknownWords = (lexicon: Lexicon): readonly UnknownWord[] => {
  if (lexicon.examples.length === 0) return []
  const orthography = createOrthography({
    graphemes: lexicon.graphemes.map(({ value }) => value),
    equivalences: lexicon.equivalences.map(({ value }) => value),
  })
  const known = new Set<string>()
  for (const { value } of lexicon.forms) {
    if (value.reviewState === 'rejected') continue
    known.add(bareLetters(value.text))
    if (value.kind === 'transcription')
      known.add(bareLetters(typedTranscription(value.text, orthography)))
  }
  const found = new Map<string, { word: string; examples: Set<string> }>()
  for (const { value } of lexicon.examples) {
    if (value.reviewState === 'rejected') continue
    for (const word of unknownWords(value.text, known)) {
      const key = bareLetters(word)
      const one = found.get(key) ?? { word, examples: new Set() }
      found.set(key, one)
      one.examples.add(value.id)
    }
  }
  return [...found.values()]
    .map(({ word, examples }) => ({ word, examples: [...examples] }))
    .sort((a, b) => b.examples.length - a.examples.length || (a.word < b.word ? -1 : 1))
}
