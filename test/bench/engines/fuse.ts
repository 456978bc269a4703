import Fuse from 'fuse.js'
import type { Field } from '../../../scripts/bench/search/corpus'
import { engineOf, jsonPart, type Parts, readJson } from '../engine'
import { fold, foldedForms, foldedGlosses } from '../fold'

interface Folded {
  readonly headword: readonly string[]
  readonly gloss: readonly string[]
}

const FIELDS: readonly Field[] = ['headword', 'gloss']

type State = Readonly<Record<Field, Fuse<Folded>>>

const opened = (parts: Parts, field: Field): Fuse<Folded> =>
  new Fuse(
    readJson<Folded[]>(parts, 'texts'),
    { keys: [field], threshold: 0.4, ignoreLocation: true, fieldNormWeight: 2 },
    Fuse.parseIndex<Folded>(readJson(parts, field)),
  )

export const fuse = engineOf<State>({
  id: 'fuse',
  label: 'Fuse.js',
  largest: 10_000,
  build: ({ entries }) => {
    const texts = entries.map((entry): Folded => {
      return { headword: foldedForms(entry), gloss: foldedGlosses(entry) }
    })
    return new Map([
      ['texts', jsonPart(texts)],
      ...FIELDS.map((field) => [field, jsonPart(Fuse.createIndex([field], texts))] as const),
    ])
  },
  open: (parts) => ({ headword: opened(parts, 'headword'), gloss: opened(parts, 'gloss') }),
  find: (state, query, field, limit) =>
    state[field].search(fold(query), { limit }).map(({ refIndex }) => refIndex),
})
