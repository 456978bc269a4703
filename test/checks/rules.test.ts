import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { checkLexicon } from '../../src/checks/index'
import type { Lexicon, Row } from '../../src/lexicon/lexicon'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const VALID = readLexicon(EVERY_FIELD, LANGUAGE).lexicon!

describe('gloss-equals-headword', () => {
  const glossed = (gloss: string, note?: string) =>
    codesOf({ senses: change(VALID.senses, 'bn-s00157', { glossVi: [gloss], note }) })

  test('compares without regard to capitals, and with regard to marks', () => {
    expect(glossed('Et')).toEqual(['gloss-equals-headword'])
    expect(glossed('ét')).toEqual([])
  })

  test('is content where the note tells of a loan', () => {
    expect(glossed('et', 'Mượn từ tiếng Việt')).toEqual([])
  })

  test('does not judge again what was rejected', () => {
    const senses = change(VALID.senses, 'bn-s00157', { glossVi: ['et'], reviewState: 'rejected' })
    expect(codesOf({ senses })).not.toContain('gloss-equals-headword')
  })
})

describe('example-without-headword', () => {
  const exampled = (text: string) =>
    codesOf({ examples: change(VALID.examples, 'bn-x00001', { text }) })

  test.each(['Inh et.', '“Inh”', 'et inh'])('finds the headword in %s', (text) => {
    expect(exampled(text)).toEqual([])
  })

  test.each(['tinh', 'et inhet'])('does not find it in %s', (text) => {
    expect(exampled(text)).toEqual(['example-without-headword'])
  })

  test('finds another form of the entry', () => {
    expect(exampled('iɲ et')).toEqual([])
  })
})

describe('relation-not-mutual', () => {
  const [see] = VALID.relations
  const tied = (...ties: readonly (readonly [kind: string, from: string, to: string])[]) =>
    codesOf({
      relations: ties.map(([kind, from, to], i) =>
        withValue(see!, { id: `bn-r${i}`, kind, from, to }),
      ),
    })

  test('wants synonyms and antonyms both ways', () => {
    const [a, b] = ['bn-00152', 'bn-00781']
    expect(tied(['antonym', a, b])).toEqual(['relation-not-mutual'])
    expect(tied(['antonym', a, b], ['antonym', b, a])).toEqual([])
    expect(tied(['antonym', a, b], ['synonym', b, a])).toHaveLength(2)
    expect(tied(['derived-from', a, b])).toEqual([])
  })
})

describe('number-words', () => {
  const [concept] = VALID.shared.concepts
  const shared = {
    ...VALID.shared,
    concepts: [...VALID.shared.concepts, withValue(concept!, { id: '1483', gloss: 'NINE' })],
  }
  const counted = (values: object) =>
    codesOf({ shared, senses: change(VALID.senses, 'bn-s00157', { concept: '1483', ...values }) })

  test('compares all glosses with the concept', () => {
    expect(counted({ glossVi: ['chín (số 9)'], glossEn: ['nine'], sourceGloss: '9' })).toEqual([])
    expect(counted({ glossVi: ['tám'], glossEn: ['ten'], sourceGloss: 'seven' })).toEqual([
      'number-words',
      'number-words',
      'number-words',
    ])
  })

  test('leaves glosses that are no number alone', () => {
    expect(counted({ glossVi: ['số lẻ lớn nhất'], glossEn: ['a lot'] })).toEqual([])
  })
})

test('letter-outside-orthography names the letter that was probably meant', () => {
  const lookAlike = withValue(VALID.equivalences[0]!, {
    id: 'eq-x',
    a: 'ɛ',
    b: 'e',
    cost: 0,
    kind: 'look-alike',
  })
  const problems = checkLexicon({
    ...VALID,
    equivalences: [...VALID.equivalences, lookAlike],
    forms: change(VALID.forms, 'bn-f00005', { text: 'ɛnhz' }),
    entries: change(VALID.entries, 'bn-00001', { headword: 'ɛnhz' }),
  }).filter(({ code }) => code === 'letter-outside-orthography')
  expect(problems).toMatchObject([{ letter: 'ɛ', intended: 'e' }, { letter: 'z' }])
  expect(problems[1]).not.toHaveProperty('intended')
})

function codesOf(changed: Partial<Lexicon>): string[] {
  return checkLexicon({ ...VALID, ...changed }).map(({ code }) => code)
}

function change<Value extends { readonly id: string }>(
  rows: readonly Row<Value>[],
  id: string,
  values: object,
): Row<Value>[] {
  return rows.map((row) => (row.value.id === id ? withValue(row, values) : row))
}

function withValue<Value>(row: Row<Value>, values: object): Row<Value> {
  return { ...row, value: { ...row.value, ...values } }
}
