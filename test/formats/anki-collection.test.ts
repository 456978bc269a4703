import { expect, test } from 'vitest'
import { collectionStatements } from '../../src/formats/anki/collection'
import type { Note } from '../../src/formats/anki/notes'

test('notes of entries with hundreds of senses have ids of their own', () => {
  const note = (number: number, place: number): Note => ({
    guid: `${number}-${place}`,
    number,
    place,
    fields: ['a'],
    tags: [],
  })
  const places = Array.from({ length: 250 }, (_, place) => place)
  const notes = [1, 2].flatMap((number) => places.map((place) => note(number, place)))
  const statements = collectionStatements({ notes, deck: 'a', place: 1, date: '2026-11-01' })
  for (const table of ['notes', 'cards']) {
    const { rows = [] } = statements.find(({ sql }) => sql.startsWith(`INSERT INTO ${table}`))!
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length)
  }
})
