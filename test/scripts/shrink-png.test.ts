import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { shrinkPng } from '../../scripts/shrink-png'

const INK = [0x1b, 0x1a, 0x2b]
const BONE = [0xf2, 0xe8, 0xd2]
const RED = [0xd4, 0x41, 0x2b]

describe('shrinkPng', () => {
  test('keeps every pixel of a picture of few colours, whatever the filters', () => {
    const png = writePng(3, [
      { filter: 0, bytes: [...INK, ...INK, ...BONE] },
      // Left: each byte less the one a pixel before it.
      { filter: 1, bytes: [...RED, ...less(INK, RED), ...less(INK, INK)] },
      // Above.
      { filter: 2, bytes: [...less(BONE, RED), ...less(INK, INK), ...less(BONE, INK)] },
      // Paeth: whichever of left, above and corner is nearest to left + above - corner.
      { filter: 4, bytes: [...less(BONE, BONE), ...less(BONE, INK), ...less(BONE, BONE)] },
    ])
    const rows = readIndexed(shrinkPng(png))
    expect(rows).toEqual([
      [INK, INK, BONE],
      [RED, INK, INK],
      [BONE, INK, BONE],
      [BONE, BONE, BONE],
    ])
  })

  test('shows a rare colour as the nearest of the commonest 256', () => {
    const greys = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey])
    const almost = [10, 10, 11]
    const png = writePng(256, [
      { filter: 0, bytes: greys.flat() },
      { filter: 0, bytes: greys.flat() },
      { filter: 0, bytes: [...almost, ...greys.slice(1).flat()] },
    ])
    expect(readIndexed(shrinkPng(png))[2]?.[0]).toEqual([10, 10, 10])
  })

  test('refuses what is no PNG', () => {
    expect(() => shrinkPng(new Uint8Array(40))).toThrow('no PNG')
  })
})

const less = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((byte, i) => (byte - (b[i] ?? 0)) & 255)

function writePng(
  width: number,
  rows: readonly { filter: number; bytes: readonly number[] }[],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const data = deflateSync(Buffer.from(rows.flatMap(({ filter, bytes }) => [filter, ...bytes])))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const
  ends[0].writeUInt32BE(data.length)
  ends[1].writeUInt32BE(crc32(named))
  return Buffer.concat([ends[0], named, ends[1]])
}

/** Rows of colours of a PNG with a palette and no filters. */
function readIndexed(bytes: Uint8Array): number[][][] {
  const png = Buffer.from(bytes)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    const type = png.toString('latin1', at + 4, at + 8)
    expect(png.readUInt32BE(at + 8 + data.length)).toBe(
      crc32(Buffer.concat([Buffer.from(type), data])),
    )
    chunks.set(type, data)
  }
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0
  const palette = [...(chunks.get('PLTE') ?? [])]
  const pixels = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const rows: number[][][] = []
  for (let at = 0; at < pixels.length; at += width + 1) {
    expect(pixels[at]).toBe(0)
    const row = [...pixels.subarray(at + 1, at + 1 + width)]
    rows.push(row.map((i) => palette.slice(3 * i, 3 * i + 3)))
  }
  return rows
}
