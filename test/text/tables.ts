import type { EquivalenceRow, GraphemeRow } from '../../src/lexicon/orthography-row'
import { createTidyOrthography, type TidyOrthography } from '../../src/text/look-alikes'

/** A small orthography in the manner of Ba Na, for tests of the text modules. */
export const orthographyOf = (
  letters: string,
  equivalences: readonly Partial<EquivalenceRow>[] = [],
): TidyOrthography =>
  createTidyOrthography({
    graphemes: letters.split(' ').map((grapheme, i) => graphemeRow(grapheme, i + 1)),
    equivalences: equivalences.map((row, i) => ({
      id: `eq-${i}`,
      a: '',
      cost: 0.05,
      kind: 'spelling',
      source: 'test',
      confidence: 'high',
      ...row,
    })),
  })

const graphemeRow = (grapheme: string, order: number): GraphemeRow => ({
  grapheme,
  upper: grapheme.toUpperCase(),
  order,
  role: 'letter',
  source: 'test',
  confidence: 'high',
})

export const BA_NA = orthographyOf(
  'a ă â b ƀ ch d đ e ĕ ê ê̆ g h i ĭ j k l m n ng nh o ŏ ô ô̆ ơ ơ̆ p r s t u ŭ ư ư̆ w y',
  [
    { a: 'x', b: 's' },
    { a: 'v', b: 'w' },
    { a: 'č', b: 'ch' },
    { a: 'ñ', b: 'nh' },
    { a: 'ǎ', b: 'ă', kind: 'look-alike', cost: 0 },
    { a: 'ð', b: 'đ', kind: 'look-alike', cost: 0 },
    { a: 'ʔ', b: '', kind: 'transcription', cost: 0.05 },
    { a: 'ɲ', b: 'nh', kind: 'transcription', cost: 0.05 },
    { a: 'ɲ', b: 'ñ', kind: 'transcription', cost: 0.1 },
    { a: 'ɔː', b: 'o', kind: 'transcription', cost: 0.05 },
    { a: 'ɟ', b: 'j', kind: 'transcription', cost: 0.05 },
  ],
)
