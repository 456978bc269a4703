import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { checkLexicon } from '../../src/checks/index'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { applyVerdicts, subjectsOf, type Verdict } from '../../src/merge/review-list'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'

const at = { file: 'list.csv', line: 2, row: 2 }
const read = (): Lexicon => readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
const verdict = (given: Partial<Verdict> = {}): Verdict => ({
  subject: 'bn-s00818',
  verdict: 'rejected',
  reviewer: 'A. B.',
  date: '2026-11-22',
  reason: 'a',
  at,
  ...given,
})
const stateOf = ({ forms, senses }: Lexicon, id: string) =>
  [...forms, ...senses].find(({ value }) => value.id === id)?.value.reviewState
const faultsOf = (given: Partial<Verdict>) =>
  applyVerdicts(read(), [verdict(given)]).outcomes.map((outcome) =>
    outcome.kind === 'refused' ? outcome.fault : outcome.kind,
  )

describe('applyVerdicts', () => {
  test('writes a row at the end of the reviews and gives the record its state', () => {
    const { lexicon, outcomes } = applyVerdicts(read(), [verdict()])
    expect(outcomes).toEqual([
      {
        kind: 'judged',
        at,
        subject: 'bn-s00818',
        table: 'senses',
        text: 'lễ; feast; ceremony',
        before: 'draft',
        after: 'rejected',
      },
    ])
    expect(stateOf(lexicon, 'bn-s00818')).toBe('rejected')
    expect(lexicon.reviews.map(({ value }) => value)).toEqual([
      ...read().reviews.map(({ value }) => value),
      {
        id: 'bn-v00003',
        subject: 'bn-s00818',
        verdict: 'rejected',
        reviewer: 'A. B.',
        date: '2026-11-22',
        reason: 'a',
      },
    ])
    expect(checkLexicon(lexicon).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('a later row wins, in the list as in the file', () => {
    const first = verdict({ subject: 'bn-f00003', verdict: 'rejected' })
    const second = verdict({ subject: 'bn-f00003', verdict: 'reviewed', reason: '' })
    const { lexicon } = applyVerdicts(read(), [first, second])
    expect(stateOf(lexicon, 'bn-f00003')).toBe('reviewed')
    expect(lexicon.reviews).toHaveLength(4)
    expect(lexicon.reviews[3]?.value).not.toHaveProperty('reason')
    expect(stateOf(applyVerdicts(read(), [second, first]).lexicon, 'bn-f00003')).toBe('rejected')
  })

  test('what the same person said already is not written twice', () => {
    const once = applyVerdicts(read(), [verdict()]).lexicon
    const twice = applyVerdicts(once, [verdict({ date: '2026-12-01' })])
    expect(twice.outcomes).toMatchObject([{ kind: 'unchanged' }])
    expect(twice.lexicon.reviews).toEqual(once.reviews)
    expect(applyVerdicts(once, [verdict({ reviewer: 'C.' })]).lexicon.reviews).toHaveLength(4)
  })

  test('a list given again is known, though a later verdict has overridden it', () => {
    const first = verdict()
    const later = verdict({ verdict: 'reviewed', date: '2026-11-23' })
    const { lexicon } = applyVerdicts(read(), [first, later])
    const again = applyVerdicts(lexicon, [first])
    expect(again.outcomes).toMatchObject([{ kind: 'unchanged', after: 'reviewed' }])
    expect(stateOf(again.lexicon, 'bn-s00818')).toBe('reviewed')
  })

  test('to reject an entry rejects all that hangs on it', () => {
    const { lexicon, outcomes } = applyVerdicts(read(), [verdict({ subject: 'bn-00781' })])
    expect(outcomes.map(({ subject }) => subject)).toEqual(['bn-f01727', 'bn-s00818'])
    expect(stateOf(lexicon, 'bn-f01727')).toBe('rejected')
  })

  test.each<[Partial<Verdict>, string]>([
    [{ subject: 'bn-99999' }, 'unknown-subject'],
    [{ subject: '' }, 'unknown-subject'],
    [{ subject: 'bn-00001', verdict: 'reviewed' }, 'entry'],
    [{ verdict: 'attested' }, 'no-verdict'],
    [{ verdict: '' }, 'no-verdict'],
    [{ reviewer: '' }, 'no-reviewer'],
    [{ reason: '' }, 'no-reason'],
    [{ date: '22/11/2026' }, 'bad-date'],
    [{ date: '2026-02-30' }, 'bad-date'],
    [{ date: '2026-13-01' }, 'bad-date'],
    [{ subject: 'bn-f00003', date: '2026-11-01' }, 'older'],
  ])('refuses %j: %s', (given, fault) => {
    expect(faultsOf(given)).toEqual([fault])
    expect(applyVerdicts(read(), [verdict(given)]).lexicon.reviews).toHaveLength(2)
  })

  test('a retired id is refused with its successor', () => {
    const lexicon = read()
    const [retired] = lexicon.retired
    expect(
      applyVerdicts(lexicon, [verdict({ subject: retired!.value.id })]).outcomes,
    ).toMatchObject([{ fault: 'retired', detail: retired!.value.successor ?? '' }])
  })

  test('the first review of a dictionary has an id in the pattern of its entries', () => {
    const { lexicon } = applyVerdicts({ ...read(), reviews: [] }, [verdict()])
    expect(lexicon.reviews[0]?.value.id).toBe('bn-v00001')
  })

  test('whatever is judged, ids stay unique and states stand on the last row', () => {
    const ids = [...read().forms, ...read().senses].map(({ value }) => value.id)
    const any = fc.record({
      subject: fc.constantFrom(...ids),
      verdict: fc.constantFrom('reviewed', 'rejected'),
      reviewer: fc.constantFrom('A.', 'B.'),
      date: fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-24'),
      reason: fc.constantFrom('', 'a'),
      at: fc.constant(at),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (verdicts) => {
        const { lexicon } = applyVerdicts(read(), verdicts)
        const codes = checkLexicon(lexicon).map(({ code }) => code)
        expect(codes).not.toContain('review-without-row')
        expect(codes).not.toContain('duplicate-id')
      }),
      { numRuns: 20 },
    )
  })
})

describe('subjectsOf', () => {
  test('is all that comes from a source', () => {
    expect(subjectsOf(read(), 'bartbahnar2025')).toEqual(
      expect.arrayContaining(['bn-f00005', 'bn-f01727', 'bn-s00818']),
    )
    expect(subjectsOf(read(), 'none')).toEqual([])
  })
})
