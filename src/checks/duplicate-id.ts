import type { Lexicon } from '../lexicon/lexicon'
import { GRAPHEME_FIELDS } from '../lexicon/orthography-row'
import type { Place } from '../lexicon/problem'
import type { Check } from './check'
import { tablesOf, textsIn } from './walk/tables'

/**
 * Ids of the things a reference, a review or a favourite can point at are unique across their tables;
 * those of any other table within it. A retired id counts as taken for ever.
 */
export const duplicateId: Check = {
  code: 'duplicate-id',
  *run(lexicon) {
    const firstBySpace = new Map<string, Map<string, () => Place>>()
    for (const { space, id, at } of idsOf(lexicon)) {
      const firstById = firstBySpace.get(space) ?? new Map<string, () => Place>()
      firstBySpace.set(space, firstById)
      const first = firstById.get(id)
      if (first === undefined) firstById.set(id, at)
      else if (id !== '')
        yield { code: 'duplicate-id', severity: 'error', at: at(), given: id, first: first() }
    }
  },
}

/** Tables whose ids are of one space. */
const POINTED_AT = ['entries', 'forms', 'senses', 'examples', 'relations', 'media', 'retired']

interface Id {
  readonly space: string
  readonly id: string
  readonly at: () => Place
}

function* idsOf(lexicon: Lexicon): Iterable<Id> {
  for (const { name: table, fields, rows } of tablesOf(lexicon)) {
    const space = POINTED_AT.includes(table) ? 'pointed-at' : table
    for (const [name, { kind, column }] of fields) {
      if (kind !== 'id') continue
      for (const { value, place } of rows)
        for (const id of textsIn(value, name)) yield { space, id, at: () => place(column) }
    }
  }
  for (const { value, place } of lexicon.sources)
    yield { space: 'sources', id: value.id, at: () => place() }
  const { column } = GRAPHEME_FIELDS.grapheme
  for (const { value, place } of lexicon.graphemes)
    yield { space: 'graphemes', id: value.grapheme, at: () => place(column) }
}
