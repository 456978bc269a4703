import { describe, expect, test } from 'vitest'
import { sectionHits } from '../../src/app/hit-sections'
import { groupHits } from '../../src/app/lookup'
import type { LanguageCode } from '../../src/lexicon/ids'
import type { ListRow } from '../../src/pack/sections'
import type { Hit } from '../../src/search/hit'

let number = 0
/** What sectionHits looks at of a hit. */
const hit = (
  headword: string,
  field: Hit['field'],
  tier: Hit['tier'] = 'whole',
  cost = tier === 'whole' ? 0 : 0.2,
  glossesVi: readonly string[] = ['y'],
): Hit => ({
  language: 'gia-rai' as LanguageCode,
  number: ++number,
  row: { headword, glossesVi, glossesEn: ['x'] } as unknown as ListRow,
  match: field === 'headword' ? 'exact' : 'gloss',
  tier,
  cost,
  field,
  matched: field === 'headword' ? headword : 'năm',
  ranges: [],
})

const shape = (hits: readonly Hit[]) =>
  sectionHits(groupHits(hits))?.map(
    ({ kind, groups }) => `${kind}: ${groups.map(({ headword }) => headword).join(' ')}`,
  )

describe('sectionHits', () => {
  test('parts a word from the words for the Vietnamese word of the same letters', () => {
    const hits = [
      hit('năm', 'headword'),
      hit('rơma', 'gloss-vi'),
      hit('năm anĕt', 'headword', 'prefix'),
      hit('thŭn', 'gloss-vi'),
      hit('nămnăm', 'gloss-vi', 'part'),
    ]
    expect(shape(hits)).toEqual(['headword: năm', 'gloss-vi: rơma thŭn', 'other: năm anĕt nămnăm'])
  })

  test('begins with the kind of the best hit', () => {
    expect(shape([hit('inh', 'gloss-en'), hit('me', 'headword', 'folded', 0.03)])).toEqual([
      'gloss-en: inh',
      'headword: me',
    ])
  })

  test('leaves one list where there is nothing to tell apart', () => {
    expect(shape([])).toBeUndefined()
    expect(shape([hit('năm', 'headword'), hit('nam', 'headword', 'folded', 0.02)])).toBeUndefined()
    expect(shape([hit('ia', 'gloss-vi'), hit('đak', 'gloss-en')])).toBeUndefined()
    expect(shape([hit('nước', 'headword', 'prefix'), hit('ia', 'gloss-vi')])).toBeUndefined()
  })

  test('a word that is written otherwise is no homograph', () => {
    expect(shape([hit('mơta', 'gloss-vi'), hit('măt', 'headword', 'folded', 0.06)])).toBeUndefined()
  })

  test('a word spelled like its own gloss is no homograph of it', () => {
    const own = hit('nam', 'headword', 'whole', 0, ['năm'])
    expect(shape([own, hit('rơma', 'gloss-vi')])).toBeUndefined()
    expect(shape([own, hit('năm', 'headword'), hit('rơma', 'gloss-vi')])).toEqual([
      'gloss-vi: nam rơma',
      'headword: năm',
    ])
  })

  test('looks at the first ten', () => {
    const glosses = Array.from({ length: 10 }, (_, i) => hit(`x${i}`, 'gloss-vi'))
    expect(shape([...glosses, hit('năm', 'headword')])).toBeUndefined()
    expect(shape([...glosses.slice(1), hit('năm', 'headword')])).toHaveLength(2)
  })

  test('the word itself comes first, even where one of its homographs is its own gloss', () => {
    const hits = [
      hit('nam', 'headword', 'whole', 0, ['năm']),
      hit('nam', 'headword'),
      hit('rơma', 'gloss-vi'),
    ]
    expect(shape(hits)).toEqual(['headword: nam', 'gloss-vi: rơma'])
  })

  test('keeps the homographs of one language together', () => {
    const hits = [hit('et', 'headword'), hit('x', 'gloss-vi'), hit('et', 'gloss-vi', 'part')]
    expect(shape(hits)).toEqual(['headword: et', 'gloss-vi: x'])
  })
})
