import { EXAMPLE_FIELDS } from '../lexicon/example'
import type { EntryId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import { createOrthography } from '../text/orthography'
import { typedTranscription } from '../text/transcription'
import { hasWords, wordSequence } from '../text/word-sequence'
import type { Check } from './check'

/** An example has its headword or another form of the entry in it, however it is marked or joined. */
export const exampleWithoutHeadword: Check = {
  code: 'example-without-headword',
  *run(lexicon) {
    if (lexicon.examples.length === 0) return
    const entryBySense = new Map(lexicon.senses.map(({ value }) => [value.id, value.entry]))
    const headwordByEntry = new Map(lexicon.entries.map(({ value }) => [value.id, value.headword]))
    const writingsByEntry = writingsOf(lexicon)
    for (const { value, place } of lexicon.examples) {
      const entry = entryBySense.get(value.sense)
      const headword = entry === undefined ? undefined : headwordByEntry.get(entry)
      if (entry === undefined || headword === undefined) continue
      if (value.reviewState === 'rejected') continue
      const words = wordSequence(value.text)
      const writings = writingsByEntry.get(entry) ?? []
      if ([headword, ...writings].some((writing) => hasWords(words, writing))) continue
      const at = place(EXAMPLE_FIELDS.text.column)
      yield { code: 'example-without-headword', severity: 'warning', at, headword }
    }
  },
}

/** Every form as it may be written in a sentence: a transcription also as one would type it. */
const writingsOf = ({
  forms,
  graphemes,
  equivalences,
}: Lexicon): ReadonlyMap<EntryId, readonly string[]> => {
  const orthography = createOrthography({
    graphemes: graphemes.map(({ value }) => value),
    equivalences: equivalences.map(({ value }) => value),
  })
  const writings = new Map<EntryId, string[]>()
  for (const { value } of forms) {
    const own = writings.get(value.entry) ?? []
    own.push(value.text)
    if (value.kind === 'transcription') own.push(typedTranscription(value.text, orthography))
    writings.set(value.entry, own)
  }
  return writings
}
