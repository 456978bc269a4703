import { describe, expect, test } from 'vitest'
import { BA_NA, createWorld, GIA_RAI, startedWorld } from './fixtures'

const ids = ({ app }: Awaited<ReturnType<typeof createWorld>>) =>
  app.lookup.answer.value.groups.flatMap(({ language, hits }) =>
    hits.map(({ row }) => `${language} ${row.id}`),
  )

describe('the lookup', () => {
  test('finds a word of every language by its Vietnamese gloss, without its marks', async () => {
    const world = await startedWorld()
    world.app.lookup.ask('uong')
    expect(ids(world)).toEqual(['ba-na bn-00152', 'gia-rai bn-00152'])
  })

  test('searches the chosen language alone', async () => {
    const world = await startedWorld()
    world.app.lookup.choose(GIA_RAI)
    world.app.lookup.ask('inh')
    expect(ids(world)).toEqual(['gia-rai bn-00001'])
    world.app.lookup.choose(undefined)
    expect(ids(world)).toHaveLength(2)
  })

  test('shows drafts only when they are asked for', async () => {
    const world = await startedWorld()
    world.app.lookup.choose(BA_NA)
    world.app.lookup.ask('lễ')
    expect(ids(world)).toEqual([])
    world.app.preferences.change({ showDrafts: true })
    await expect.poll(() => ids(world)).toEqual(['ba-na bn-00781'])
    expect(world.app.lookup.answer.value.groups[0]?.hits[0]?.row.reviewState).toBe('draft')
    world.app.preferences.change({ showDrafts: false })
    await expect.poll(() => ids(world)).toEqual([])
  })

  test('groups homographs in the order of their numbers', async () => {
    const world = await startedWorld()
    world.app.preferences.change({ showDrafts: true, languages: [BA_NA] })
    world.app.lookup.ask('et')
    await expect
      .poll(() => world.app.lookup.answer.value.groups[0]?.hits.map(({ row }) => row.homograph))
      .toEqual([1, 2])
  })

  test('says which packs are still on their way', async () => {
    const world = await createWorld()
    world.app.lookup.ask('inh')
    expect(world.app.lookup.answer.value.arriving.map(({ language }) => language)).toEqual([
      BA_NA,
      GIA_RAI,
    ])
    await world.app.start()
    expect(world.app.lookup.answer.value.arriving).toEqual([])
  })

  test('takes a query of any length', async () => {
    const world = await startedWorld()
    world.app.lookup.ask('inh '.repeat(2500))
    expect(world.app.lookup.answer.value).toMatchObject({ count: 0, hasMore: false })
    world.app.lookup.ask(`inh${' '.repeat(10_000)}`)
    expect(world.app.lookup.answer.value.groups[0]).toMatchObject({ headword: 'inh' })
  })

  test('answers nothing to an empty query', async () => {
    const world = await startedWorld()
    world.app.lookup.ask('   ')
    expect(world.app.lookup.answer.value).toMatchObject({ count: 0, groups: [], similar: [] })
  })
})
