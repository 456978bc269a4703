import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { LanguageCode } from '../lexicon/ids'
import type { Finder } from '../search/finder'
import type { Hit } from '../search/hit'
import { plainFinder } from '../search/plain-finder'
import { search } from '../search/search'
import { openSearchable, type Searchable } from '../search/searchable'
import type { Library } from './library'
import type { Preferences } from './preferences'
import type { Shelf } from './shelf'

/** Rows on the page, more when asked: what is drawn at each keystroke must not stall a phone. */
const SHOWN_HITS = 12
const MORE_HITS = 100

/** Hits of one headword of one language stand together, as a printed dictionary has them. */
export interface HitGroup {
  readonly language: LanguageCode
  readonly headword: string
  readonly hits: readonly Hit[]
}

export interface Answer {
  readonly query: string
  readonly groups: readonly HitGroup[]
  /** Hits of words that are only like the query. */
  readonly similar: readonly HitGroup[]
  readonly count: number
  /** There are more than are shown. */
  readonly hasMore: boolean
  /** Names of the languages searched whose pack has not arrived. */
  readonly arriving: readonly Shelf[]
}

export interface Lookup {
  readonly query: ReadonlySignal<string>
  readonly answer: ReadonlySignal<Answer>
  /** The languages searched that the library lists; all when none is chosen. */
  readonly languages: ReadonlySignal<readonly Shelf[]>
  ask(query: string): void
  showMore(): void
  /** None: all. */
  choose(language: LanguageCode | undefined): void
  /**
   * Answers by another finder from now on: the forgiving one, once it has been fetched. What it works
   * out once a dictionary is worked out here, so that the first key typed need not wait: to be called
   * again when dictionaries have come.
   */
  findBy(finder: Finder): void
}

export const createLookup = (library: Library, preferences: Preferences): Lookup => {
  const asked = signal({ query: '', limit: SHOWN_HITS })
  const query = computed(() => asked.value.query)
  const finder = signal(plainFinder)
  const chosen = computed(() => preferences.settings.value.languages)
  const showDrafts = computed(() => preferences.settings.value.showDrafts)
  const languages = computed(() => {
    const shelves = library.shelves.value
    const some = shelves.filter(({ language }) => chosen.value.includes(language))
    return some.length === 0 ? shelves : some
  })
  const searchableOf = createOpener()
  const searchables = computed(() => {
    const drafts = showDrafts.value
    return languages.value.flatMap(({ dictionary }) =>
      dictionary === undefined ? [] : [searchableOf(dictionary, drafts)],
    )
  })
  const open = sameItems(searchables)
  const answer = computed((): Answer => {
    const { query: text, limit } = asked.value
    const arriving = languages.value.filter(isArriving)
    const found = search(open.value, text, {
      limit: limit + 1,
      preferred: preferences.settings.value.preferredVariety,
      finder: finder.value,
    })
    const hits = found.slice(0, limit)
    return {
      query: text,
      groups: groupHits(hits.filter(({ tier }) => tier !== 'near')),
      similar: groupHits(hits.filter(({ tier }) => tier === 'near')),
      count: hits.length,
      hasMore: found.length > hits.length,
      arriving,
    }
  })
  return {
    query,
    answer,
    languages,
    ask: (text) => {
      if (text !== query.value) asked.value = { query: text, limit: SHOWN_HITS }
    },
    showMore: () => {
      const { query: text, limit } = asked.value
      asked.value = { query: text, limit: limit + MORE_HITS }
    },
    choose: (language) =>
      preferences.change({ languages: language === undefined ? [] : [language] }),
    findBy: (next) => {
      finder.value = next
      search(open.value, 'ab', { limit: 1, finder: next })
    },
  }
}

/** In the order of each group's best hit. */
export const groupHits = (hits: readonly Hit[]): HitGroup[] => {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) {
    const key = `${hit.language} ${hit.row.headword}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [hit])
    else group.push(hit)
  }
  return [...groups.values()].map((group) => {
    const { language, row } = group[0]!
    const hits = group.sort((a, b) => (a.row.homograph ?? 0) - (b.row.homograph ?? 0))
    return { language, headword: row.headword, hits }
  })
}

const isArriving = ({ dictionary, status }: Shelf): boolean =>
  status.kind === 'opening' ||
  (dictionary === undefined && status.kind !== 'absent' && status.kind !== 'failed')

type OpenDictionary = NonNullable<Shelf['dictionary']>

/** A dictionary is made searchable once, not at every change of the library's progress. */
const createOpener = () => {
  const opened = new WeakMap<OpenDictionary, { drafts: boolean; searchable: Searchable }>()
  return (dictionary: OpenDictionary, drafts: boolean): Searchable => {
    const known = opened.get(dictionary)
    if (known?.drafts === drafts) return known.searchable
    const searchable = openSearchable(dictionary, { drafts })
    opened.set(dictionary, { drafts, searchable })
    return searchable
  }
}

/** The same list as long as its items are the same, so that progress does not search again. */
const sameItems = <T>(source: ReadonlySignal<readonly T[]>): ReadonlySignal<readonly T[]> => {
  let last: readonly T[] = []
  return computed(() => {
    const next = source.value
    if (next.length !== last.length || next.some((item, i) => item !== last[i])) last = next
    return last
  })
}
