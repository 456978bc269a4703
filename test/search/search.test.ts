import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryId, LanguageCode, VarietyId } from '../../src/lexicon/ids'
import type { ListRow } from '../../src/pack/sections'
import { createForgivingFinder } from '../../src/search/forgiving-finder'
import { openGlossKeys } from '../../src/search/gloss-keys'
import { openHeadwordKeys } from '../../src/search/headword-keys'
import type { Hit } from '../../src/search/hit'
import { search } from '../../src/search/search'
import type { Searchable } from '../../src/search/searchable'
import { writeGlossKeys } from '../../src/search/write-gloss-keys'
import { writeHeadwordKeys } from '../../src/search/write-headword-keys'
import { foldToLetters } from '../../src/text/fold'
import { typedTranscription } from '../../src/text/transcription'
import { BA_NA } from '../text/tables'

/** Forms and glosses of Ba Na as data/ba-na has them, and one made to be near them. */
const ROWS = [
  row(1, 'sem', ['chim'], ['bird'], 'con'),
  row(2, 'ƀok', ['ông'], ['grandfather']),
  row(3, 'dok', ['khỉ'], ['monkey'], 'con'),
  row(4, 'đak', ['nước'], ['water']),
  row(5, 'măt', ['tên'], ['name']),
  row(6, 'mat', ['mắt'], ['eye'], 'con'),
  row(7, 'ti', ['bàn tay', 'cánh tay'], ['hand', 'arm']),
  row(8, 'tơnuh', ['tro'], ['ashes']),
  row(9, 'rơmo', ['bò'], ['cow'], 'con'),
  row(10, 'lech', ['bỏ'], ['leave']),
]
const VARIANTS = [{ number: 8, variant: 'kơnuh' }]

const layerOf = (
  rows: readonly ListRow[],
  variants: readonly { number: number; variant: string }[] = [],
): Searchable => ({
  language: 'ba-na' as LanguageCode,
  orthography: BA_NA,
  layers: [
    {
      keys: openHeadwordKeys(
        writeHeadwordKeys([
          ...rows.map(({ number, headword }) => ({
            key: foldToLetters(typedTranscription(headword, BA_NA), BA_NA),
            number,
          })),
          ...variants.map((form) => ({ key: foldToLetters(form.variant, BA_NA), ...form })),
        ]),
      ),
      glosses: openGlossKeys(
        writeGlossKeys(
          rows.flatMap(({ number, glossesVi, glossesEn }) =>
            [...glossesVi, ...glossesEn].map((text, place) => ({ number, place, text })),
          ),
        ),
      ),
      row: (number) => rows.find((one) => one.number === number),
    },
  ],
})

const BA_NA_LAYER = layerOf(ROWS, VARIANTS)

const finder = createForgivingFinder()
const searchIn = (rows: readonly ListRow[], query: string): Hit[] =>
  search([layerOf(rows)], query, { limit: 20, finder })
const hits = (query: string): Hit[] => search([BA_NA_LAYER], query, { limit: 20, finder })
const plainHits = (query: string): Hit[] => search([BA_NA_LAYER], query, { limit: 20 })
const headwords = (query: string) => hits(query).map((hit) => hit.row.headword)
const marked = ({ matched, ranges }: Hit) => ranges.map(([start, end]) => matched.slice(start, end))

describe('search by headword', () => {
  test('takes a word as it is written, without marks, or without apostrophe', () => {
    expect(hits('ƀok')[0]).toMatchObject({ match: 'exact', cost: 0, matched: 'ƀok' })
    expect(hits('bok')[0]).toMatchObject({ match: 'folded', matched: 'ƀok' })
    expect(headwords('DAK')[0]).toBe('đak')
  })

  test('puts the word that differs by a stroke before those that differ by a letter', () => {
    expect(headwords('bok')[0]).toBe('ƀok')
    expect(hits('bok').find((hit) => hit.row.headword === 'dok')?.tier).toBe('near')
    expect(hits('pok').map((hit) => hit.tier)).not.toContain('folded')
    expect(headwords('dpk')[0]).toBe('dok')
  })

  test('prefers the marks that were typed', () => {
    expect(headwords('măt')[0]).toBe('măt')
    expect(headwords('mat')[0]).toBe('mat')
  })

  test('finds an entry by a variant, and says which', () => {
    expect(hits('konuh')[0]).toMatchObject({ number: 8, matched: 'kơnuh' })
  })

  test('completes a beginning, and marks whole letters of it', () => {
    const [first] = hits('ton')
    expect(first).toMatchObject({ match: 'prefix', matched: 'tơnuh' })
    expect(marked(first!)).toEqual(['tơn'])
  })

  test('completes what was typed before what is only like it', () => {
    const found = searchIn([row(1, 'pơ xat', [], []), row(2, 'pơsĕi', [], [])], 'pơs')
    expect(found.map(({ matched }) => matched)).toEqual(['pơsĕi', 'pơ xat'])
  })

  test('puts a word in its own spelling before a transcription', () => {
    const spelled = row(1, 'kŏ', [], [])
    const transcribed: ListRow = { ...row(2, 'ʔkɔː', [], []), headwordKind: 'transcription' }
    const found = searchIn([transcribed, spelled], 'ko')
    expect(found.map(({ matched }) => matched)).toEqual(['kŏ', 'ʔkɔː'])
  })
})

