import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listLanguages } from '../../scripts/files'
import { compileInMemory } from '../../scripts/open-pack'
import { readLexicon } from '../../scripts/read-lexicon'
import type { Finder } from '../../src/search/finder'
import { createForgivingFinder } from '../../src/search/forgiving-finder'
import { search } from '../../src/search/search'
import { openSearchable, type Searchable } from '../../src/search/searchable'
import { clusters } from '../../src/text/graphemes'
import { bareLetters } from '../../src/text/orthography'

const DATA = join(resolve(import.meta.dirname, '../..'), 'data')
/** Every so many-th word of a dictionary is asked for. */
const STEP = 5

const open = async (language: string) => {
  const { lexicon } = readLexicon(DATA, language)
  if (lexicon === undefined) throw new Error(`${language} cannot be read`)
  const { dictionary } = await compileInMemory(lexicon, { drafts: true })
  return { dictionary, searchable: openSearchable(dictionary, { drafts: true }) }
}

/** Beginnings of a text, as written and as a keyboard without the marks has them. */
const beginnings = (text: string): string[] => {
  const signs = clusters(text)
  const begun = [1, 2, 3, signs.length].map((length) => signs.slice(0, length).join(''))
  return [...new Set([...begun, ...begun.map(bareLetters)])]
}

/** Hits of a query whose marked parts begin or end within a letter. */
const split = (searchable: Searchable, query: string, finder: Finder) =>
  search([searchable], query, { limit: 30, finder }).flatMap(({ matched, ranges }) => {
    const edges = new Set([0])
    let end = 0
    for (const cluster of clusters(matched)) edges.add((end += cluster.length))
    const isWhole = ranges.every(([from, to]) => from < to && edges.has(from) && edges.has(to))
    const isOrdered = ranges.every(([from], i) => i === 0 || ranges[i - 1]![1] <= from)
    return isWhole && isOrdered ? [] : [{ query, matched, ranges }]
  })

describe('what is marked of a result', () => {
  test.each(listLanguages(DATA))(
    '%s: never a letter without its marks',
    async (language) => {
      const { dictionary, searchable } = await open(language)
      const finder = createForgivingFinder()
      const queries = [...dictionary.list.numbers()]
        .filter((_, i) => i % STEP === 0)
        .flatMap((number) => {
          const row = dictionary.listRow(number)
          return row === undefined ? [] : [row.headword, ...row.glossesVi].flatMap(beginnings)
        })
      expect(queries.length).toBeGreaterThan(100)
      expect([...new Set(queries)].flatMap((query) => split(searchable, query, finder))).toEqual([])
    },
    60_000,
  )
})
