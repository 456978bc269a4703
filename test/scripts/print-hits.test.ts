import { expect, test } from 'vitest'
import { toJson } from '../../scripts/print-hits'
import { packMeta } from '../../src/pack/about'
import { fullEntries, listRow } from '../../src/pack/publish'
import type { Hit } from '../../src/search/hit'
import { entryOf, formOf, lexiconOf } from '../pack/lexicon'

test('toJson gives the variants but those recorded elsewhere', () => {
  const full = entryOf(1, [
    formOf('f1', { text: 'one' }),
    formOf('f2', { text: 'two', variety: 'ca-dong' as never }),
    formOf('f3', { text: 'three', variety: 'kasseng' as never }),
  ])
  const lexicon = lexiconOf([full])
  const meta = packMeta(lexicon, fullEntries(lexicon))
  const hit: Hit = {
    language: meta.code,
    number: 1,
    row: listRow(full, meta),
    match: 'exact',
    tier: 'whole',
    cost: 0,
    field: 'headword',
    matched: 'one',
    ranges: [],
  }
  expect(toJson({ hit, full, meta })).toMatchObject({
    headword: 'one',
    variants: [{ form: 'two', variety: 'ca-dong' }],
  })
})
