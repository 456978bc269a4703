import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import type { Field } from '../../../scripts/bench/search/corpus'
import { readTelex, readVni } from '../../../src/text/typing'
import { type Engine, engineOf, jsonPart } from '../engine'
import { fold, foldedForms, foldedGlosses } from '../fold'

const INDEX: Options = {
  idField: 'place',
  fields: ['headword', 'gloss'],
  tokenize: (text) => text.split(' ').filter((word) => word !== ''),
  processTerm: (word) => word,
}

/** Whole words before beginnings before near ones; short fields first; no fuzz in the shortest words. */
const SEARCH: SearchOptions = {
  prefix: true,
  fuzzy: (word) => (word.length < 3 ? false : word.length < 6 ? 1 : 2),
  maxFuzzy: 2,
  weights: { fuzzy: 0.3, prefix: 0.5 },
  bm25: { k: 1.2, b: 1, d: 0.5 },
}

/** A reading of the keys that is not the keys as they stand counts a little less. */
const READ_OTHERWISE = 0.95

const minisearch = (id: string, label: string, readingsOf: (query: string) => string[]): Engine =>
  engineOf<MiniSearch>({
    id,
    label,
    build: ({ entries }) => {
      const index = new MiniSearch(INDEX)
      index.addAll(
        entries.map((entry, place) => ({
          place,
          headword: foldedForms(entry).join(' '),
          gloss: foldedGlosses(entry).join(' '),
        })),
      )
      return new Map([['index', jsonPart(index)]])
    },
    open: (parts) => MiniSearch.loadJSON(new TextDecoder().decode(parts.get('index')), INDEX),
    find: (index, query, field, limit) => best(index, readingsOf(query), field).slice(0, limit),
  })

const best = (index: MiniSearch, readings: readonly string[], field: Field): number[] => {
  const scores = new Map<number, number>()
  readings.forEach((reading, i) => {
    for (const { id, score } of index.search(reading, { ...SEARCH, fields: [field] })) {
      const weighed = i === 0 ? score : score * READ_OTHERWISE
      scores.set(id, Math.max(scores.get(id) ?? 0, weighed))
    }
  })
  return [...scores].sort(([, a], [, b]) => b - a).map(([place]) => place)
}

const foldedReadings = (query: string): string[] => [
  ...new Set([query, readTelex(query), readVni(query)].map(fold)),
]

export const tuned = minisearch('minisearch', 'MiniSearch', (query) => [fold(query)])
export const withFront = minisearch('minisearch-telex', 'MiniSearch + Telex', foldedReadings)
