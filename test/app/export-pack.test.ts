import { describe, expect, test } from 'vitest'
import { exportPack, lexiconOfPack } from '../../src/app/export-pack'
import { EXPORT_FORMATS, type ExportFormat } from '../../src/app/exporter'
import type { Files, ReadContext } from '../../src/formats/format'
import { FORMATS } from '../../src/formats/index'
import { xlsx } from '../../src/formats/xlsx'
import { readZip } from '../../src/formats/zip'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Dictionary } from '../../src/pack/dictionary'
import { fullEntries } from '../../src/pack/publish'
import { contentValues } from '../formats/arbitrary-lexicon'
import { ATTRIBUTION } from '../formats/attribution'
import { BA_NA, lexiconAs, startedWorld } from './fixtures'

const opened = async (options: { drafts: boolean }) => {
  const world = await startedWorld()
  world.app.preferences.change({ showDrafts: options.drafts })
  const dictionary = () => world.app.library.shelf(BA_NA)?.dictionary
  await expect.poll(() => dictionary()?.draftList !== undefined).toBe(options.drafts)
  return { ...world, dictionary: dictionary()! }
}

const lexiconOf = async (dictionary: Dictionary, drafts: boolean): Promise<Lexicon> => {
  const read = await lexiconOfPack(dictionary, { drafts })
  if (!read.ok) throw new Error(read.error.kind)
  return read.value
}

const exported = async (dictionary: Dictionary, format: ExportFormat, drafts = false) => {
  const written = await exportPack(dictionary, format, { drafts })
  if (!written.ok) throw new Error(written.error.kind)
  return written.value
}

const context = (settings: Lexicon): ReadContext => ({
  settings,
  attribution: ATTRIBUTION,
  mapping: new Map(),
})

describe('lexiconOfPack', () => {
  test('has what is confirmed, and none of what is not', async () => {
    const { dictionary } = await opened({ drafts: true })
    const { published } = fullEntries(lexiconAs(BA_NA))
    const lexicon = await lexiconOf(dictionary, false)
    expect(lexicon.entries.map(({ value }) => value)).toEqual(published.map(({ entry }) => entry))
    expect(lexicon.senses.map(({ value }) => value)).toEqual(
      published.flatMap(({ senses }) => senses),
    )
    const states = [...lexicon.forms, ...lexicon.senses].map(({ value }) => value.reviewState)
    expect(states).not.toContain('draft')
  })

  test('has what is unconfirmed where that is asked for, and never what was rejected', async () => {
    const { dictionary } = await opened({ drafts: true })
    const { published, drafts } = fullEntries(lexiconAs(BA_NA))
    const lexicon = await lexiconOf(dictionary, true)
    expect(lexicon.entries.map(({ value }) => value.number)).toEqual(
      [...new Set([...published, ...drafts].map(({ entry }) => entry.number))].sort(
        (a, b) => a - b,
      ),
    )
    const states = [...lexicon.forms, ...lexicon.senses].map(({ value }) => value.reviewState)
    expect(states).toContain('draft')
    expect(states).not.toContain('rejected')
  })

  test('leaves out forms under a share-alike licence', async () => {
    const { dictionary } = await opened({ drafts: false })
    const { forms } = await lexiconOf(dictionary, false)
    expect(lexiconAs(BA_NA).forms.map(({ value }) => value.licence)).toContain('CC-BY-SA')
    expect(forms.map(({ value }) => value.licence)).not.toContain('CC-BY-SA')
  })

  test('has the settings that formats look at', async () => {
    const { dictionary } = await opened({ drafts: false })
    const lexicon = await lexiconOf(dictionary, false)
    const whole = lexiconAs(BA_NA)
    const values = (rows: readonly { readonly value: unknown }[]) => rows.map(({ value }) => value)
    expect(lexicon.language).toEqual(whole.language)
    for (const table of ['varieties', 'graphemes', 'sources', 'retired'] as const)
      expect(values(lexicon[table]), table).toEqual(values(whole[table]))
    for (const table of ['partsOfSpeech', 'semanticDomains', 'topics', 'licences'] as const)
      expect(values(lexicon.shared[table]), table).toEqual(values(whole.shared[table]))
  })
})

