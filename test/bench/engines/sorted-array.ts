import { distance } from '../../../scripts/bench/search/ceiling'
import type { Corpus, Field } from '../../../scripts/bench/search/corpus'
import { engineOf, type Parts } from '../engine'
import { fold, foldedForms, foldedGlosses } from '../fold'

const MOST_EDITS = 2
const NOTHING_BETWEEN = '\n'

/** Folded texts in order, and whose each is. */
interface Column {
  readonly texts: readonly string[]
  readonly places: Uint32Array
}

const columnParts = (corpus: Corpus, field: Field): [string, Uint8Array][] => {
  const foldedOf = field === 'headword' ? foldedForms : foldedGlosses
  const pairs = corpus.entries
    .flatMap((entry, place) => foldedOf(entry).map((text) => ({ text, place })))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.place - b.place))
  const places = Uint32Array.from(pairs, ({ place }) => place)
  const texts = pairs.map(({ text }) => text).join(NOTHING_BETWEEN)
  return [
    [`${field}-texts`, new TextEncoder().encode(texts)],
    [`${field}-places`, new Uint8Array(places.buffer)],
  ]
}

const openColumn = (parts: Parts, field: Field): Column => {
  const places = parts.get(`${field}-places`)!
  return {
    texts: new TextDecoder().decode(parts.get(`${field}-texts`)).split(NOTHING_BETWEEN),
    places: new Uint32Array(places.buffer, places.byteOffset, places.byteLength / 4),
  }
}

/** The first text that is not before `key`. */
const placeIn = (texts: readonly string[], key: string): number => {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (texts[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

/** What a morning's work gives: binary search for beginnings, then every text held against the query. */
export const sortedArray = engineOf<Readonly<Record<Field, Column>>>({
  id: 'sorted-array',
  label: 'sorted array',
  largest: 100_000,
  build: (corpus) => new Map([...columnParts(corpus, 'headword'), ...columnParts(corpus, 'gloss')]),
  open: (parts) => ({ headword: openColumn(parts, 'headword'), gloss: openColumn(parts, 'gloss') }),
  find: (columns, query, field, limit) => {
    const { texts, places } = columns[field]
    const folded = fold(query)
    const found = new Set<number>()
    const first = placeIn(texts, folded)
    for (let i = first; texts[i]?.startsWith(folded) && found.size < limit; i++)
      found.add(places[i]!)
    if (found.size >= limit || folded.length < 3) return [...found]
    const rows = [0, 1, 2].map(() => new Uint8Array(256))
    const near: { readonly place: number; readonly edits: number }[] = []
    texts.forEach((text, i) => {
      const edits = distance(folded, text, MOST_EDITS, rows)
      if (edits <= MOST_EDITS) near.push({ place: places[i]!, edits })
    })
    for (const { place } of near.sort((a, b) => a.edits - b.edits)) found.add(place)
    return [...found].slice(0, limit)
  },
})
