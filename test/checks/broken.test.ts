import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import { EXPLANATIONS } from '../../src/checks/explain/index'
import { CHECKS, checkLexicon } from '../../src/checks/index'
import { READING_CODES } from '../../src/formats/tables'
import type { Problem } from '../../src/lexicon/problem'
import { BROKEN, EVERY_FIELD, LANGUAGE, readBroken } from '../fixtures'

const folders = readdirSync(BROKEN)

test('the valid dictionary has no problem', () => {
  const { lexicon, problems } = readLexicon(EVERY_FIELD, LANGUAGE)
  expect([...problems, ...checkLexicon(lexicon!)]).toEqual([])
})

test.each(folders)('%s is reported, alone', (code) => {
  expect(problemsOf(code).map((problem) => problem.code)).toEqual([code])
})

test('every code has a broken fixture', () => {
  const codes = new Set([...READING_CODES, ...CHECKS.map((check) => check.code)])
  expect([...folders].sort()).toEqual([...codes].sort())
})

test.each(folders)('%s is explained in every language, with its place and its code', (code) => {
  const [problem] = problemsOf(code)
  for (const explain of Object.values(EXPLANATIONS)) {
    const sentence = explain(problem!)
    expect(sentence).toMatch(new RegExp(`^(ba-na|shared)/\\S+:\\d+.*: .+\\. .*\\(${code}\\)$`))
    expect(sentence).not.toContain('undefined')
  }
})

describe('explain', () => {
  test('names the codes one can use, where they are few', () => {
    const [problem] = problemsOf('unknown-part-of-speech')
    expect(EXPLANATIONS.en(problem!)).toBe(
      'ba-na/senses.csv:3 Part_Of_Speech: "verb" is not in shared/parts-of-speech.csv. Use one of n, pron, v, or add it there. (unknown-part-of-speech)',
    )
    expect(EXPLANATIONS.vi(problem!)).toBe(
      'ba-na/senses.csv:3 Part_Of_Speech: "verb" không có trong shared/parts-of-speech.csv. Hãy dùng một trong các mã n, pron, v, hoặc thêm mã mới vào đó. (unknown-part-of-speech)',
    )
  })

  test('counts physical lines, past a cell of two lines', () => {
    const [problem] = problemsOf('homograph-numbers')
    expect(problem?.at).toEqual({
      file: 'ba-na/entries.csv',
      line: 5,
      row: 4,
      column: 'Homograph_Number',
    })
    expect(EXPLANATIONS.vi(problem!)).toBe(
      'ba-na/entries.csv:5 Homograph_Number: Các mục từ "et" đang được đánh số 1, 3. Hãy đánh số 1, 2, …; nếu chỉ có một mục thì để trống. (homograph-numbers)',
    )
  })
})

function problemsOf(code: string): readonly Problem[] {
  const { lexicon, problems } = readBroken(code)
  return [...problems, ...(lexicon === undefined ? [] : checkLexicon(lexicon))]
}
