import { describe, expect, test } from 'vitest'
import { jsonLines } from '../../src/formats/json-lines'
import { readLanguage, writeLanguage } from '../../src/formats/language-json'
import { validFiles } from '../fixtures'

const TEXT = validFiles().get('ba-na/language.json') ?? ''

describe('readLanguage', () => {
  test('is undone by writeLanguage', () => {
    const { language, problems, unexplained } = readLanguage(TEXT, 'l.json')
    expect([problems, unexplained]).toEqual([[], []])
    expect(writeLanguage(language!)).toBe(TEXT)
  })

  test('says where something is missing, of the wrong shape or not explained', () => {
    const json = JSON.parse(TEXT)
    delete json.release
    json.autonyms = 'Bahnar'
    json.practices[1].confidence = 'sure'
    json.practices[1].colour = 'red'
    json.iso639 = 7
    const text = JSON.stringify(json, undefined, 2)
    const { language, problems, unexplained } = readLanguage(text, 'l.json')
    expect(language).toMatchObject({ code: 'ba-na', release: '', autonyms: [] })
    expect(problems.map(({ code, at }) => `${code} ${at.column}`)).toEqual([
      'unreadable-file autonyms',
      'unreadable-file iso639',
      'missing-value release',
      'not-a-choice practices.1.confidence',
    ])
    expect(unexplained).toMatchObject([{ text: '"red"', at: { column: 'practices.1.colour' } }])
    const line = text.split('\n').findIndex((found) => found.includes('"red"')) + 1
    expect(unexplained[0]!.at.line).toBe(line)
  })

  test('refuses what is no object', () => {
    expect(readLanguage('[]', 'l.json')).toMatchObject({
      language: undefined,
      problems: [{ code: 'unreadable-file', reason: 'wrong-shape' }],
    })
  })
})

test('jsonLines finds the line of each value', () => {
  const text = '{\n "a": [\n  "x, {",\n  {"b": 1,\n "c\\"": []}],\n "d": {}\n}'
  expect([...jsonLines(text)]).toEqual([
    ['', 1],
    ['a', 2],
    ['a.0', 3],
    ['a.1', 4],
    ['a.1.b', 4],
    ['a.1.c"', 5],
    ['d', 6],
  ])
})
