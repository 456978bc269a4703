import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isSafePath, readZip, writeZip } from '../../src/formats/zip'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const FILES = new Map([
  ['a.txt', bytesOf('a')],
  ['folder/b.txt', bytesOf('b'.repeat(10_000))],
  ['empty', new Uint8Array(0)],
])

describe('readZip', () => {
  test('gives what writeZip was given', () => {
    expect(readZip(writeZip(FILES))).toEqual({ ok: true, value: FILES })
    expect(readZip(writeZip(FILES, new Set(['a.txt'])))).toEqual({ ok: true, value: FILES })
    expect(readZip(writeZip(new Map()))).toEqual({ ok: true, value: new Map() })
  })

  test.each(['../a', '/a', 'a/../../b', 'a\\b', 'C:a', 'a//b', './a'])(
    'refuses the path %s',
    (path) => {
      const fault = readZip(zipSync({ [path]: bytesOf('a') }))
      expect(fault).toMatchObject({ ok: false, error: { reason: 'unsafe-path', detail: path } })
    },
  )

  test('stops at a bomb, however small it says it is', () => {
    const bomb = zipSync({ bomb: new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(bomb.buffer)
    view.setUint32(22, 10, true)
    const fault = readZip(bomb, { files: 10, bytes: 1024 * 1024 })
    expect(fault).toMatchObject({ ok: false, error: { reason: 'too-large' } })
  })

  test('refuses more files than are allowed', () => {
    const many = Object.fromEntries([1, 2, 3].map((n) => [`f${n}`, bytesOf('')]))
    expect(readZip(zipSync(many), { files: 2, bytes: 100 })).toMatchObject({ ok: false })
  })

  test('refuses what is no archive, and one that is cut', () => {
    const whole = writeZip(FILES)
    expect(readZip(bytesOf('headword,gloss'))).toMatchObject({ error: { reason: 'not-zip' } })
    expect(readZip(new Uint8Array(0))).toMatchObject({ error: { reason: 'not-zip' } })
    expect(readZip(whole.subarray(0, 60))).toMatchObject({ error: { reason: 'not-zip' } })
  })

  test('never throws', () => {
    const whole = writeZip(FILES)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, end) => {
        const changed = whole.slice(0, end)
        if (at < end) changed[at] = byte
        expect(() => readZip(changed)).not.toThrow()
      }),
    )
  })
})

describe('writeZip', () => {
  test('gives the same bytes at any hour', () => {
    expect(writeZip(FILES)).toEqual(writeZip(new Map(FILES)))
  })
})

test('isSafePath takes names with letters of the languages', () => {
  expect(isSafePath('media/ƀok.opus')).toBe(true)
})