describe('exportPack', () => {
  test('a workbook read back has the same entries', async () => {
    const { dictionary } = await opened({ drafts: true })
    for (const drafts of [false, true]) {
      const { name, bytes } = await exported(dictionary, 'xlsx', drafts)
      expect(name).toBe('rong-ba-na.xlsx')
      const lexicon = await lexiconOf(dictionary, drafts)
      const { lexicon: read, problems } = await xlsx.read!(
        new Map([[name, bytes]]),
        context(lexicon),
      )
      expect(problems).toEqual([])
      expect(contentValues(read!)).toEqual(contentValues(lexicon))
    }
  })

  test.each(EXPORT_FORMATS)('%s is what the format of that id writes', async (format) => {
    const { dictionary } = await opened({ drafts: true })
    const { name, bytes } = await exported(dictionary, format, true)
    const { write } = await FORMATS.find(({ id }) => id === format)!.load()
    const files = await write!(await lexiconOf(dictionary, true), { drafts: true })
    expect(unpacked(name, bytes, files.size > 1)).toEqual(new Map(sorted(files)))
  })

  test('names a file for what is in it', async () => {
    const { dictionary } = await opened({ drafts: false })
    const names = await Promise.all(
      EXPORT_FORMATS.map(async (format) => (await exported(dictionary, format)).name),
    )
    expect(names).toEqual([
      'rong-ba-na.xlsx',
      'rong-ba-na-anki.tsv',
      'rong-ba-na.csv',
      'rong-ba-na-lift.zip',
      'rong-ba-na.tei.xml',
      'rong-ba-na-stardict.zip',
      'rong-ba-na-yomitan.zip',
      'rong-ba-na.json',
    ])
  })
})

describe('the exporter', () => {
  test('saves the file and says so, until that is forgotten', async () => {
    const { pages, platform } = await opened({ drafts: false })
    const { exporter } = pages
    const saving = exporter.save(BA_NA, 'anki-tsv', { drafts: false })
    expect(exporter.state.value).toEqual({ kind: 'writing', language: BA_NA })
    await exporter.save(BA_NA, 'xlsx', { drafts: false })
    await saving
    expect(platform.saved).toMatchObject([
      { name: 'rong-ba-na-anki.tsv', type: 'text/tab-separated-values' },
    ])
    expect(exporter.state.value).toEqual({
      kind: 'saved',
      language: BA_NA,
      file: 'rong-ba-na-anki.tsv',
    })
    exporter.forget()
    expect(exporter.state.value).toEqual({ kind: 'idle' })
  })

  test('says what is missing where the pack has not all arrived', async () => {
    const { app, pages, platform } = await opened({ drafts: false })
    const dictionary = app.library.shelf(BA_NA)!.dictionary!
    const fault = { kind: 'not-here-yet', sections: ['about'] } as const
    const partial: Dictionary = { ...dictionary, about: async () => ({ ok: false, error: fault }) }
    app.library.put(BA_NA, { dictionary: partial })
    await pages.exporter.save(BA_NA, 'xlsx', { drafts: false })
    expect(pages.exporter.state.value).toEqual({ kind: 'failed', language: BA_NA, fault })
    expect(platform.saved).toEqual([])
  })
})

/** The files as the format named them: out of the zip, or without what their name begins with. */
const unpacked = (name: string, bytes: Uint8Array, isZip: boolean): Files => {
  if (!isZip) {
    const own = [`${BA_NA}.xlsx`, `${BA_NA}.csv`].find((path) => name === `rong-${path}`)
    return new Map([[own ?? name, bytes]])
  }
  const files = readZip(bytes)
  if (!files.ok) throw new Error(files.error.detail)
  return files.value
}

const sorted = (files: Files) => [...files].sort(([a], [b]) => (a < b ? -1 : 1))
