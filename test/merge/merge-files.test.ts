import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeTables } from '../../src/formats/tables'
import { mergeFiles } from '../../src/merge/merge-files'
import { validFiles } from '../fixtures'
import { awkwardText } from '../formats/awkward-text'
import { arbitraryFork } from './arbitrary-fork'

const HEADER = 'ID,Kind,From_ID,To_ID,Source,Note\n'

const merge = (base: string, ours: string, theirs: string) =>
  mergeFiles('ba-na/relations.csv', { base, ours, theirs }, [])

describe('mergeFiles', { timeout: 30_000 }, () => {
  test('gives back the bytes of the one side that changed', () => {
    fc.assert(
      fc.property(arbitraryFork(), ({ base, a }) => {
        const [before, after] = [writeTables(base), writeTables(a)]
        for (const [path, text] of after) {
          if (!path.endsWith('.csv')) continue
          const old = before.get(path) ?? text
          for (const [ours, theirs] of [
            [text, old],
            [old, text],
          ] as const)
            expect(mergeFiles(path, { base: old, ours, theirs }, [])).toMatchObject({
              text,
              conflicts: [],
            })
        }
      }),
      { numRuns: 10 },
    )
  })

  test('merges the columns too: one side may be older than a column', () => {
    const ours = `${HEADER}r1,see,a,b,editor,c\n`
    const theirs = `${HEADER.trim()},Place\nr1,see,a,b,editor,,d\nr2,see,b,a,editor,,\n`
    expect(merge(`${HEADER}r1,see,a,b,editor,\n`, ours, theirs)).toMatchObject({
      text: `${HEADER.trim()},Place\nr1,see,a,b,editor,c,d\nr2,see,b,a,editor,,\n`,
      conflicts: [],
    })
  })

  test('leaves cells alone that are not as they should be', () => {
    const base = `${HEADER}r1,like,a,b,,\n`
    expect(merge(base, base, `${base}r2,see,a,b,editor,\n`)).toMatchObject({
      text: `${base}r2,see,a,b,editor,\n`,
    })
    const lists = 'ID,Topics\ns1,a;b\ns2,c\n'
    const merged = mergeFiles('senses.csv', { base: '', ours: lists, theirs: lists }, [])
    expect(merged).toMatchObject({ text: lists })
  })

  test('takes a file that both made anew', () => {
    const row = (id: string) => `${id},see,a,b,editor,\n`
    expect(merge('', HEADER + row('r1'), HEADER + row('r2'))).toMatchObject({
      text: HEADER + row('r1') + row('r2'),
    })
  })

  test('does not give a retired number out again', () => {
    const file = (rows: string) => `ID,Number,Language_ID,Headword_Form_ID,Headword\n${rows}`
    const sides = { base: file(''), ours: file('e1,5,v,f,a\n'), theirs: file('e2,5,v,g,b\n') }
    expect(mergeFiles('entries.csv', sides, [9])).toMatchObject({
      text: file('e1,5,v,f,a\ne2,10,v,g,b\n'),
      renumbered: [{ id: 'e2', before: '5', after: '10' }],
    })
  })

  test.each([
    ['a file that is no table of ours', 'ba-na/words.csv', HEADER],
    ['quotes that do not close', 'ba-na/relations.csv', `${HEADER}"r1`],
    ['a row that is too short', 'ba-na/relations.csv', `${HEADER}r1\n`],
    ['a cell under no header', 'ba-na/relations.csv', `${HEADER}r1,see,a,b,editor,,x\n`],
    ['two columns of one name', 'ba-na/relations.csv', 'ID,ID\n'],
    ['an empty side', 'ba-na/relations.csv', ''],
  ])('refuses %s, with the place', (_, path, theirs) => {
    const merged = mergeFiles(path, { base: HEADER, ours: HEADER, theirs }, [])
    expect(Array.isArray(merged) ? merged.at(-1) : merged).toMatchObject({
      severity: 'error',
      at: { file: expect.stringContaining(path), line: expect.any(Number) },
    })
  })

  test('throws for no text whatever', () => {
    const tables = [...validFiles()].filter(([path]) => path.endsWith('.csv'))
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.nat(),
        fc.nat({ max: 20 }),
        awkwardText(),
        ([path, text], at, length, put) => {
          const start = at % text.length
          const broken = text.slice(0, start) + put + text.slice(start + length)
          for (const sides of [
            { base: text, ours: text, theirs: broken },
            { base: broken, ours: text, theirs: text },
            { base: text, ours: broken, theirs: put },
          ])
            mergeFiles(path, sides, [])
        },
      ),
    )
  })
})
