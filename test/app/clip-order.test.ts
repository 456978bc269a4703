import { describe, expect, test } from 'vitest'
import { orderClips } from '../../src/app/clips/clip-order'
import type { FormId, MediaId, VarietyId } from '../../src/lexicon/ids'
import type { Media } from '../../src/lexicon/media'
import type { Variety } from '../../src/lexicon/variety'

const FIRST = 'first' as VarietyId
const SECOND = 'second' as VarietyId
const ELSEWHERE = 'elsewhere' as VarietyId
const HEADWORD = 'headword' as FormId
const OTHER = 'other' as FormId

const varieties: readonly Pick<Variety, 'id' | 'rank' | 'shown'>[] = [
  { id: SECOND, rank: 2, shown: 'default' },
  { id: FIRST, rank: 1, shown: 'default' },
  { id: ELSEWHERE, rank: 0, shown: 'compare' },
]

const clip = (id: string, variety: VarietyId, more: Partial<Media> = {}) =>
  ({ id: id as MediaId, kind: 'audio', variety, reviewState: 'attested', ...more }) as Media

const order = (media: readonly Media[], preferred?: VarietyId) =>
  orderClips(media, { varieties, headwordForm: HEADWORD, preferred }).map(({ id }) => id)

describe('orderClips', () => {
  test('lists by the rank of the variety, then by id', () => {
    const media = [clip('c', SECOND), clip('b', FIRST), clip('a', FIRST)]
    expect(order(media)).toEqual(['a', 'b', 'c'])
  })

  test('puts the reader’s variety first, even one recorded elsewhere', () => {
    const media = [clip('a', FIRST), clip('b', SECOND), clip('c', ELSEWHERE)]
    expect(order(media, SECOND)).toEqual(['b', 'a', 'c'])
    expect(order(media, ELSEWHERE)).toEqual(['c', 'a', 'b'])
  })

  test('puts what was recorded elsewhere last', () => {
    expect(order([clip('a', ELSEWHERE), clip('b', SECOND)])).toEqual(['b', 'a'])
  })

  test('never puts a draft before what was confirmed', () => {
    const media = [clip('a', FIRST, { reviewState: 'draft' }), clip('b', ELSEWHERE)]
    expect(order(media, FIRST)).toEqual(['b', 'a'])
  })

  test('puts what says the headword before what says another form', () => {
    const media = [
      clip('a', FIRST, { form: OTHER }),
      clip('b', SECOND, { form: HEADWORD }),
      clip('c', SECOND),
    ]
    expect(order(media)).toEqual(['b', 'c', 'a'])
  })

  test('puts a variety that nobody knows after the known ones', () => {
    expect(order([clip('a', 'unheard-of' as VarietyId), clip('b', SECOND)])).toEqual(['b', 'a'])
  })

  test('leaves out pictures and what was rejected', () => {
    const media = [
      clip('a', FIRST, { kind: 'picture' }),
      clip('b', FIRST, { reviewState: 'rejected' }),
    ]
    expect(order(media)).toEqual([])
  })
})
