import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../src/app/app'
import { wordOfTheDay } from '../../src/app/word-of-the-day'
import { startedWorld } from './fixtures'

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
      expect(again?.row.id).toBe(word?.row.id)
      expect(word?.row.reviewState).not.toBe('draft')
    }
  })

  test('gives each language its turn, and an absent one’s turn to the next', async () => {
    const { app, pages } = await startedWorld()
    const languages = async () => {
      const words = [1, 2, 3, 4].map((day) => wordOfTheDay(app.library.shelves.value, day))
      return new Set((await Promise.all(words)).map((word) => word?.shelf.language))
    }
    expect((await languages()).size).toBe(2)
    await pages.keeper.remove(app.library.shelves.value[0]!.language)
    expect((await languages()).size).toBe(1)
  })
})
