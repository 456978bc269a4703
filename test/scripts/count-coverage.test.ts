import { describe, expect, test } from 'vitest'
import { type Coverage, countCoverage, countTogether } from '../../scripts/count-coverage'
import { listLanguages } from '../../scripts/files'
import { readLexicon } from '../../scripts/read-lexicon'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const DATA = new URL('../../data', import.meta.url).pathname

const coverageOf = (root: string, language: string): Coverage => {
  const { lexicon } = readLexicon(root, language)
  if (lexicon === undefined) throw new Error(`${language} cannot be read`)
  return countCoverage(lexicon)
}

describe('countCoverage', () => {
  const coverage = coverageOf(EVERY_FIELD, LANGUAGE)

  test('counts by variety and review state, and leaves drafts out of what is shown', () => {
    expect(coverage.all).toEqual({
      entries: 3,
      spellings: 3,
      transcriptions: 6,
      senses: 3,
      concepts: 2,
    })
    expect(coverage.shown).toEqual({
      entries: 2,
      spellings: 2,
      transcriptions: 6,
      senses: 2,
      concepts: 2,
    })
    expect(coverage.rows.map(({ variety, state, entries }) => [variety, state, entries])).toEqual([
      ['ba-na', 'attested', 2],
      ['ba-na', 'draft', 1],
      ['kon-tum', 'attested', 0],
      ['kon-tum', 'reviewed', 0],
      ['pleiku', 'attested', 0],
      ['golar', 'attested', 0],
    ])
  })

  test('counts what became of the rows of each source', () => {
    expect(coverage.ledger.sources).toContainEqual({
      source: 'bartbahnar2025',
      rows: 5,
      published: 3,
      merged: 2,
      refused: 0,
    })
    expect(coverage.ledger.reasons).toEqual([
      { reason: 'a discontinuous pattern with a gap, not a form', rows: 1 },
    ])
  })
})

test('counts a concept that dictionaries share once', () => {
  const { lexicon } = readLexicon(EVERY_FIELD, LANGUAGE)
  const { all, shown } = countTogether([lexicon!, lexicon!])
  expect(all).toMatchObject({ entries: 6, senses: 6, concepts: 2 })
  expect(shown).toMatchObject({ entries: 4, senses: 4, concepts: 2 })
})

test.each(listLanguages(DATA))('the numbers of data/%s add up', (language) => {
  const { rows, all, ledger } = coverageOf(DATA, language)
  for (const kind of ['entries', 'spellings', 'transcriptions', 'senses'] as const)
    expect(
      rows.reduce((sum, row) => sum + row[kind], 0),
      kind,
    ).toBe(all[kind])
  for (const { rows, published, merged, refused } of ledger.sources)
    expect(published + merged + refused).toBe(rows)
  expect(ledger.sources.reduce((sum, source) => sum + source.rows, 0)).toBe(ledger.rows)
  expect(ledger.reasons.reduce((sum, reason) => sum + reason.rows, 0)).toBe(ledger.refused.length)
  expect(ledger.formsPublished + ledger.formsOutside).toBeLessThanOrEqual(
    all.spellings + all.transcriptions,
  )
})
