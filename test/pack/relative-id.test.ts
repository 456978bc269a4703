import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromRelativeId, numberOfId, toRelativeId } from '../../src/pack/relative-id'

describe('toRelativeId', () => {
  test.each([
    ['bn-00012', 12, 'bn-#####0'],
    ['bn-f00047', 12, 'bn-f#####35'],
    ['bn-s00009', 12, 'bn-s#####-3'],
    ['wiktionary', 12, 'wiktionary'],
  ])('writes %s in row %i as %s', (id, number, relative) => {
    expect(toRelativeId(id, number)).toBe(relative)
  })

  test('is undone by fromRelativeId, for any id', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]+$/), fc.nat(0xffffffff), (id, reference) => {
        expect(fromRelativeId(toRelativeId(id, reference), reference)).toBe(id)
      }),
    )
  })
})

describe('fromRelativeId', () => {
  test.each(['a##x', 'a#-9', 'a#99', '#', 'a#1.5', 'a##1e9'])('refuses %s in row 3', (text) => {
    const id = fromRelativeId(text, 3)
    expect(id === undefined || /^[A-Za-z0-9_-]+$/.test(id)).toBe(true)
  })
})

test('numberOfId is the running number, or what is given where there is none', () => {
  expect(numberOfId('bn-f00047', 1)).toBe(47)
  expect(numberOfId('x', 1)).toBe(1)
})
