import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../src/app/app'
import { wordOfTheDay } from '../../src/app/word-of-the-day'
import { createWorld, startedWorld } from './fixtures'

type Word = Awaited<ReturnType<typeof wordOfTheDay>>
const rowOf = (word: Word) => (typeof word === 'string' ? undefined : word.row)
const idOf = (word: Word) => rowOf(word)?.id
const languageOf = (word: Word) => (typeof word === 'string' ? word : word.shelf.language)

describe('dayNumber', () => {
  test('changes at midnight on the wall, not in Greenwich', () => {
    const late = Date.UTC(2026, 10, 22, 16, 59)
    expect(dayNumber(late + 60_000, -420) - dayNumber(late, -420)).toBe(1)
  })
})

describe('wordOfTheDay', () => {
  test('is the same all day and never a draft', async () => {
    const { app } = await startedWorld()
    app.preferences.change({ showDrafts: true })
    for (let day = 20_000; day < 20_060; day++) {
      const word = await wordOfTheDay(app.library.shelves.value, day)
      const again = await wordOfTheDay(app.library.shelves.value, day)
      expect(idOf(again)).toBe(idOf(word))
      expect(['attested', 'reviewed']).toContain(rowOf(word)?.reviewState)
    }
  })

  test('gives each language its turn, and an absent one’s turn to the next', async () => {
    const { app, pages } = await startedWorld()
    const languages = async () => {
      const words = [1, 2, 3, 4].map((day) => wordOfTheDay(app.library.shelves.value, day))
      return new Set((await Promise.all(words)).map((word) => languageOf(word)))
    }
    expect((await languages()).size).toBe(2)
    await pages.keeper.remove(app.library.shelves.value[0]!.language)
    expect((await languages()).size).toBe(1)
  })

  test('waits for a pack that is on its way, and is not shown where there is none', async () => {
    const world = await createWorld()
    expect(await wordOfTheDay(world.app.library.shelves.value, 1)).toBe('waiting')
    const { app, pages } = await startedWorld()
    for (const { language } of app.library.shelves.value) await pages.keeper.remove(language)
    expect(await wordOfTheDay(app.library.shelves.value, 1)).toBe('none')
  })
})
