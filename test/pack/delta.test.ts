import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import type { FullEntry } from '../../src/lexicon/full-entry'
import type { Licence } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { readSection, readWhole, rowsOf as rowsOfTier } from '../../src/pack/container'
import { applyDelta, readAll } from '../../src/pack/delta'
import { encodeEntry } from '../../src/pack/entries'
import { packSections } from '../../src/pack/pack-sections'
import { openRows } from '../../src/pack/rows'
import { tierOf } from '../../src/pack/sections'
import { writeContainer } from '../../src/pack/write-container'
import { writeDelta } from '../../src/pack/write-delta'
import { deriveList, entryOf, formOf, lexiconOf } from './lexicon'

const packOf = async (lexicon: Lexicon) => {
  const sections = packSections(lexicon, deriveList)
  return { ...(await writeContainer('xo-dang', sections, nodePorts)), sections }
}

type Pack = Awaited<ReturnType<typeof packOf>>

const apply = async (
  base: Pack,
  delta: Uint8Array,
  isHere: (name: string) => boolean = () => true,
  deflate?: (bytes: Uint8Array) => Promise<Uint8Array>,
) => {
  const stored = await readWhole(base.bytes, nodePorts)
  const here = new Map([...(stored.ok ? stored.value : [])].filter(([name]) => isHere(name)))
  const source = async (names: readonly string[]) =>
    new Map([...here].filter(([name]) => names.includes(name)))
  const headBytes = base.bytes.slice(0, base.head.length)
  const ports = deflate ? { ...nodePorts, deflate } : nodePorts
  return applyDelta({ headBytes, source }, delta, ports, deriveList)
}

const deltaOf = async (base: Pack, target: Pack) => {
  const delta = await writeDelta(base.bytes, target.bytes, nodePorts)
  if (!delta.ok) throw new Error(delta.error.kind)
  return delta.value
}

const arbitraryLexicon: fc.Arbitrary<Lexicon> = fc
  .record({
    entries: fc.uniqueArray(
      fc
        .record({
          number: fc.integer({ min: 1, max: 1100 }),
          text: fc.constantFrom('par', 'bia', 'pɛ̰ə'),
          state: fc.constantFrom('attested' as const, 'draft' as const, 'rejected' as const),
          licence: fc.constantFrom('CC-BY-4.0', 'CC-BY-SA'),
        })
        .map(
          ({ number, text, state, licence }): FullEntry =>
            entryOf(number, [
              formOf(`xd-f${number}0`, { text }),
              formOf(`xd-f${number}1`, { reviewState: state, licence: licence as Licence }),
            ]),
        ),
      { selector: ({ entry }) => entry.number, maxLength: 12 },
    ),
    release: fc.constantFrom('2026.11.0', '2026.12.0'),
  })
  .map(({ entries, release }) => lexiconOf(entries, release))

const two = entryOf(26, [formOf('xd-f00056')])
const base = await packOf(lexiconOf([two, entryOf(27, [formOf('xd-f00057', { text: 'par' })])]))
const target = await packOf(
  lexiconOf([two, entryOf(28, [formOf('xd-f00058', { text: 'bia' })])], '2026.12.0'),
)

