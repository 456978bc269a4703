import { describe, expect, test } from 'vitest'
import { parsePackIndex } from '../../src/store/pack-index'
import { makeRelease } from './fake-server'

const { index, listing } = await makeRelease('2026.1', {
  list: 'x',
  keys: 'k',
  glosses: 'g',
  about: 'a',
})
const damaged = { ok: false, error: { kind: 'damaged', what: 'index.json' } }

/** The index after JSON, with some of its one listing changed. */
const changed = (part: object): unknown =>
  JSON.parse(JSON.stringify({ ...index, packs: [{ ...listing, ...part }] }))

describe('parsePackIndex', () => {
  test('reads what compile writes', () => {
    expect(parsePackIndex(changed({}))).toEqual({ ok: true, value: index })
  })

  test('says when the index is of a newer format', () => {
    expect(parsePackIndex({ format: 2, packs: [] })).toEqual({
      ok: false,
      error: { kind: 'pack-too-new', found: 2, supported: 1 },
    })
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'index'],
    ['a list', []],
    ['no packs', { format: 1 }],
    ['a pack without a head', changed({ head: undefined })],
    ['a head that is no hash', changed({ head: 'abc' })],
    ['a file on another host', changed({ starter: { file: 'https://example.org/x', bytes: 1 } })],
    [
      'a file on another host without scheme',
      changed({ whole: { file: '//example.org/x', bytes: 1 } }),
    ],
    ['a file above the folder', changed({ whole: { file: '../x', bytes: 1 } })],
    ['a length below zero', changed({ whole: { file: 'x', bytes: -1 } })],
    ['a section without a name', changed({ sections: [{ file: 's/1', bytes: 1 }] })],
    ['a delta from nowhere', changed({ deltas: [{ file: 'd', bytes: 1 }] })],
  ])('refuses %s', (_name, value) => {
    expect(parsePackIndex(value)).toEqual(damaged)
  })
})
