import { describe, expect, test } from 'vitest'
import { plainLine } from '../../src/text/plain-line'

describe('plainLine', () => {
  test('is one line in normal form, with nothing that cannot be seen', () => {
    expect(plainLine(' la\u0300ng\r\nA\u001b[2J\u202e\u0000B\u200b ')).toBe('làng A [2J B')
    expect(plainLine('\u2028\t')).toBe('')
  })
})