describe('applyDelta', () => {
  test('gives the newer pack, byte for byte, whatever changed', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon, arbitraryLexicon, async (before, after) => {
        const older = await packOf(before)
        const newer = await packOf(after)
        const updated = await apply(older, await deltaOf(older, newer))
        if (!updated.ok) throw new Error(JSON.stringify(updated.error))
        expect(updated.value.headBytes).toEqual(newer.bytes.slice(0, newer.head.length))
        expect([...updated.value.sections.keys()].sort()).toEqual(
          newer.sections.map(({ name }) => name).sort(),
        )
        for (const { name, raw } of newer.sections)
          expect(
            await readSection(newer.head, name, updated.value.sections.get(name)!, nodePorts),
          ).toEqual({ ok: true, value: raw })
      }),
      { numRuns: 40 },
    )
  })

  test('gives sections as stored where the device can deflate as the compiler did', async () => {
    const delta = await deltaOf(base, target)
    const updated = await apply(base, delta, undefined, nodePorts.deflate)
    const whole = await readWhole(target.bytes, nodePorts)
    expect(updated.ok && updated.value.sections).toEqual(whole.ok && whole.value)
    const otherwise = await apply(base, delta, undefined, async (raw) =>
      zlibSync(raw, { level: 0 }),
    )
    expect(otherwise.ok).toBe(true)
  })

  test('updates the drafts where all of them are here, and otherwise leaves them out', async () => {
    const draft = entryOf(30, [formOf('xd-f00060', { reviewState: 'draft' })])
    const older = await packOf(lexiconOf([two, draft]))
    const newer = await packOf(lexiconOf([two, draft], '2026.12.0'))
    const delta = await deltaOf(older, newer)
    const tiersOf = async (isHere: (name: string) => boolean) => {
      const updated = await apply(older, delta, isHere)
      return updated.ok && new Set([...updated.value.sections.keys()].map(tierOf))
    }
    expect(await tiersOf(() => true)).toEqual(new Set(['first', 'full', 'drafts']))
    expect(await tiersOf((name) => tierOf(name) !== 'drafts')).toEqual(new Set(['first', 'full']))
    expect(rowsOfTier(newer.head, 'drafts').length).toBeGreaterThan(0)
  })

  test('refuses a delta that starts elsewhere', async () => {
    const delta = await deltaOf(target, base)
    expect(await apply(base, delta)).toEqual({
      ok: false,
      error: { kind: 'pack-damaged', what: 'delta' },
    })
  })

  test('says what it lacks of the older pack', async () => {
    const delta = await deltaOf(base, target)
    expect(await apply(base, delta, (name) => name !== 'entries/0')).toEqual({
      ok: false,
      error: { kind: 'not-here-yet', sections: ['entries/0'] },
    })
  })

  test('refuses a writer that no longer writes what the newer pack holds', async () => {
    const delta = await deltaOf(base, target)
    const stored = await readWhole(base.bytes, nodePorts)
    const updated = await applyDelta(
      { headBytes: base.bytes, source: async () => (stored.ok ? stored.value : new Map()) },
      delta,
      nodePorts,
      (meta, entries) => new Map([...deriveList(meta, entries), ['keys', Uint8Array.of(1)]]),
    )
    expect(updated).toEqual({ ok: false, error: { kind: 'pack-damaged', what: 'keys' } })
  })

  test('refuses every truncation and every flipped byte of a delta', async () => {
    const delta = await deltaOf(base, target)
    for (let at = 0; at < delta.length; at += 7) {
      const flipped = delta.slice()
      flipped[at]! ^= 0x10
      expect(await apply(base, flipped), `byte ${at}`).toMatchObject({ ok: false })
      expect(await apply(base, delta.slice(0, at))).toMatchObject({ ok: false })
    }
  })

  test('refuses a pack in place of a delta', async () => {
    expect(await apply(base, target.bytes)).toMatchObject({ ok: false })
  })
})

describe('writeDelta', () => {
  test('holds the rows that changed and no others', async () => {
    const [one, three] = [1, 3].map((number) => entryOf(number, [formOf(`xd-f${number}`)]))
    const changed = entryOf(1, [formOf('xd-f1', { text: 'par' })])
    const added = entryOf(4, [formOf('xd-f4')])
    const older = await packOf(lexiconOf([one!, two, three!]))
    const newer = await packOf(lexiconOf([changed, two, added]))
    const sections = await readAll(await deltaOf(older, newer), nodePorts)
    if (!sections.ok) throw new Error(sections.error.kind)
    // The number of entries stays: meta and about are as they were.
    expect([...sections.value.keys()]).toEqual(['delta', 'head', 'rows'])
    const rows = openRows(sections.value.get('rows')!)!
    expect([...rows.numbers()].map((number) => [number, rows.text(number)])).toEqual([
      [1, encodeEntry(changed)],
      [3, ''],
      [4, encodeEntry(added)],
    ])
  })
})
