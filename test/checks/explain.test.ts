import { describe, expect, test } from 'vitest'
import { EXPLANATIONS } from '../../src/checks/explain/index'
import type { Problem } from '../../src/lexicon/problem'

const unreadable = (
  reason: 'too-large' | 'wrong-format',
  detail: string,
  found?: string,
): Problem => ({
  code: 'unreadable-file',
  severity: 'error',
  at: { file: 'a.csv', line: 2, row: 2 },
  reason,
  detail,
  ...(found !== undefined && { found }),
})

describe('explanations of files that cannot be read', () => {
  test('say what is too large', () => {
    const problem = unreadable('too-large', '> 199 columns × 250000 rows')
    expect(EXPLANATIONS.vi(problem)).toContain('Quá lớn: hơn 199 cột × 250000 dòng.')
    expect(EXPLANATIONS.en(problem)).toContain('Too large: more than 199 columns × 250000 rows.')
    expect(EXPLANATIONS.vi(unreadable('too-large', '> 9 characters'))).toContain('9 ký tự')
  })

  test('name the format that the file has', () => {
    const problem = unreadable('wrong-format', 'LIFT', 'xlsx')
    expect(EXPLANATIONS.vi(problem)).toContain('Tệp này là xlsx, không phải là LIFT.')
    expect(EXPLANATIONS.en(problem)).toContain('The content is xlsx, not LIFT.')
    expect(EXPLANATIONS.vi(unreadable('wrong-format', 'LIFT'))).toContain('Nội dung không phải')
  })
})
