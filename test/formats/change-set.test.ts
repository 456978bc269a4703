import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import {
  CHANGE_TABLES,
  type Change,
  type ChangeSet,
  type ChangeSetOrigin,
  type ChangeSetSpeaker,
} from '../../src/formats/change-set'
import { CHANGE_SET_LIMITS, readChangeSet } from '../../src/formats/change-set/read'
import { readChange, readSpeaker } from '../../src/formats/change-set/read-line'
import { writeRefusedChanges } from '../../src/formats/change-set/refused'
import { createChangeSetWriter } from '../../src/formats/change-set/write'
import { fieldsOf } from '../../src/formats/records'
import { LANGUAGE_TABLES } from '../../src/formats/table-list'
import { readZip } from '../../src/formats/zip'
import type { Licence, VarietyId } from '../../src/lexicon/ids'

const { hash } = nodePorts
const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const AT = '2026-11-22T05:00:00.000Z'
const ORIGIN: ChangeSetOrigin = {
  app: '0.1.0',
  language: 'ba-na',
  base: { release: '2026.11.0', head: 'a'.repeat(64) },
  madeAt: AT,
}
const SPEAKER: ChangeSetSpeaker = {
  id: 's1',
  name: 'A. B.',
  variety: 'kon-tum' as VarietyId,
  place: 'C',
  birthYear: 1960,
  consent: { text: 'x', licence: 'CC-BY-4.0' as Licence, at: AT, media: 'media/c1.wav' },
}
const ADD: Change = {
  op: 'add',
  table: 'media',
  record: { id: 'new-t1', entry: 'bn-00001', kind: 'audio', path: 'media/t1.wav' },
  at: AT,
  by: 'A. B.',
  speaker: 's1',
}
const SET: Change = {
  op: 'set',
  table: 'senses',
  id: 'bn-s00001',
  field: 'glossVi',
  before: ['a'],
  after: ['a', 'b'],
  at: AT,
  by: 'A. B.',
}
const REMOVE: Change = { op: 'remove', table: 'forms', id: 'bn-f1', reason: 'a', at: AT, by: 'B' }

interface Content {
  readonly media?: ReadonlyMap<string, Uint8Array>
  readonly speakers?: readonly ChangeSetSpeaker[]
  readonly changes?: readonly Change[]
}

const written = async ({ media, speakers = [SPEAKER], changes = [ADD] }: Content = {}) => {
  const pieces: Uint8Array[] = []
  const put = (bytes: Uint8Array) => void pieces.push(bytes.slice())
  const writer = createChangeSetWriter({ origin: ORIGIN, hash, put })
  for (const [path, bytes] of media ?? MEDIA) await writer.addMedia(path, 'audio/wav', bytes)
  await writer.finish(speakers, changes)
  return new Uint8Array(Buffer.concat(pieces))
}
const MEDIA = new Map([
  ['media/c1.wav', bytesOf('consent')],
  ['media/t1.wav', bytesOf('take')],
])

const read = async (bytes: Uint8Array): Promise<ChangeSet> => {
  const set = await readChangeSet(bytes, hash)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  return set.value
}
const faultOf = async (bytes: Uint8Array) => {
  const set = await readChangeSet(bytes, hash)
  return set.ok ? undefined : set.error
}

/** The archive with other files in it; stored, as ours are. */
const altered = async (change: (files: Map<string, Uint8Array>) => void) => {
  const zip = readZip(await written())
  if (!zip.ok) throw new Error(zip.error.detail)
  const files = new Map(zip.value)
  change(files)
  return zipSync(Object.fromEntries(files), { level: 0 })
}
const withManifest = (part: object) =>
  altered((files) => {
    const manifest = JSON.parse(textOf(files.get('manifest.json')))
    files.set('manifest.json', bytesOf(JSON.stringify({ ...manifest, ...part })))
  })
const line = (part: object) => JSON.stringify({ ...ADD, ...part })