describe('search by gloss', () => {
  test('takes Vietnamese with tones or without, and English', () => {
    expect(headwords('nước')[0]).toBe('đak')
    expect(headwords('nuoc')[0]).toBe('đak')
    expect(headwords('water')[0]).toBe('đak')
  })

  test('prefers the tone that was typed', () => {
    expect(headwords('bò').slice(0, 2)).toEqual(['rơmo', 'lech'])
    expect(headwords('bỏ').slice(0, 2)).toEqual(['lech', 'rơmo'])
  })

  test('takes syllables in any order, and a part of the gloss', () => {
    expect(headwords('tay ban')[0]).toBe('ti')
    const [first] = hits('tay')
    expect(marked(first!)).toEqual(['tay'])
  })

  test('completes a gloss from its beginning, before one that has it further on', () => {
    const glosses = ['bến nước', 'nước', 'nước tiểu', 'ruộng nước']
    const found = searchIn(
      glosses.map((gloss, i) => row(i, 'x', [gloss], [])),
      'nước',
    )
    expect(found.map(({ matched, tier }) => [matched, tier])).toEqual([
      ['nước', 'whole'],
      ['nước tiểu', 'prefix'],
      ['bến nước', 'part'],
      ['ruộng nước', 'part'],
    ])
  })

  test('completes a last syllable, however many others begin like it', () => {
    const letters = [...'abcdeghiklmnopqrst']
    const many = letters.flatMap((a) => letters.map((b) => `da${a}${b}`))
    const rows = [...many, 'con dâu'].map((gloss, i) => row(i, 'x', [gloss], []))
    expect(searchIn(rows, 'con d')[0]?.matched).toBe('con dâu')
  })

  test('takes keys as they stand before what they are in Telex', () => {
    const found = searchIn([row(1, 'x', ['mơ'], []), row(2, 'y', [], ['mow'])], 'mow')
    expect(found.map(({ matched }) => matched)).toEqual(['mow', 'mơ'])
  })

  test('comes after a headword of the same letters', () => {
    const found = searchIn([row(1, 'x', ['mắt'], []), row(2, 'măt', ['tên'], [])], 'mat')
    expect(found.map(({ matched }) => matched)).toEqual(['măt', 'mắt'])
  })

  test('does not need the classifier, and does not mind it', () => {
    expect(headwords('chim')[0]).toBe('sem')
    expect(headwords('con chim')[0]).toBe('sem')
    expect(headwords('cái chim')).not.toContain('sem')
  })

  test('forgives a letter where nothing else answers', () => {
    expect(hits('nuok')[0]).toMatchObject({ match: 'gloss', tier: 'near', number: 4 })
  })
})

describe('the plain finder', () => {
  test.each(['bok', 'đak', 'ton', 'tơn', 'sem', 'nuoc', 'ban t', 'bỏ', 'konuh'])(
    'has the first answer to %j that the forgiving one has',
    (query) => {
      expect(plainHits(query)[0]).toEqual(hits(query)[0])
    },
  )

  test('gives nothing that the forgiving one does not give', () => {
    const letters = fc.constantFrom(...'abơƀđkmntoêmŏh ')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 5 }), (query) => {
        const numbers = new Set(
          search([BA_NA_LAYER], query, { limit: 99, finder }).map((hit) => hit.number),
        )
        for (const hit of plainHits(query))
          if (hit.cost <= 0.1) expect(numbers).toContain(hit.number)
      }),
    )
  })
})

describe('search', () => {
  test('gives an entry once, by its best answer', () => {
    const numbers = hits('mat').map((hit) => hit.number)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('gives the first answers alone where fewer are asked for', () => {
    const letters = fc.constantFrom(...'abơƀđkmntoêmŏh ')
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 7 }),
        fc.integer({ min: 1, max: 4 }),
        (query, limit) => {
          const first = search([BA_NA_LAYER], query, { limit, finder })
          const [last] = first.slice(-1)
          // Where enough begin with the query, near ones are not looked for.
          if (last === undefined || first.some(({ tier }) => tier === 'prefix')) return
          expect(first).toEqual(hits(query).slice(0, first.length))
        },
      ),
    )
  })

  test.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a mark alone', '\u0306'],
    ['signs', '!?'],
    ['an emoji', '😀'],
    ['half a character', '\ud800'],
    ['a change of direction', '\u202e'],
    ['a control character', '\u0000'],
    ['ten thousand letters', 'a'.repeat(10_000)],
  ])('takes %s without complaint', (_, query) => {
    expect(Array.isArray(hits(query))).toBe(true)
  })

  test('takes any string, in order, within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (query) => {
        const found = search([BA_NA_LAYER], query, { limit: 3 })
        expect(found.length).toBeLessThanOrEqual(3)
        for (const hit of found)
          for (const [start, end] of hit.ranges) {
            expect(start).toBeLessThan(end)
            expect(end).toBeLessThanOrEqual(hit.matched.length)
          }
      }),
    )
  })
})

function row(
  number: number,
  headword: string,
  glossesVi: string[],
  glossesEn: string[],
  classifierVi?: string,
): ListRow {
  return {
    number,
    id: `t-${number}` as EntryId,
    headword,
    headwordKind: 'spelling',
    variety: 'ba-na' as VarietyId,
    glossesVi,
    glossesEn,
    ...(classifierVi === undefined ? {} : { classifierVi }),
    reviewState: 'attested',
    shown: 'default',
  }
}
