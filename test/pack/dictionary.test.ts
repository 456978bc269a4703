import { describe, expect, test } from 'vitest'
import { nodePorts } from '../../scripts/ports'
import type { Licence } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { readHead, readWhole } from '../../src/pack/container'
import { type Dictionary, openDictionary, type SectionSource } from '../../src/pack/dictionary'
import { packSections } from '../../src/pack/pack-sections'
import { tierOf } from '../../src/pack/sections'
import { writeContainer } from '../../src/pack/write-container'
import { deriveList, entryOf, formOf, lexiconOf, rowsOf } from './lexicon'

const mixed = entryOf(1, [
  formOf('f1'),
  formOf('f2', { reviewState: 'draft' }),
  formOf('f3', { licence: 'CC-BY-SA' as Licence }),
])
const draftOnly = entryOf(700, [formOf('f4', { text: 'par', reviewState: 'draft' })])
const plain = entryOf(3, [formOf('f5', { text: 'bia' })])
const retired = { id: 'xd-00002', number: 2, successor: 'xd-00003', date: '', reason: '' }
const lexicon: Lexicon = { ...lexiconOf([mixed, plain, draftOnly]), retired: rowsOf([retired]) }

const { bytes } = await writeContainer('xo-dang', packSections(lexicon, deriveList), nodePorts)
const whole = await readWhole(bytes, nodePorts)
const stored = whole.ok ? whole.value : new Map<string, Uint8Array>()

const sourceOf =
  (isHere: (name: string) => boolean): SectionSource =>
  async (names) =>
    new Map(names.flatMap((name) => (isHere(name) ? [[name, stored.get(name)!]] : [])))

const open = async (
  isHere: (name: string) => boolean = () => true,
  drafts = false,
): Promise<Dictionary> => {
  const opened = await openDictionary(bytes, sourceOf(isHere), nodePorts, { drafts })
  if (!opened.ok) throw new Error(opened.error.kind)
  return opened.value
}

const formsIn = async (dictionary: Dictionary, number: number, drafts: boolean) => {
  const full = await dictionary.entry(number, { drafts })
  return full.ok ? full.value?.forms.map(({ id }) => id) : full.error
}

describe('openDictionary', () => {
  test('needs the head and the first tier, and nothing else', async () => {
    const asked: string[] = []
    const source: SectionSource = async (names) => {
      asked.push(...names)
      return sourceOf(() => true)(names)
    }
    const head = await readHead(bytes, nodePorts.hash)
    const opened = await openDictionary(
      bytes.slice(0, head.ok ? head.value.length : 0),
      source,
      nodePorts,
      { drafts: false },
    )
    expect(asked).toEqual(['meta', 'list', 'keys', 'glosses'])
    expect(opened.ok && opened.value.meta).toMatchObject({
      code: 'xo-dang',
      entryCount: 2,
      draftCount: 1,
    })
  })

  test('says which sections of the first tier are still to come', async () => {
    const missing = await openDictionary(
      bytes,
      sourceOf((name) => name === 'meta'),
      nodePorts,
      {
        drafts: false,
      },
    )
    expect(missing).toEqual({
      ok: false,
      error: { kind: 'not-here-yet', sections: ['list', 'keys', 'glosses'] },
    })
  })

  test('refuses a section that is not the one of its head', async () => {
    const swapped: SectionSource = async (names) =>
      new Map(names.map((name) => [name, stored.get('meta')!]))
    expect(await openDictionary(bytes, swapped, nodePorts, { drafts: false })).toMatchObject({
      ok: false,
      error: { kind: 'pack-damaged' },
    })
  })

  test('hands out sections on which typed arrays can be laid', async () => {
    const shifted: SectionSource = async (names) =>
      new Map(
        names.map((name) => {
          const section = stored.get(name)!
          const copy = new Uint8Array(section.length + 1)
          copy.set(section, 1)
          return [name, copy.subarray(1)]
        }),
      )
    const opened = await openDictionary(bytes, shifted, nodePorts, { drafts: true })
    for (const name of ['keys', 'glosses', 'draft-keys', 'draft-glosses'])
      expect(opened.ok && opened.value.section(name)!.byteOffset % 4).toBe(0)
  })

  test('takes a pack without drafts, asked for them or not', async () => {
    const none = await writeContainer(
      'xo-dang',
      packSections(lexiconOf([plain]), deriveList),
      nodePorts,
    )
    const sections = await readWhole(none.bytes, nodePorts)
    const opened = await openDictionary(
      none.bytes,
      async () => (sections.ok ? sections.value : new Map()),
      nodePorts,
      { drafts: true },
    )
    expect(opened.ok && opened.value.hasDrafts).toBe(false)
    expect(opened.ok && opened.value.draftList).toBeUndefined()
  })
})

describe('Dictionary.listRow', () => {
  test('gives a row by number, none for a number that was retired', async () => {
    const dictionary = await open()
    expect(dictionary.listRow(3)).toMatchObject({ id: 'xd-00003', headword: 'bia' })
    expect(dictionary.listRow(2)).toBeUndefined()
    const about = await dictionary.about()
    expect(about.ok && about.value.retired).toEqual([retired])
  })

  test('puts drafts over published rows, where they are open and wanted', async () => {
    const dictionary = await open(() => true, true)
    expect(dictionary.listRow(1)!.reviewState).toBe('draft')
    expect(dictionary.listRow(1, { drafts: false })!.reviewState).toBe('attested')
    expect(dictionary.listRow(700)!.headword).toBe('par')
    expect(dictionary.listRow(700, { drafts: false })).toBeUndefined()
    expect((await open()).listRow(700)).toBeUndefined()
  })
})

describe('Dictionary.entry', () => {
  test('joins share-alike forms to the others', async () => {
    expect(await formsIn(await open(), 1, false)).toEqual(['f1', 'f3'])
  })

  test('shows drafts in their place when they are wanted', async () => {
    const dictionary = await open()
    expect(await formsIn(dictionary, 1, true)).toEqual(['f1', 'f2', 'f3'])
    expect(await formsIn(dictionary, 700, true)).toEqual(['f4'])
    expect(await formsIn(dictionary, 700, false)).toBeUndefined()
    expect(await formsIn(dictionary, 3, true)).toEqual(['f5'])
  })

  test('says that the entry is not here yet while the full tier is on its way', async () => {
    const dictionary = await open((name) => tierOf(name) === 'first')
    const notHere = (name: string) => ({ kind: 'not-here-yet', sections: [name] })
    expect(await formsIn(dictionary, 1, false)).toEqual(notHere('entries/0'))
    expect(await dictionary.about()).toEqual({ ok: false, error: notHere('about') })
    expect(await dictionary.groups()).toEqual({ ok: false, error: notHere('groups') })
  })

  test('finds the entry once its block has come', async () => {
    let isHere = false
    const dictionary = await open((name) => isHere || tierOf(name) === 'first')
    expect(await formsIn(dictionary, 3, false)).toMatchObject({ kind: 'not-here-yet' })
    isHere = true
    expect(await formsIn(dictionary, 3, false)).toEqual(['f5'])
  })

  test('does without what only adds: drafts and share-alike forms that are not here', async () => {
    const dictionary = await open((name) => tierOf(name) !== 'drafts' && name !== 'share-alike')
    expect(await formsIn(dictionary, 1, true)).toEqual(['f1'])
  })

  test('knows no entry under a number beyond all blocks', async () => {
    expect(await formsIn(await open(), 0xffffffff, true)).toBeUndefined()
  })
})
