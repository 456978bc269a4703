import { describe, expect, test } from 'vitest'
import { openAbout } from '../../src/app/about'
import { openBrowse } from '../../src/app/browse'
import { openCompare } from '../../src/app/compare'
import { openTheme, openThemes } from '../../src/app/themes'
import type { ConceptId } from '../../src/lexicon/ids'
import { BA_NA, GIA_RAI, startedWorld, until } from './fixtures'

describe('openBrowse', () => {
  test('files the entries of one language under its letters', async () => {
    const { app } = await startedWorld()
    const { groups } = openBrowse(app, BA_NA).value.value
    expect(
      groups.map(({ letter, lines }) => [letter, lines.map(({ row }) => row.headword)]),
    ).toEqual([
      ['E', ['et']],
      ['I', ['inh']],
    ])
  })

  test('files all languages under the Vietnamese glosses', async () => {
    const { app } = await startedWorld()
    const { groups } = openBrowse(app, 'vi').value.value
    expect(groups.map(({ letter, lines }) => [letter, lines.map(({ gloss }) => gloss)])).toEqual([
      ['M', ['mình', 'mình']],
      ['T', ['tôi', 'tôi']],
      ['U', ['uống', 'uống']],
    ])
  })
})

describe('openThemes', () => {
  test('counts the entries of each topic over all languages', async () => {
    const { app } = await startedWorld()
    const { themes } = await until(openThemes(app, 'topics'), ({ isArriving }) => !isArriving)
    expect(themes).toMatchObject([{ id: 'tu-gioi-thieu', count: 2 }])
  })

  test('gathers the entries of a domain language by language', async () => {
    const { app } = await startedWorld()
    const view = await until(
      openTheme(app, 'domains', 'food-drink'),
      ({ theme }) => theme !== undefined,
    )
    expect(view.languages.map(({ rows }) => rows.map(({ headword }) => headword))).toEqual([
      ['et'],
      ['et'],
    ])
  })
})

describe('openCompare', () => {
  test('lists the forms of a concept by variety', async () => {
    const { app } = await startedWorld()
    const view = await until(openCompare(app, '1209' as ConceptId), ({ kind }) => kind === 'open')
    if (view.kind !== 'open') throw new Error(view.kind)
    expect(view.columns[0]?.varieties.map(({ variety }) => variety.id)).toEqual([
      'ba-na',
      'kon-tum',
      'pleiku',
    ])
  })

  test('does not know a concept that no pack has', async () => {
    const { app } = await startedWorld()
    const view = await until(openCompare(app, '1' as ConceptId), ({ kind }) => kind !== 'opening')
    expect(view.kind).toBe('unknown')
  })
})

describe('openAbout', () => {
  test('gives the counts and sources of a pack', async () => {
    const { app } = await startedWorld()
    const view = await until(openAbout(app, GIA_RAI), ({ kind }) => kind === 'open')
    expect(view).toMatchObject({ about: { counts: { entries: 2 } } })
  })
})

describe('the search through everything', () => {
  test('finds an example and says where', async () => {
    const { pages } = await startedWorld()
    await pages.content.find('từ người nói')
    expect(pages.content.view.value).toMatchObject({
      kind: 'found',
      finds: [{ hit: { field: 'definition' } }, { hit: { field: 'definition' } }],
      missing: [],
    })
  })

  test('says which languages it could not look into', async () => {
    const world = await startedWorld()
    await world.pages.keeper.remove(GIA_RAI)
    await world.pages.content.find('inh')
    expect(world.pages.content.view.value).toMatchObject({ missing: [{ language: GIA_RAI }] })
  })
})

describe('favourites and history', () => {
  test('are kept for the next visit, newest first', async () => {
    const world = await startedWorld()
    const [et, inh] = [152, 1].map((n) => world.app.library.shelf(BA_NA)!.dictionary!.listRow(n)!)
    await world.pages.favourites.add(BA_NA, et!)
    await world.pages.history.visit(BA_NA, et!)
    await world.pages.history.visit(BA_NA, inh!)
    await world.pages.history.visit(BA_NA, et!)
    expect(world.pages.history.list.value.map(({ headword }) => headword)).toEqual(['et', 'inh'])
    const later = await startedWorld({ store: world.store, files: world.files })
    await expect.poll(() => later.pages.favourites.list.value).toHaveLength(1)
    expect(later.pages.favourites.has(BA_NA, et!.id)).toBe(true)
    await later.pages.favourites.remove(BA_NA, et!.id)
    expect(later.pages.favourites.has(BA_NA, et!.id)).toBe(false)
  })
})

describe('the device', () => {
  test('is asked once for lasting storage', async () => {
    const { pages, platform } = await startedWorld()
    await pages.device.persist()
    await pages.device.persist()
    expect(platform.persistAsked).toBe(1)
    expect(pages.device.isPersisted.value).toBe(true)
  })
})
