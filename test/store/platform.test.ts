import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toHex } from '../../src/pack/bytes'
import { createPlatformPorts } from '../../src/store/platform'

const raw = new TextEncoder().encode('mơ̆ng '.repeat(5000))
const zipped = zlibSync(raw, { level: 9 })

const RUNTIMES: readonly [string, () => void][] = [
  ['a browser that has all', () => undefined],
  [
    'a browser without DecompressionStream on a page without https',
    () => {
      vi.stubGlobal('DecompressionStream', undefined)
      vi.stubGlobal('crypto', {})
    },
  ],
]

describe.each(RUNTIMES)('in %s', (_name, prepare) => {
  beforeEach(prepare)
  afterEach(() => vi.unstubAllGlobals())
  const { hash, inflate } = createPlatformPorts()

  test('hash is SHA-256', async () => {
    // FIPS 180-2, appendix B.1
    expect(toHex(await hash(new TextEncoder().encode('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  test('hash of any bytes is what Node makes of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(toHex(await hash(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
  })

  test('hash sees only the view, not the buffer behind it', async () => {
    const view = new TextEncoder().encode('xabcx').subarray(1, 4)
    expect(toHex(await hash(view)).slice(0, 8)).toBe('ba7816bf')
  })

  test('inflate gives back what was deflated', async () => {
    expect(await inflate(zipped, raw.length)).toEqual(raw)
    expect(await inflate(zlibSync(new Uint8Array(0)), 0)).toEqual(new Uint8Array(0))
  })

  test('inflate stops at the length it was told', async () => {
    await expect(inflate(zipped, raw.length - 1)).rejects.toThrow()
    await expect(inflate(zipped, 10)).rejects.toThrow()
  })

  test('inflate refuses what is not zlib, or is cut short', async () => {
    await expect(inflate(Uint8Array.from([1, 2, 3, 4]), 10)).rejects.toThrow()
    await expect(inflate(zipped.slice(0, 20), raw.length)).rejects.toThrow()
    await expect(inflate(new Uint8Array(0), 10)).rejects.toThrow()
  })
})
