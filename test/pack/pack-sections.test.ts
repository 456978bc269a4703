import { describe, expect, test } from 'vitest'
import type { Licence } from '../../src/lexicon/ids'
import { packSections } from '../../src/pack/pack-sections'
import { deriveList, entryOf, formOf, lexiconOf } from './lexicon'

const names = (lexicon: ReturnType<typeof lexiconOf>) =>
  packSections(lexicon, deriveList).map(({ name }) => name)

describe('packSections', () => {
  test('makes the first and the full tier of published entries', () => {
    expect(names(lexiconOf([entryOf(1, [formOf('f1')]), entryOf(600, [formOf('f2')])]))).toEqual([
      'meta',
      'list',
      'keys',
      'glosses',
      'about',
      'groups',
      'entries/0',
      'entries/1',
    ])
  })

  test('adds a section for share-alike forms and the drafts tier where there are such', () => {
    const full = entryOf(1, [
      formOf('f1'),
      formOf('f2', { licence: 'CC-BY-SA' as Licence }),
      formOf('f3', { reviewState: 'draft' }),
    ])
    expect(names(lexiconOf([full]))).toEqual(
      expect.arrayContaining(['share-alike', 'draft-list', 'draft-keys', 'draft-entries/0']),
    )
  })

  test('gives the same bytes whatever the order of the rows', () => {
    const one = entryOf(1, [formOf('f1'), formOf('f2')])
    const two = entryOf(2, [formOf('f3')])
    const there = packSections(lexiconOf([one, two]), deriveList)
    const back = lexiconOf([two, one])
    expect(packSections({ ...back, forms: [...back.forms].reverse() }, deriveList)).toEqual(there)
  })
})
