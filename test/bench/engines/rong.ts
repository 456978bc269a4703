import type { Corpus, CorpusEntry, Field } from '../../../scripts/bench/search/corpus'
import type { EntryId, LanguageCode, VarietyId } from '../../../src/lexicon/ids'
import { encodeListRow } from '../../../src/pack/entries'
import { decodeListRow } from '../../../src/pack/list-row'
import { openRows } from '../../../src/pack/rows'
import type { ListRow } from '../../../src/pack/sections'
import { writeRows } from '../../../src/pack/write-rows'
import type { Finder } from '../../../src/search/finder'
import { createForgivingFinder } from '../../../src/search/forgiving-finder'
import { openGlossKeys } from '../../../src/search/gloss-keys'
import { openHeadwordKeys } from '../../../src/search/headword-keys'
import type { Hit } from '../../../src/search/hit'
import { search } from '../../../src/search/search'
import type { Searchable } from '../../../src/search/searchable'
import { writeGlossKeys } from '../../../src/search/write-gloss-keys'
import { writeHeadwordKeys } from '../../../src/search/write-headword-keys'
import { foldToLetters } from '../../../src/text/fold'
import { createOrthography, type OrthographyTables } from '../../../src/text/orthography'
import { typedTranscription } from '../../../src/text/transcription'
import { type Engine, engineOf, jsonPart, type Parts, readJson, UNCOUNTED } from '../engine'

const FIELDS: Readonly<Record<Field, readonly Hit['field'][]>> = {
  headword: ['headword'],
  gloss: ['gloss-vi', 'gloss-en'],
}

interface State {
  readonly searchable: Searchable
  readonly finder: Finder
}

/** What the app searches with. Told the direction like the others, or finding it out like the app. */
const rong = (id: string, label: string, isTold: boolean): Engine =>
  engineOf<State>({
    id,
    label,
    build: ({ entries, writing }) => {
      const orthography = createOrthography(writing)
      const keyed = entries.flatMap(({ forms }, place) =>
        forms.map(({ text, kind }, i) => ({
          key: foldToLetters(
            kind === 'spelling' ? text : typedTranscription(text, orthography),
            orthography,
          ),
          number: place + 1,
          ...(i > 0 && { variant: text }),
        })),
      )
      const glosses = entries.flatMap(({ glossesVi, glossesEn }, entry) =>
        [...glossesVi, ...glossesEn].map((text, place) => ({ number: entry + 1, place, text })),
      )
      const rows = entries.map((entry, place) => rowOf(entry, place + 1))
      return new Map([
        ['keys', writeHeadwordKeys(keyed)],
        ['glosses', writeGlossKeys(glosses)],
        [
          `${UNCOUNTED}-rows`,
          writeRows(rows.map((row) => ({ number: row.number, text: encodeListRow(row) }))),
        ],
        [`${UNCOUNTED}-writing`, jsonPart(tablesOf(writing))],
      ])
    },
    open: (parts) => ({ searchable: openSearchable(parts), finder: createForgivingFinder() }),
    find: ({ searchable, finder }, query, field, limit) =>
      search([searchable], query, {
        limit,
        finder,
        ...(isTold && { fields: FIELDS[field] }),
      }).map(({ number }) => number - 1),
  })

/** Of a pack's meta only what searching needs. */
const tablesOf = ({ graphemes, equivalences }: Corpus['writing']): OrthographyTables => ({
  graphemes,
  equivalences,
})

const openSearchable = (parts: Parts): Searchable => {
  const rows = openRows(parts.get(`${UNCOUNTED}-rows`)!)!
  const known = new Map<number, ListRow | undefined>()
  const row = (number: number): ListRow | undefined => {
    if (!known.has(number)) known.set(number, decodeListRow(number, rows.text(number) ?? ''))
    return known.get(number)
  }
  return {
    language: 'bench' as LanguageCode,
    orthography: createOrthography(readJson(parts, `${UNCOUNTED}-writing`)),
    layers: [
      {
        keys: openHeadwordKeys(parts.get('keys')!),
        glosses: openGlossKeys(parts.get('glosses')!),
        row,
      },
    ],
  }
}

const rowOf = (entry: CorpusEntry, number: number): ListRow => ({
  number,
  id: `bench-${number}` as EntryId,
  headword: entry.forms[0]!.text,
  headwordKind: entry.forms[0]!.kind,
  variety: 'bench' as VarietyId,
  glossesVi: entry.glossesVi,
  glossesEn: entry.glossesEn,
  reviewState: 'attested',
  shown: 'default',
  ...(entry.classifierVi !== undefined && { classifierVi: entry.classifierVi }),
})

export const rongTold = rong('rong', 'Rông, given', true)
export const rongUntold = rong('rong-detected', 'Rông, detected', false)
