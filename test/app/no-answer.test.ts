import { describe, expect, test } from 'vitest'
import type { Lexicon } from '../../src/lexicon/lexicon'
import {
  BA_NA,
  compile,
  createWorld,
  GIA_RAI,
  lexiconAs,
  startedWorld,
  type World,
} from './fixtures'

/** The dictionary of Gia Rai has two of the three entries: `et` is Ba Na alone. */
const startedTwo = async (): Promise<World> =>
  startedWorld({ files: await compile([lexiconAs(BA_NA), withoutEntry('bn-00152')]) })

const withoutEntry = (id: string): Lexicon => {
  const lexicon = lexiconAs(GIA_RAI)
  const isOther = ({ value }: { readonly value: { readonly entry: string } }) => value.entry !== id
  return {
    ...lexicon,
    entries: lexicon.entries.filter(({ value }) => value.id !== id),
    forms: lexicon.forms.filter(isOther),
    senses: lexicon.senses.filter(isOther),
    examples: [],
    relations: [],
    media: [],
  }
}

const whyAfter = ({ app, pages }: World, query: string) => {
  app.lookup.ask(query)
  pages.noAnswers.explain()
  return pages.noAnswers.why.value
}

describe('why there is no answer', () => {
  test('is not asked while something answers', async () => {
    const world = await startedTwo()
    expect(whyAfter(world, 'inh')).toBeUndefined()
    expect(whyAfter(world, '  ')).toBeUndefined()
  })

  test('another language has it', async () => {
    const world = await startedTwo()
    world.app.lookup.choose(GIA_RAI)
    const why = whyAfter(world, 'uống')
    expect(why?.elsewhere).toMatchObject([{ shelf: { language: BA_NA }, count: 1 }])
    world.app.lookup.choose(undefined)
    expect(world.pages.noAnswers.why.value).toBeUndefined()
    expect(world.app.lookup.answer.value.count).toBe(1)
  })

  test('a chosen dictionary is not on the device', async () => {
    const world = await startedTwo()
    await world.pages.keeper.remove(GIA_RAI)
    world.app.lookup.choose(GIA_RAI)
    expect(whyAfter(world, 'inh')).toMatchObject({
      absent: [{ language: GIA_RAI }],
      elsewhere: [{ shelf: { language: BA_NA }, count: 1 }],
    })
  })

  test('unconfirmed entries answer: they are fetched, counted, and still not shown', async () => {
    const world = await startedTwo()
    whyAfter(world, 'lễ')
    expect(world.pages.noAnswers.why.value?.drafts).toEqual([])
    await world.pages.noAnswers.settle()
    expect(world.pages.noAnswers.why.value).toMatchObject({
      drafts: [
        { shelf: { language: BA_NA }, count: 1 },
        { shelf: { language: GIA_RAI }, count: 1 },
      ],
      isNoted: false,
    })
    expect(world.app.lookup.answer.value.count).toBe(0)
    expect(world.pages.misses.list.value).toEqual([])
    world.network.isUp = false
    world.app.preferences.change({ showDrafts: true })
    await expect.poll(() => world.app.lookup.answer.value.count).toBe(2)
  })

  test('without the network the unconfirmed stay unknown, and nobody is told off', async () => {
    const world = await startedTwo()
    world.network.isUp = false
    whyAfter(world, 'lễ')
    await world.pages.noAnswers.settle()
    expect(world.pages.noAnswers.why.value?.drafts).toEqual([])
    expect(world.app.notices.shown.value).toEqual([])
  })

  test('leads to what answers its beginning, and to where it would stand', async () => {
    const world = await startedTwo()
    expect(whyAfter(world, 'inhxyzv')).toMatchObject({
      beginning: 'inh',
      letters: [
        { language: BA_NA, letter: 'I' },
        { language: GIA_RAI, letter: 'I' },
      ],
    })
    expect(whyAfter(world, 'uqqqqq')?.letters).toEqual([{ language: 'vi', letter: 'U' }])
  })

  test('belongs to its question: the next query has none until it is asked', async () => {
    const world = await startedTwo()
    whyAfter(world, 'qqqq')
    world.app.lookup.ask('qqqqq')
    expect(world.pages.noAnswers.why.value).toBeUndefined()
  })
})

describe('a query that is meant', () => {
  const settled = async ({ app, pages }: World, query: string) => {
    app.lookup.ask(query)
    await pages.noAnswers.settle()
    return pages.misses.list.value.map((miss) => `${miss.query} ${miss.count}`)
  }

  test('and that nothing answers is noted, once while it stands there', async () => {
    const world = await startedTwo()
    expect(await settled(world, ' Máy Tính ')).toEqual(['máy tính 1'])
    expect(world.pages.noAnswers.why.value?.isNoted).toBe(true)
    expect(await settled(world, ' Máy Tính ')).toEqual(['máy tính 1'])
    world.app.lookup.ask('')
    expect(await settled(world, 'máy tính')).toEqual(['máy tính 2'])
    const kept = await world.store.misses.list()
    expect(kept).toMatchObject({ value: [{ query: 'máy tính', languages: [], count: 2 }] })
  })

  test('is noted with the languages that were chosen', async () => {
    const world = await startedTwo()
    world.app.lookup.choose(GIA_RAI)
    await settled(world, 'máy tính')
    expect(world.pages.misses.list.value[0]?.languages).toEqual([GIA_RAI])
  })

  test('takes the place of its beginning, noted when the typing stopped for a moment', async () => {
    const world = await startedTwo()
    await settled(world, 'máy t')
    expect(await settled(world, 'máy tính')).toEqual(['máy tính 1'])
  })

  test.each([
    ['another language has', 'uống'],
    ['has one letter', 'q'],
    ['has no letter', '… !'],
    ['is a sentence', 'xyzq '.repeat(20)],
  ])('and that %s is not noted', async (_, query) => {
    const world = await startedTwo()
    world.app.lookup.choose(GIA_RAI)
    expect(await settled(world, query)).toEqual([])
  })

  test('is not noted while a dictionary that might have it is still to come', async () => {
    const world = await createWorld()
    expect(await settled(world, 'máy tính')).toEqual([])
  })
})

describe('the misses', () => {
  test('are there at the next visit, and go when they are told to', async () => {
    const { app, pages, store, files } = await startedTwo()
    for (const query of ['máy tính', 'ti vi']) {
      app.lookup.ask(query)
      await pages.noAnswers.settle()
      app.lookup.ask('')
    }
    const later = await startedWorld({ store, files })
    const queries = () => later.pages.misses.list.value.map(({ query }) => query).sort()
    await expect.poll(queries).toEqual(['máy tính', 'ti vi'])
    await later.pages.misses.remove('ti vi')
    expect(queries()).toEqual(['máy tính'])
    await later.pages.misses.clear()
    expect(queries()).toEqual([])
    expect(await store.misses.list()).toEqual({ ok: true, value: [] })
  })
})
