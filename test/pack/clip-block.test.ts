import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import { listClips, readClip } from '../../src/pack/clip-block'
import { writeClipBlock } from '../../src/pack/write-clips'
import { noise, sha256Of } from './recordings'

const { hash } = nodePorts
const clips = [3, 40, 1].map((length, seed) => {
  const bytes = noise(seed, length)
  return { bytes, sha256: sha256Of(bytes) }
})
const block = writeClipBlock(clips)

describe('a block of recordings', () => {
  test('gives back what was put in, by hash', async () => {
    expect(listClips(block)).toEqual({ ok: true, value: clips.map(({ sha256 }) => sha256) })
    for (const { bytes, sha256 } of clips)
      expect(await readClip(block, sha256, hash)).toEqual({ ok: true, value: bytes })
  })

  test('does not hold a recording of another hash', async () => {
    expect(await readClip(block, 'ab'.repeat(32), hash)).toEqual({ ok: true, value: undefined })
  })

  test('holds any recordings whatever', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.uint8Array({ maxLength: 50 }), {
          minLength: 1,
          maxLength: 20,
          selector: sha256Of,
        }),
        async (arrays) => {
          const made = writeClipBlock(arrays.map((bytes) => ({ bytes, sha256: sha256Of(bytes) })))
          for (const bytes of arrays)
            expect(await readClip(made, sha256Of(bytes), hash)).toEqual({ ok: true, value: bytes })
        },
      ),
      { numRuns: 30 },
    ))

  test('cut short anywhere is refused', async () => {
    for (let length = 0; length < block.length; length++) {
      const cut = block.subarray(0, length)
      expect(listClips(cut).ok, `${length} bytes`).toBe(false)
      expect((await readClip(cut, clips[0]!.sha256, hash)).ok).toBe(false)
    }
  })

  test('with bytes after its end is refused', () => {
    expect(listClips(Uint8Array.of(...block, 0))).toMatchObject({
      error: { kind: 'pack-damaged' },
    })
  })

  test('with any byte flipped is noticed, and never gives other bytes', async () => {
    for (let at = 0; at < block.length; at++) {
      const flipped = block.slice()
      flipped[at]! ^= 1 << (at % 8)
      const read = await Promise.all(clips.map(({ sha256 }) => readClip(flipped, sha256, hash)))
      const given = read.map((one) => (one.ok ? one.value : undefined))
      expect(
        given.every((bytes, i) => bytes !== undefined && sha256Of(bytes) === clips[i]!.sha256),
        `byte ${at}`,
      ).toBe(false)
      for (const [i, bytes] of given.entries())
        if (bytes !== undefined) expect(sha256Of(bytes)).toBe(clips[i]!.sha256)
    }
  })

  test('of a later format is told apart from a damaged one', () => {
    const later = block.slice()
    later[4] = 2
    expect(listClips(later)).toEqual({
      ok: false,
      error: { kind: 'pack-too-new', found: 2, supported: 1 },
    })
    expect(listClips(new TextEncoder().encode('<!doctype html>'))).toEqual({
      ok: false,
      error: { kind: 'not-a-pack' },
    })
  })

  test('that claims more than there is costs no memory', () => {
    const hostile = block.slice()
    hostile[6] = 0xff
    hostile[7] = 0xff
    expect(listClips(hostile)).toMatchObject({ error: { kind: 'pack-cut-short' } })
  })
})
