import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseText } from '../../src/text/normalise'
import { anyText } from './any-text'

describe('normaliseText', () => {
  test('puts the circumflex before the breve, however they were typed', () => {
    const written = ['ê\u0306', 'ĕ\u0302', 'e\u0306\u0302', 'e\u0302\u0306']
    expect(new Set(written.map(normaliseText))).toEqual(new Set(['\u00ea\u0306']))
  })

  test('puts them all before, where somebody typed several', () => {
    expect(normaliseText('e\u0306\u0302\u0302')).toBe('\u00ea\u0302\u0306')
    expect(normaliseText('x\u0306\u0306\u0302')).toBe('x\u0302\u0306\u0306')
  })

  test('is idempotent and the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normaliseText(text)
        expect(normaliseText(normal)).toBe(normal)
        expect(normaliseText(text.normalize('NFD'))).toBe(normal)
      }),
    )
  })
})
