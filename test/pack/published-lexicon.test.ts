import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { ReviewState } from '../../src/lexicon/review'
import { fullEntries } from '../../src/pack/publish'
import { publishedLexicon, shareAlikeForms } from '../../src/pack/published-lexicon'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const read = (): Lexicon => readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
const idsOf = (rows: readonly { readonly value: { readonly id: string } }[]) =>
  rows.map(({ value }) => value.id)
const withState = (lexicon: Lexicon, id: string, reviewState: ReviewState): Lexicon => ({
  ...lexicon,
  forms: lexicon.forms.map((row) =>
    row.value.id === id ? { ...row, value: { ...row.value, reviewState } } : row,
  ),
})

describe('publishedLexicon', () => {
  test('has the entries of packs, without drafts and what hangs on them', () => {
    const published = publishedLexicon(read())
    expect(idsOf(published.entries)).toEqual(['bn-00001', 'bn-00152'])
    expect(idsOf(published.senses)).toEqual(['bn-s00001', 'bn-s00157'])
    expect(idsOf(published.forms)).not.toContain('bn-f01727')
    expect(published.ledger).toEqual([])
    expect(published.entries.map(({ value }) => value)).toEqual(
      fullEntries(read()).published.map(({ entry }) => entry),
    )
  })

  test('lists an entry under a form that is left when its headword is rejected', () => {
    const published = publishedLexicon(withState(read(), 'bn-f00005', 'rejected'))
    expect(idsOf(published.forms)).not.toContain('bn-f00005')
    expect(published.entries[0]?.value.headword).toBe('iɲ')
  })

  test('keeps share-alike forms and their sources apart', () => {
    const published = publishedLexicon(read())
    const apart = shareAlikeForms(read())
    expect(apart.length).toBeGreaterThan(0)
    expect(new Set(apart.map(({ value }) => value.licence))).toEqual(new Set(['CC-BY-SA']))
    expect(idsOf(published.forms).filter((id) => idsOf(apart).includes(id as never))).toEqual([])
    expect(idsOf(published.sources)).not.toContain('wikipron2020')
    expect(idsOf(published.sources)).toContain('sidwell2015')
  })

  test('says nothing of who reviewed what is not there, and has no other media', () => {
    const lexicon = read()
    const published = publishedLexicon(withState(lexicon, 'bn-f00003', 'rejected'))
    expect(published.reviews).toEqual([])
    expect(publishedLexicon(lexicon).reviews).toHaveLength(2)
    const paths = published.media.map(({ value }) => value.path)
    expect([...published.mediaFiles.keys()].every((path) => paths.includes(path))).toBe(true)
  })
})
