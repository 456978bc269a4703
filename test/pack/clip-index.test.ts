import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import { readClipIndex } from '../../src/pack/clip-index'
import { writeClipIndex } from '../../src/pack/write-clips'
import { noise, sha256Of } from './recordings'

const hashOf = (seed: number) => sha256Of(noise(seed, 4))
const blocks = [
  { sha256: hashOf(1), bytes: 60_000, drafts: false, entries: [7, 7, 8, 512] },
  { sha256: hashOf(2), bytes: 2, drafts: false, entries: [1] },
  { sha256: hashOf(3), bytes: 4_000_000, drafts: true, entries: [70_000, 3] },
]
const bytes = await writeClipIndex(blocks, nodePorts)

describe('the list of blocks', () => {
  test('says of each block what it holds', async () => {
    expect(await readClipIndex(bytes, nodePorts)).toEqual({ ok: true, value: { blocks } })
  })

  test('reads as it was written, whatever is in it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            sha256: fc.nat().map(hashOf),
            bytes: fc.nat(0xffffffff),
            drafts: fc.boolean(),
            entries: fc.array(fc.nat(0x7fffffff), { maxLength: 6 }),
          }),
          { maxLength: 8 },
        ),
        async (listed) => {
          const written = await writeClipIndex(listed, nodePorts)
          expect(await readClipIndex(written, nodePorts)).toEqual({
            ok: true,
            value: { blocks: listed },
          })
        },
      ),
      { numRuns: 50 },
    ))

  test('cut short anywhere, or with any bit of a byte flipped, is refused', async () => {
    for (let at = 0; at < bytes.length; at++) {
      expect((await readClipIndex(bytes.subarray(0, at), nodePorts)).ok, `${at} bytes`).toBe(false)
      const flipped = bytes.slice()
      flipped[at]! ^= 1 << (at % 8)
      expect((await readClipIndex(flipped, nodePorts)).ok, `byte ${at}`).toBe(false)
    }
  })

  test('of a later format is told apart', async () => {
    const later = bytes.slice()
    later[4] = 9
    expect(await readClipIndex(later, nodePorts)).toEqual({
      ok: false,
      error: { kind: 'pack-too-new', found: 9, supported: 1 },
    })
  })
})
