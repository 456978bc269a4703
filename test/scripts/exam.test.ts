import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { belowFloors, floorsUnder } from '../../scripts/exam/floors'
import { goldenQuestions, spellingQuestions } from '../../scripts/exam/questions'
import type { ClassScore } from '../../scripts/exam/report'

describe('goldenQuestions', () => {
  const HEADER = 'query\texpected\tclass\tsource_row_1\tsource_row_2\tnote\tsplit'

  test('leaves comments out and takes entries apart', () => {
    const text = `# made from the tables\n${HEADER}\nsem\tbn-1; bn-2\tvariant\ta 1\tb 2\tchim\ttrain\n`
    expect(goldenQuestions(text, 'ba-na.tsv')).toEqual([
      { query: 'sem', expected: ['bn-1', 'bn-2'], class: 'variant', note: 'chim', split: 'train' },
    ])
  })

  test.each([
    ['a column is missing', 'query\texpected\nsem\tbn-1\n', /ba-na\.tsv:1.*class/],
    ['a cell is empty', `${HEADER}\nsem\t\tvariant\ta\tb\tc\ttest\n`, /ba-na\.tsv:2 expected/],
    [
      'the split is unknown',
      `${HEADER}\nsem\tx\tvariant\ta\tb\tc\tdev\n`,
      /ba-na\.tsv:2 split.*dev/,
    ],
  ])('says where %s', (_, text, sentence) => {
    expect(() => goldenQuestions(text, 'ba-na.tsv')).toThrow(sentence)
  })
})

describe('spellingQuestions', () => {
  test('keeps every third for training', () => {
    const row = 'xem\tsem\tchim\ts-vs-x\n'
    const questions = spellingQuestions(`query\texpected\tgloss\tclass\n${row.repeat(4)}`, 'x.tsv')
    expect(questions.map(({ split }) => split)).toEqual(['test', 'test', 'train', 'test'])
  })
})

describe('floors', () => {
  const scoreOf = (name: string, successAt1: number): ClassScore => {
    const score = { queries: 10, successAt1, successAt5: 1, mrr: 0.9 }
    return { set: 'ba-na', class: name, scores: { test: score, train: score, all: score } }
  }
  const floor = { successAt1: 0.8, successAt5: 0.98, mrr: 0.88 }
  const floors = { 'ba-na': { variant: floor }, 'ba-na/spellings': { 's-vs-x': floor } }

  test('a class below its floor is named, with both figures', () => {
    expect(belowFloors([scoreOf('variant', 0.7)], floors, { whole: true })).toEqual([
      'ba-na variant: successAt1 0.700 is below its floor 0.8',
    ])
  })

  test('a set that was not run and a class without a floor are let be', () => {
    const scores = [scoreOf('variant', 0.8), scoreOf('gloss-en', 0)]
    expect(belowFloors(scores, floors, { whole: true })).toEqual([])
  })

  test('a class that lost its queries is named, unless only one class was asked', () => {
    const scores = [scoreOf('gloss-en', 1)]
    expect(belowFloors(scores, floors, { whole: true })).toEqual([
      'ba-na variant: has a floor, but no query is left',
    ])
    expect(belowFloors(scores, floors, { whole: false })).toEqual([])
  })

  test('new floors lie two points lower, and those of a set that was not run stay', () => {
    expect(floorsUnder([scoreOf('gloss-vi', 0.7)], floors)).toEqual({
      'ba-na': { 'gloss-vi': { successAt1: 0.68, successAt5: 0.98, mrr: 0.88 } },
      'ba-na/spellings': { 's-vs-x': floor },
    })
  })
})

describe('npm run exam', { timeout: 60_000 }, () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'exam', ...args], {
      encoding: 'utf8',
      env: { ...process.env, RONG_SHARED: 'nowhere' },
    })

  test('scores a class of a language', () => {
    const { stdout, stderr } = run('--language', 'gia-rai', '--class', 'gloss-vi', '--json')
    const [score] = stdout.trim().split('\n')
    expect(JSON.parse(score!)).toMatchObject({
      set: 'gia-rai',
      class: 'gloss-vi',
      test: { queries: 33 },
      train: { queries: 17 },
    })
    expect(stderr).toBe('')
  })

  test('says in a line what was not run', () => {
    const { stderr } = run('--language', 'ba-na', '--class', 'gloss-en', '--misses', '0')
    expect(stderr).toMatch(/^not run.*nowhere\n$/)
  })

  test('refuses what it does not know', () => {
    expect(run('--split', 'dev').status).toBe(2)
    expect(run('--language', 'xyz')).toMatchObject({ status: 2, stdout: '' })
  })
})
