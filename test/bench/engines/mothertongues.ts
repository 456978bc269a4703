import { constructSearchers, type MTDSearch } from '@mothertongues/search'
import type { Corpus, Field } from '../../../scripts/bench/search/corpus'
import { engineOf, jsonPart, readJson } from '../engine'
import { fold, foldedForms, foldedGlosses } from '../fold'

/** term → document → where it stands there, and what that is worth. */
type Index = Record<
  string,
  Record<string, { location: [string, number][]; score: { total: number } }>
>

type Costs = Record<string, Record<string, number>>

/** Okapi BM25, as the engine's own index builder scores words. */
const K1 = 1.5
const B = 0.75

const indexOf = (texts: readonly string[], field: Field): Index => {
  const words = texts.map((text) => text.split(' ').filter((word) => word !== ''))
  const meanLength = words.reduce((sum, { length }) => sum + length, 0) / Math.max(words.length, 1)
  const index: Index = Object.create(null)
  words.forEach((ofText, place) => {
    ofText.forEach((word, position) => {
      index[word] ??= {}
      index[word][place] ??= { location: [], score: { total: 0 } }
      index[word][place].location.push([field, position])
    })
  })
  for (const postings of Object.values(index)) {
    const having = Object.keys(postings).length
    const rarity = Math.log(1 + (words.length - having + 0.5) / (having + 0.5))
    for (const [place, { location, score }] of Object.entries(postings)) {
      const length = words[Number(place)]!.length / meanLength
      const often = location.length
      const total = (rarity * often * (K1 + 1)) / (often + K1 * (1 - B + B * length))
      score.total = Math.round(total * 1000) / 1000
    }
  }
  return index
}

/** The same equivalences that Rông reads, as far as this engine can: one letter for one. */
const costsOf = ({ equivalences }: Corpus['writing']): Costs => {
  const costs: Costs = {}
  for (const { a, b = '', cost, kind } of equivalences) {
    if (kind !== 'spelling' && kind !== 'regional') continue
    const [x, y] = [fold(a), fold(b)]
    if (x.length !== 1 || y.length !== 1 || x === y) continue
    for (const [from, to] of [
      [x, y],
      [y, x],
    ] as const) {
      costs[from] ??= {}
      costs[from][to] = Math.min(costs[from][to] ?? 1, cost)
    }
  }
  return costs
}

type State = Readonly<Record<Field, MTDSearch>>

export const mothertongues = engineOf<State>({
  id: 'mothertongues',
  label: 'Mother Tongues',
  largest: 100_000,
  build: ({ entries, writing }) =>
    new Map([
      [
        'index',
        jsonPart({
          l1_index: indexOf(
            entries.map((entry) => foldedForms(entry).join(' ')),
            'headword',
          ),
          l2_index: indexOf(
            entries.map((entry) => foldedGlosses(entry).join(' ')),
            'gloss',
          ),
        }),
      ],
      ['entries-costs', jsonPart(costsOf(writing))],
    ]),
  open: (parts) => {
    const indexes = readJson<{ l1_index: Index; l2_index: Index }>(parts, 'index')
    // What is given is folded already: nothing is left for its own normaliser to do.
    const config = {
      L1: 'x',
      L2: 'vi',
      build: '',
      optional_field_name: '',
      l1_search_strategy: 'weighted_levenstein',
      l2_search_strategy: 'liblevenstein_automata',
      l1_stemmer: 'none',
      l2_stemmer: 'none',
      l1_normalization_transducer: {},
      l2_normalization_transducer: {},
      l1_search_config: {
        insertionCost: 1,
        deletionCost: 1,
        insertionAtBeginningCost: 1,
        deletionAtEndCost: 1,
        defaultSubstitutionCost: 1,
        substitutionCosts: readJson(parts, 'entries-costs'),
      },
    }
    const searchers = constructSearchers({ config, ...indexes } as unknown as Parameters<
      typeof constructSearchers
    >[0])
    const [headword, gloss] = searchers as [MTDSearch, MTDSearch]
    return { headword, gloss }
  },
  find: (state, query, field, limit) => {
    const folded = fold(query)
    const furthest = field === 'headword' && folded.length > 5 ? 2.6 : 2
    return state[field]
      .search(folded, furthest, true)
      .slice(0, limit)
      .map(([, document]) => Number(document))
  },
})
