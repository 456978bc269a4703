import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromInt16, readWav, writeWav } from '../../src/audio/wav'

describe('writeWav and readWav', () => {
  test('give back the samples and the rate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(8000, 16_000, 44_100, 48_000),
        (numbers, rate) => {
          const samples = Int16Array.from(numbers)
          const wav = readWav(writeWav(samples, rate))
          expect(wav).toEqual({
            ok: true,
            value: { rate, channels: [fromInt16(samples, rate).samples] },
          })
        },
      ),
    )
  })

  test('write the header that every program reads', () => {
    const bytes = writeWav(Int16Array.of(1, -2), 48_000)
    expect([...bytes]).toEqual(
      [
        ...['RIFF'].flatMap(letters),
        ...[40, 0, 0, 0],
        ...['WAVEfmt '].flatMap(letters),
        ...[16, 0, 0, 0, 1, 0, 1, 0],
        ...[0x80, 0xbb, 0, 0, 0, 0x77, 1, 0, 2, 0, 16, 0],
        ...['data'].flatMap(letters),
        ...[4, 0, 0, 0, 1, 0, 0xfe, 0xff],
      ].flat(),
    )
  })

  test('read what breaks off as far as it goes', () => {
    const bytes = writeWav(Int16Array.of(1, 2, 3, 4), 8000)
    const wav = readWav(bytes.subarray(0, bytes.length - 3))
    expect(wav.ok && wav.value.channels[0]?.length).toBe(2)
  })

  test('never throw', () => {
    expect(readWav(new Uint8Array(0))).toEqual({ ok: false, error: 'not-wav' })
    expect(readWav(writeWav(new Int16Array(0), 8000))).toEqual({ ok: false, error: 'no-samples' })
    const valid = writeWav(Int16Array.of(1, 2, 3, 4), 8000)
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.nat(255), fc.nat(valid.length), (at, value, end) => {
        const bytes = valid.slice(0, end)
        if (at < end) bytes[at] = value
        expect(typeof readWav(bytes).ok).toBe('boolean')
      }),
    )
  })
})

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0))
}
