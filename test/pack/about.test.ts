import { expect, test } from 'vitest'
import type { ConceptId, SemanticDomain, VarietyId } from '../../src/lexicon/ids'
import { packAbout, packMeta } from '../../src/pack/about'
import { fullEntries } from '../../src/pack/publish'
import { entryOf, formOf, lexiconOf, rowsOf, senseOf } from './lexicon'

const kasseng = 'kasseng' as VarietyId
const lexicon = lexiconOf([
  entryOf(1, [
    formOf('f1'),
    formOf('f2', { kind: 'spelling' }),
    formOf('f3', { variety: kasseng }),
  ]),
  entryOf(2, [formOf('f4', { variety: kasseng })]),
  entryOf(3, [formOf('f5', { reviewState: 'draft' })], [senseOf('s3', { reviewState: 'draft' })]),
])
const entries = fullEntries(lexicon)

test('counts leave out what is only compared, and drafts stand apart', () => {
  expect(packAbout(lexicon, entries).counts).toEqual({
    entries: 1,
    forms: 2,
    spellings: 1,
    senses: 1,
    concepts: 1,
    examples: 0,
    clips: 0,
    draftForms: 1,
    draftSenses: 1,
  })
  expect(packMeta(lexicon, entries)).toMatchObject({ entryCount: 1, draftCount: 1 })
})

test('a pack holds the concepts that occur in it, and of them what is shown', () => {
  const concept = (id: string) => ({
    id: id as ConceptId,
    gloss: 'TWO',
    labelVi: 'hai',
    labelEn: 'two',
    semanticDomain: 'quantity' as SemanticDomain,
  })
  const shared = { ...lexicon.shared, concepts: rowsOf([concept('1498'), concept('1')]) }
  expect(packAbout({ ...lexicon, shared }, entries).concepts).toEqual([
    { id: '1498', labelVi: 'hai', labelEn: 'two' },
  ])
})
