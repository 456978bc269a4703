import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import {
  crc32,
  headLength,
  type PackHead,
  publishedLength,
  readHead,
  readSection,
  readStarter,
  readWhole,
  starterLength,
} from '../../src/pack/container'
import { type RawSection, writeContainer } from '../../src/pack/write-container'

const encoder = new TextEncoder()
const raw = (text: string) => encoder.encode(text)
const SECTIONS: readonly RawSection[] = [
  { name: 'meta', raw: raw('{"code":"ba-na"}'.repeat(5)) },
  { name: 'list', raw: raw('hai') },
  { name: 'about', raw: raw('') },
  { name: 'entries/0', raw: raw('ʔbaːr '.repeat(20)) },
  { name: 'draft-list', raw: raw('jar jar jar jar jar jar jar') },
]
const written = await writeContainer('ba-na', SECTIONS, nodePorts)
const { bytes, head } = written
const published = bytes.slice(0, publishedLength(head))

const storedOf = ({ sections }: PackHead, bytes: Uint8Array) =>
  sections.map(({ name, offset, storedLength }) => ({
    name,
    stored: bytes.subarray(offset, offset + storedLength),
  }))

describe('readWhole', () => {
  test('gives back the sections that were written', async () => {
    const section = fc.record({
      name: fc.constantFrom('meta', 'keys', 'about', 'entries/0', 'draft-list'),
      raw: fc.uint8Array({ maxLength: 200 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(section, { selector: ({ name }) => name }),
        async (sections) => {
          const { bytes, head } = await writeContainer('ba-na', sections, nodePorts)
          const whole = await readWhole(bytes, nodePorts)
          if (!whole.ok) throw new Error(whole.error.kind)
          expect(whole.value.size).toBe(sections.length)
          for (const { name, raw } of sections) {
            const read = await readSection(head, name, whole.value.get(name)!, nodePorts)
            expect(read).toEqual({ ok: true, value: raw })
          }
        },
      ),
    )
  })

  test('reads a pack that ends before its drafts', async () => {
    const read = await readWhole(published, nodePorts)
    expect(read.ok && [...read.value.keys()]).toEqual(['meta', 'list', 'about', 'entries/0'])
  })

  test('refuses every other truncation', async () => {
    for (let length = 0; length < bytes.length; length++)
      expect(await readWhole(bytes.slice(0, length), nodePorts), `${length}`).toMatchObject({
        ok: length === published.length,
      })
  })

  test('refuses bytes after the end', async () => {
    const longer = new Uint8Array(bytes.length + 1)
    longer.set(bytes)
    expect(await readWhole(longer, nodePorts)).toMatchObject({ ok: false })
  })

  test('refuses every flipped bit, padding and unused bits of deflate among them', async () => {
    for (let at = 0; at < bytes.length; at++)
      for (let bit = 1; bit < 256; bit *= 2) {
        const flipped = bytes.slice()
        flipped[at]! ^= bit
        expect(await readWhole(flipped, nodePorts), `byte ${at}`).toMatchObject({ ok: false })
        if (at < published.length)
          expect(
            await readWhole(flipped.subarray(0, published.length), nodePorts),
            `published, byte ${at}`,
          ).toMatchObject({ ok: false })
      }
  })

  test('takes any bytes without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (junk) => {
        const pack = new Uint8Array([...bytes.slice(0, 8), ...junk])
        expect(await readWhole(junk, nodePorts)).toMatchObject({ ok: false })
        expect(await readWhole(pack, nodePorts)).toMatchObject({ ok: false })
      }),
    )
  })
})

describe('readSection', () => {
  test('refuses every truncation and every flipped bit, section by section', async () => {
    for (const { name, stored } of storedOf(head, bytes)) {
      for (let length = 0; length < stored.length; length++)
        expect(
          await readSection(head, name, stored.slice(0, length), nodePorts),
          `${name} ${length}`,
        ).toMatchObject({ ok: false })
      for (let at = 0; at < stored.length * 8; at++) {
        const flipped = stored.slice()
        flipped[at >> 3]! ^= 1 << (at & 7)
        expect(await readSection(head, name, flipped, nodePorts), `${name} ${at}`).toEqual({
          ok: false,
          error: { kind: 'pack-damaged', what: name },
        })
      }
    }
  })

  test('takes a section raw as well', async () => {
    for (const { name, raw } of SECTIONS)
      expect(await readSection(head, name, raw, nodePorts)).toEqual({ ok: true, value: raw })
  })

  test('names a section that the pack has not', async () => {
    expect(await readSection(head, 'keys', raw('x'), nodePorts)).toEqual({
      ok: false,
      error: { kind: 'pack-damaged', what: 'keys' },
    })
  })

  test('does not unpack more than the head says', async () => {
    const bomb = zlibSync(new Uint8Array(1 << 22))
    const stored = { storedLength: bomb.length, crc32: crc32(bomb) }
    const hostile = head.sections.map((row) =>
      row.name === 'entries/0' ? { ...row, ...stored, rawLength: bomb.length + 100 } : row,
    )
    let unpacked = 0
    const refused = await readSection({ ...head, sections: hostile }, 'entries/0', bomb, {
      ...nodePorts,
      async inflate(bytes, rawLength) {
        const raw = await nodePorts.inflate(bytes, rawLength)
        unpacked = raw.length
        return raw
      },
    })
    expect(refused).toEqual({ ok: false, error: { kind: 'pack-damaged', what: 'entries/0' } })
    expect(unpacked).toBe(0)
  })
})