describe('a change set', () => {
  test('says what it was told', async () => {
    const set = await read(await written({ changes: [ADD, SET, REMOVE] }))
    expect(set.manifest).toMatchObject({ ...ORIGIN, changes: 3, speakers: 1 })
    expect(set.manifest.counts).toEqual({ forms: 1, media: 1, senses: 1 })
    expect(set.manifest.files.map(({ path }) => path)).toEqual([
      'media/c1.wav',
      'media/t1.wav',
      'speakers.jsonl',
      'changes.jsonl',
    ])
    expect(set.lines.map(({ change }) => change)).toEqual([ADD, SET, REMOVE])
    expect([...set.speakers.values()]).toEqual([SPEAKER])
    expect(set.media).toEqual(MEDIA)
    expect([set.damaged.size, set.unlisted, set.speakerFaults]).toEqual([0, [], []])
  })

  test('is an archive that stands open to every program: the manifest last, its lines in one order', async () => {
    const zip = readZip(await written())
    if (!zip.ok) throw new Error(zip.error.detail)
    expect([...zip.value.keys()].pop()).toBe('manifest.json')
    expect(textOf(zip.value.get('changes.jsonl'))).toBe(
      `{"op":"add","table":"media","record":{"id":"new-t1","entry":"bn-00001","kind":"audio","path":"media/t1.wav"},"at":"${AT}","by":"A. B.","speaker":"s1"}\n`,
    )
  })

  test('of the same content has the same bytes, in whatever order members were put together', async () => {
    const { op, table, record, at, by, speaker } = ADD as Extract<Change, { op: 'add' }>
    const { id, ...others } = record
    const turned = { speaker, by, at, record: { ...others, id }, table, op } as Change
    expect(await written({ changes: [turned] })).toEqual(await written())
  })

  test('writing and reading is the identity', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyChange, { maxLength: 8 }),
        fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 4 }),
        async (changes, clips) => {
          const media = new Map(clips.map((bytes, i) => [`media/x${i}.wav`, bytes]))
          const set = await read(await written({ changes, media }))
          expect(set.lines.map(({ change }) => change)).toEqual(changes)
          expect(set.media).toEqual(media)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('readChangeSet', () => {
  test('refuses what is no change set', async () => {
    expect(await faultOf(bytesOf('headword,gloss'))).toMatchObject({ kind: 'not-a-change-set' })
    expect(await faultOf(new Uint8Array(0))).toMatchObject({ kind: 'not-a-change-set' })
    expect(await faultOf(zipSync({ 'a.txt': bytesOf('a') }))).toMatchObject({
      kind: 'not-a-change-set',
    })
    expect(await faultOf(await withManifest({ format: 'x' }))).toMatchObject({
      kind: 'not-a-change-set',
    })
  })

  test('says of a later version that it is later', async () => {
    expect(await faultOf(await withManifest({ version: 2, files: 'of another kind' }))).toEqual({
      kind: 'too-new',
      found: 2,
      supported: 1,
    })
  })

  test.each([
    { version: 0 },
    { version: '1' },
    { madeAt: 'yesterday' },
    { counts: { media: -1 } },
    { base: { release: '1', head: 'x' } },
    { files: [{ path: '../x', bytes: 1, sha256: 'a'.repeat(64), type: '' }] },
    { files: [{ path: 'changes.jsonl', bytes: 1, sha256: 'b', type: '' }] },
    { files: {} },
  ])('refuses the manifest with %j', async (part) => {
    expect(await faultOf(await withManifest(part))).toEqual({
      kind: 'damaged',
      what: 'manifest.json',
    })
  })

  test('refuses lines that are not those of the manifest, and tells recordings that are not', async () => {
    const other = await altered((files) => files.set('changes.jsonl', bytesOf('{}\n')))
    expect(await faultOf(other)).toEqual({ kind: 'damaged', what: 'changes.jsonl' })
    const none = await altered((files) => files.delete('speakers.jsonl'))
    expect(await faultOf(none)).toEqual({ kind: 'damaged', what: 'speakers.jsonl' })
    const take = await altered((files) => {
      files.set('media/t1.wav', bytesOf('kate'))
      files.delete('media/c1.wav')
      files.set('__MACOSX/x', bytesOf('x'))
    })
    const set = await read(take)
    expect([...set.damaged]).toEqual(['media/c1.wav', 'media/t1.wav'])
    expect([set.media.size, set.unlisted]).toEqual([0, ['__MACOSX/x']])
  })

  test('refuses paths that lead outside, and bombs', async () => {
    const path = await altered((files) => files.set('../x', bytesOf('x')))
    expect(await faultOf(path)).toEqual({ kind: 'unsafe-path', path: '../x' })
    const bomb = zipSync({ 'media/a.wav': new Uint8Array(1 << 22) }, { level: 9 })
    const set = await readChangeSet(bomb, hash, { ...CHANGE_SET_LIMITS, bytes: 1 << 20 })
    expect(set).toMatchObject({ ok: false, error: { kind: 'too-large' } })
  })

  test('keeps a line that says nothing it knows, with the others', async () => {
    const bad = [
      'no json',
      '[]',
      '['.repeat(100_000),
      `{"x":"${'x'.repeat(1 << 20)}"}`,
      line({ op: 'rename' }),
      line({ table: 'varieties' }),
      line({ table: '__proto__' }),
      line({ extra: 1 }),
      line({ at: '2026-11-22' }),
      line({ by: '' }),
      line({ heard: 'x' }),
      line({ record: { entry: 'bn-00001' } }),
      line({ record: { id: 'bn-m00001' } }),
      line({ record: { id: 'new-1', colour: 'red' } }),
      line({ record: { id: 'new-1', constructor: 'x' } }),
      line({ record: { id: 'new-1', kind: 'smell' } }),
      line({ record: { id: 'new-1', speakerBirthYear: '1960' } }),
      line({ record: { id: 'new-1', speaker: 'a\0' } }),
      line({ record: { id: 'new-1', speaker: ['a'] } }),
      JSON.stringify({ ...SET, field: 'id', before: 'a', after: 'b' }),
      JSON.stringify({ ...SET, field: 'toString' }),
      JSON.stringify({ ...SET, after: 'text' }),
      JSON.stringify({ ...SET, table: 'forms', field: 'text', before: 'a', after: undefined }),
      JSON.stringify({ ...REMOVE, id: 'a b' }),
    ]
    expect(bad.map((text) => [text.slice(0, 80), readChange(text).ok])).toEqual(
      bad.map((text) => [text.slice(0, 80), false]),
    )
    const good = [ADD, SET, REMOVE].map((change) => JSON.stringify(change))
    expect(good.map((text) => readChange(text).ok)).toEqual([true, true, true])
  })

  test.each([
    { id: '' },
    { name: undefined },
    { birthYear: '1960' },
    { birthYear: 1 },
    { consent: undefined },
    { consent: { ...SPEAKER.consent, at: 5 } },
    { consent: { ...SPEAKER.consent, media: '../x.wav' } },
    { consent: { ...SPEAKER.consent, more: 1 } },
    { telephone: '1' },
  ])('takes no speaker with %j', (part) => {
    expect(readSpeaker(JSON.stringify({ ...SPEAKER, ...part })).ok).toBe(false)
  })

  test('never throws, and never takes a changed recording for whole', async () => {
    const whole = await written({ changes: [ADD, SET, REMOVE] })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (at, by, end, isCut) => {
          const changed = whole.slice(0, isCut ? end : whole.length)
          if (at < changed.length) changed[at]! ^= by
          const set = await readChangeSet(changed, hash)
          if (!set.ok) return
          for (const [path, bytes] of set.value.media) expect(bytes).toEqual(MEDIA.get(path))
          const known = [ADD, SET, REMOVE]
          expect(set.value.lines.map(({ change }) => change)).toEqual(known)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('writeRefusedChanges', () => {
  test('gives back the lines named with the reason, their recordings and the speakers', async () => {
    const other: Change = { ...ADD, record: { ...ADD.record, id: 'new-t2', path: 'media/t2.wav' } }
    const media = new Map([...MEDIA, ['media/t2.wav', bytesOf('other')]])
    const set = await read(await written({ media, changes: [ADD, other, SET] }))
    const pieces = await writeRefusedChanges(
      set,
      new Map([
        [2, 'why'],
        [3, 'not yet'],
      ]),
      hash,
    )
    const back = await read(new Uint8Array(Buffer.concat(pieces)))
    expect(back.lines.map(({ change }) => change)).toEqual([
      { ...other, refusal: 'why' },
      { ...SET, refusal: 'not yet' },
    ])
    expect([...back.media.keys()]).toEqual(['media/c1.wav', 'media/t2.wav'])
    expect([...back.speakers.values()]).toEqual([SPEAKER])
    expect(back.manifest).toMatchObject({ ...ORIGIN, changes: 2, counts: { media: 1, senses: 1 } })
  })
})

const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[\0\ud800-\udfff]/u.test(text))
const anyId = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)
const anyInstant = fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString())

/** A value of a field, by its kind. */
const anyValue = (kind: string, choices: readonly string[] | undefined): fc.Arbitrary<unknown> => {
  if (kind === 'number') return fc.integer()
  if (kind === 'list' || kind === 'references')
    return fc.array(anyText, { minLength: 1, maxLength: 3 })
  if (kind === 'choice') return fc.constantFrom(...(choices ?? []))
  return anyText
}

const anyChange: fc.Arbitrary<Change> = fc
  .tuple(
    fc.constantFrom(...CHANGE_TABLES),
    fc.constantFrom('add', 'set', 'remove'),
    anyId,
    anyInstant,
    anyText,
  )
  .chain(([table, op, id, at, by]) => {
    const common = { op, table, at, by }
    const fields = fieldsOf(LANGUAGE_TABLES[table].fields).filter(([name]) => name !== 'id')
    if (op === 'remove') return fc.constant({ ...common, id } as Change)
    const values = fields.map(([name, { kind, choices }]) =>
      anyValue(kind, choices).map((value): [string, unknown] => [name, value]),
    )
    if (op === 'add')
      return fc.tuple(...values).map(
        (members) =>
          ({
            ...common,
            record: { id: `new-${id}`, ...Object.fromEntries(members) },
          }) as Change,
      )
    return fc.oneof(...values).map(([field, after]) => ({ ...common, id, field, after }) as Change)
  })
