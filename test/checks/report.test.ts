import { describe, expect, test } from 'vitest'
import { EXPLANATIONS } from '../../src/checks/explain/index'
import { toGitHub } from '../../src/checks/report/github'
import { toJsonLines } from '../../src/checks/report/json'
import { toSarif } from '../../src/checks/report/sarif'
import type { Problem } from '../../src/lexicon/problem'

const at = { file: 'ba-na/senses.csv', line: 12, row: 11, column: 'Gloss_Vi' }
const problems: readonly Problem[] = [
  { code: 'gloss-equals-headword', severity: 'warning', at, given: 'et' },
  { code: 'empty-headword', severity: 'error', at: { ...at, column: 'Headword' } },
  {
    code: 'media-unreferenced',
    severity: 'warning',
    at: { file: 'ba-na/media/a b,c: 50%.txt', line: 1, row: 1 },
    path: 'a b,c: 50%.txt\nsecond',
  },
]

describe('toGitHub', () => {
  test('is one annotation a line, whatever the texts have in them', () => {
    expect(toGitHub(problems, EXPLANATIONS.en, 'data').split('\n')).toEqual([
      '::warning file=data/ba-na/senses.csv,line=12,title=gloss-equals-headword::Gloss_Vi: The gloss "et" is the headword itself. Say in the note that it is a loan, or correct it.',
      '::error file=data/ba-na/senses.csv,line=12,title=empty-headword::Headword: The headword is empty. Fill it in, or remove the row.',
      '::warning file=data/ba-na/media/a b%2Cc%3A 50%25.txt,line=1,title=media-unreferenced::No row of media.csv names media/a b,c: 50%25.txt%0Asecond. Add a row, or take the file away.',
    ])
  })
})

describe('toSarif', () => {
  test('has the parts that SARIF 2.1.0 asks for', () => {
    const log = JSON.parse(toSarif(problems, EXPLANATIONS.vi, 'data'))
    expect(log.version).toBe('2.1.0')
    const [{ tool, results }] = log.runs
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'empty-headword',
      'gloss-equals-headword',
      'media-unreferenced',
    ])
    for (const { ruleId, ruleIndex, level, message } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(['error', 'warning']).toContain(level)
      expect(message.text).not.toContain(`(${ruleId})`)
    }
    expect(results[2].locations[0].physicalLocation).toEqual({
      artifactLocation: {
        uri: 'data/ba-na/media/a%20b%2Cc%3A%2050%25.txt',
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: 1 },
    })
  })

  test('is whole where there is nothing to tell', () => {
    expect(JSON.parse(toSarif([], EXPLANATIONS.vi, '')).runs[0].results).toEqual([])
  })
})

test('toJsonLines is the problems themselves', () => {
  const lines = toJsonLines(problems, EXPLANATIONS.vi, 'data').split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(problems)
})