describe('readHead', () => {
  test('says what is in the pack, from its first bytes alone', async () => {
    const read = await readHead(bytes.slice(0, head.length), nodePorts.hash)
    expect(read).toEqual({ ok: true, value: head })
    expect(head.language).toBe('ba-na')
    expect(head.sections.map(({ name, codec }) => [name, codec])).toEqual([
      ['meta', 'zlib'],
      ['list', 'none'],
      ['about', 'none'],
      ['entries/0', 'zlib'],
      ['draft-list', 'zlib'],
    ])
  })

  test('names the format of a pack from a newer app, whatever else it holds', async () => {
    const newer = bytes.slice(0, 8)
    newer[4] = 2
    expect(await readHead(newer, nodePorts.hash)).toEqual({
      ok: false,
      error: { kind: 'pack-too-new', found: 2, supported: 1 },
    })
  })

  test('knows other files from packs', async () => {
    for (const text of ['<!doctype html>', 'PK\u0003\u0004', 'RON!'])
      expect(await readHead(raw(text), nodePorts.hash)).toEqual({
        ok: false,
        error: { kind: 'not-a-pack' },
      })
    expect(await readHead(raw('RO'), nodePorts.hash)).toMatchObject({
      error: { kind: 'pack-cut-short' },
    })
  })

  // Offsets in a row: 32 codec, 36 raw length, 40 stored length.
  test.each([
    ['a raw length of four gigabytes', 36, [0xff, 0xff, 0xff, 0xff]],
    ['more than deflate can shrink', 36, [0, 0, 0, 1]],
    ['a zlib section that is not the smaller', 40, [0x60, 0, 0, 0]],
    ['a codec it does not know', 32, [2, 0, 0, 0]],
    ['a name with a space', 0, [0x20]],
    ['a name that goes on after its end', 31, [0x61]],
    ['a section twice', 80, [...raw('meta')]],
    ['a first section after a full one', 240, [...raw('keys'), 0, 0, 0, 0, 0]],
  ])('refuses a table with %s, though its hash is right', async (_, at, patch) => {
    const hostile = bytes.slice(0, head.length)
    hostile.set(patch, 40 + at)
    hostile.set(await nodePorts.hash(hostile.subarray(0, head.length - 32)), head.length - 32)
    expect(await readHead(hostile, nodePorts.hash)).toEqual({
      ok: false,
      error: { kind: 'pack-damaged', what: 'head' },
    })
  })

  test('bounds the number of sections before it reads them', () => {
    expect(headLength(Uint8Array.of(0x52, 0x4f, 0x4e, 0x47, 1, 0, 0xff, 0xff))).toEqual({
      ok: false,
      error: { kind: 'pack-damaged', what: 'head' },
    })
  })
})

describe('readStarter', () => {
  const starter = bytes.slice(0, starterLength(head))

  test('reads the beginning of the pack up to the end of its first tier', async () => {
    const read = await readStarter(starter, nodePorts)
    expect(read.ok && [...read.value.keys()]).toEqual(['meta', 'list'])
  })

  test('refuses every truncation and every flipped byte', async () => {
    for (let at = 0; at < starter.length; at++) {
      const flipped = starter.slice()
      flipped[at]! ^= 0xff
      expect(await readStarter(flipped, nodePorts), `${at}`).toMatchObject({ ok: false })
      expect(await readStarter(starter.slice(0, at), nodePorts)).toMatchObject({ ok: false })
    }
  })
})

describe('writeContainer', () => {
  test('puts the tiers in order and every section at a multiple of four', async () => {
    const { head } = await writeContainer('ba-na', [...SECTIONS].reverse(), nodePorts)
    expect(head.sections.map(({ name }) => name)).toEqual([
      'list',
      'meta',
      'entries/0',
      'about',
      'draft-list',
    ])
    for (const { offset } of head.sections) expect(offset % 4).toBe(0)
  })

  test('gives the same bytes for the same sections', async () => {
    expect((await writeContainer('ba-na', SECTIONS, nodePorts)).bytes).toEqual(bytes)
  })

  test.each([
    ['a section twice', [SECTIONS[0]!, SECTIONS[0]!]],
    ['a name too long', [{ name: 'x'.repeat(33), raw: raw('') }]],
    ['a name that is not ASCII', [{ name: 'từ', raw: raw('') }]],
  ])('throws on %s', async (_, sections) => {
    await expect(writeContainer('ba-na', sections, nodePorts)).rejects.toThrow(RangeError)
  })
})

test('crc32 is the checksum of zip and PNG', () => {
  expect(crc32(raw('123456789'))).toBe(0xcbf43926)
})
