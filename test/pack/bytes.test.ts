import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aligned, createByteReader, toHex, u32At } from '../../src/pack/bytes'
import { createByteWriter } from '../../src/pack/write-bytes'

const u32 = fc.integer({ min: 0, max: 0xffffffff })

describe('createByteReader', () => {
  test('reads what was written, in any order', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('u8' as const), value: fc.integer({ min: 0, max: 0xff }) }),
      fc.record({ kind: fc.constant('u16' as const), value: fc.integer({ min: 0, max: 0xffff }) }),
      fc.record({ kind: fc.constant('u32' as const), value: u32 }),
      fc.record({ kind: fc.constant('varint' as const), value: u32 }),
    )
    fc.assert(
      fc.property(fc.array(step), fc.uint8Array(), (steps, rest) => {
        const writer = createByteWriter()
        for (const { kind, value } of steps) writer[kind](value)
        writer.bytes(rest)
        const reader = createByteReader(writer.finish())
        expect(steps.map(({ kind }) => reader[kind]())).toEqual(steps.map(({ value }) => value))
        expect(reader.bytes(reader.remaining)).toEqual(rest)
        expect(reader.broken).toBe(false)
      }),
    )
  })

  test('is broken for good once it reads past the end', () => {
    const reader = createByteReader(Uint8Array.of(1, 2, 3))
    expect(reader.u32()).toBe(0)
    expect(reader.u8()).toBe(0)
    expect(reader.broken).toBe(true)
  })

  test.each([
    ['without its last byte', [0x80]],
    ['above 2^32 − 1', [0xff, 0xff, 0xff, 0xff, 0x1f]],
    ['of six bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 0]],
  ])('refuses a varint %s', (_, bytes) => {
    const reader = createByteReader(Uint8Array.from(bytes))
    expect(reader.varint()).toBe(0)
    expect(reader.broken).toBe(true)
  })
})

describe('createByteWriter', () => {
  test('writes numbers with the lowest byte first', () => {
    const writer = createByteWriter()
    writer.u16(0x0102)
    writer.u32(0xfffefdfc)
    writer.varint(300)
    expect(toHex(writer.finish())).toBe('0201fcfdfeffac02')
  })

  test('fills up with zeros to a multiple of four', () => {
    const writer = createByteWriter()
    writer.u8(7)
    writer.align()
    writer.align()
    expect([...writer.finish()]).toEqual([7, 0, 0, 0])
  })

  test.each([-1, 0.5, 2 ** 32, Number.NaN])('refuses %s', (value) => {
    const writer = createByteWriter()
    expect(() => writer.u32(value)).toThrow(RangeError)
    expect(() => writer.varint(value)).toThrow(RangeError)
  })
})

test('aligned gives the next multiple of four', () => {
  expect([0, 1, 3, 4, 5].map(aligned)).toEqual([0, 4, 4, 4, 8])
})

test('u32At reads the highest bit as a number, not a sign', () => {
  expect(u32At(Uint8Array.of(9, 0, 0, 0, 0x80), 1)).toBe(0x80000000)
})
