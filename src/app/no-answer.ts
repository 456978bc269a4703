import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Dictionary } from '../pack/dictionary'
import type { Finder } from '../search/finder'
import type { Hit } from '../search/hit'
import { plainFinder } from '../search/plain-finder'
import { search } from '../search/search'
import { openSearchable, type Searchable } from '../search/searchable'
import { clusters } from '../text/graphemes'
import type { App } from './app'
import { type FirstLetter, firstLetters } from './first-letters'
import { groupHits, type HitGroup } from './lookup'
import type { Misses } from './misses'
import type { Shelf } from './shelf'
import type { Unconfirmed } from './unconfirmed'

/** Why a query has no answer, and where to go from there. */
export interface NoAnswer {
  /** Languages that were not chosen and answer. */
  readonly elsewhere: readonly Count[]
  /** The nearest words there, where there are none in the chosen languages. */
  readonly similar: readonly HitGroup[]
  /** Chosen languages that are not on the device, and not on their way. */
  readonly absent: readonly Shelf[]
  /** The longest beginning of the query that answers. */
  readonly beginning?: string
  /** Pages of the alphabets where the word would stand. */
  readonly letters: readonly FirstLetter[]
  /** Unconfirmed entries that would answer; empty while they have not been looked into. */
  readonly drafts: readonly Count[]
  /** The query is among the misses now. */
  readonly isNoted: boolean
}

export interface Count {
  readonly shelf: Shelf
  readonly count: number
}

export interface NoAnswers {
  /** Changes whenever the question is another: the query, or what can answer it. */
  readonly question: ReadonlySignal<string>
  /** None while something answers, or nobody has asked why. */
  readonly why: ReadonlySignal<NoAnswer | undefined>
  /** Says why with what is at hand. */
  explain(): void
  /** The query is meant as it stands: looks among the unconfirmed too, and notes what is missing. */
  settle(): Promise<void>
}

export interface NoAnswersDependencies {
  readonly app: App
  readonly finder: Finder
  readonly unconfirmed: Unconfirmed
  readonly misses: Misses
}

const MOST_COUNTED = 100
const SHOWN_SIMILAR = 5
/** Code units of a query that are told of and noted: more than the longest phrase in any dictionary. */
const LONGEST_QUERY = 200
/** Signs that are cut off the end of a query at most, one after the other. */
const MOST_CUT = 24

export const createNoAnswers = (dependencies: NoAnswersDependencies): NoAnswers => {
  const { app, finder, unconfirmed, misses } = dependencies
  const { lookup, library, preferences } = app
  const searchableOf = createOpener()
  const explained = signal<{ readonly question: string; readonly why: NoAnswer } | undefined>(
    undefined,
  )
  const question = computed(() =>
    [
      lookup.query.value,
      preferences.settings.value.languages,
      ...library.shelves.value.map(({ dictionary, status }) =>
        dictionary === undefined ? status.kind : `${dictionary.head.hash} ${hasDrafts(dictionary)}`,
      ),
    ].join('\n'),
  )
  const why = computed(() =>
    explained.value?.question === question.value ? explained.value.why : undefined,
  )
  const isUnanswered = () =>
    lookup.query.value.trim() !== '' && lookup.answer.value.groups.length === 0
  const find = (dictionary: Dictionary | undefined): Hit[] => {
    if (dictionary === undefined) return []
    const { query } = lookup.answer.value
    return search([searchableOf(dictionary)], query, { limit: MOST_COUNTED, finder })
  }
  const others = () =>
    library.shelves.value.filter((shelf) => !lookup.languages.value.includes(shelf))

  const countElsewhere = (): Count[] =>
    others()
      .map((shelf) => ({ shelf, count: find(shelf.dictionary).filter(answers).length }))
      .filter(({ count }) => count > 0)
  const nearElsewhere = (): HitGroup[] => {
    if (lookup.answer.value.similar.length > 0) return []
    const near = others().flatMap(({ dictionary }) => find(dictionary).filter(isNear))
    return groupHits(near.sort((a, b) => a.cost - b.cost).slice(0, SHOWN_SIMILAR))
  }
  const queried = () => lookup.answer.value.query.slice(0, LONGEST_QUERY)
  const beginning = (): string | undefined => {
    const dictionaries = lookup.languages.value.flatMap(({ dictionary }) => dictionary ?? [])
    const searchables = dictionaries.map(searchableOf)
    const signs = clusters(queried().trim())
    for (let length = signs.length - 1; length >= Math.max(1, signs.length - MOST_CUT); length--) {
      const text = signs.slice(0, length).join('').trim()
      if (search(searchables, text, { limit: 1, finder: plainFinder }).some(answers)) return text
    }
    return undefined
  }
  const countDrafts = async (): Promise<Count[]> => {
    const counts: Count[] = []
    for (const shelf of library.shelves.value) {
      const dictionary = await unconfirmed.open(shelf)
      const confirmed = new Set(numbersOf(find(shelf.dictionary)))
      const count = numbersOf(find(dictionary)).filter((number) => !confirmed.has(number)).length
      if (count > 0) counts.push({ shelf, count })
    }
    return counts
  }
  /** No dictionary has the query, and none that might is still to come. */
  const isMissing = () =>
    library.shelves.value.some(({ dictionary }) => dictionary !== undefined) &&
    library.shelves.value.every(
      ({ dictionary, status }) => dictionary !== undefined || status.kind === 'absent',
    ) &&
    countElsewhere().length === 0

  const explain = () => {
    if (!isUnanswered()) return
    const begins = beginning()
    explained.value = {
      question: question.value,
      why: {
        elsewhere: countElsewhere(),
        similar: nearElsewhere(),
        absent: lookup.languages.value.filter(isAbsent),
        ...(begins !== undefined && { beginning: begins }),
        letters: firstLetters(queried(), lookup.languages.value, library.shelves.value),
        drafts: [],
        isNoted: false,
      },
    }
  }
  return {
    question,
    why,
    explain,
    settle: async () => {
      if (why.value === undefined) explain()
      const asked = question.value
      const add = (more: Partial<NoAnswer>) => {
        if (why.value !== undefined && question.value === asked)
          explained.value = { question: asked, why: { ...why.value, ...more } }
      }
      if (!isUnanswered()) return
      const drafts = await countDrafts()
      if (question.value !== asked) return
      add({ drafts })
      if (drafts.length > 0 || !isMissing()) return
      add({ isNoted: await misses.note(queried()) })
    },
  }
}

const isNear = ({ tier }: Hit): boolean => tier === 'near'
const answers = (hit: Hit): boolean => !isNear(hit)
const numbersOf = (hits: readonly Hit[]) => hits.filter(answers).map(({ number }) => number)

const hasDrafts = ({ draftList }: Dictionary): boolean => draftList !== undefined

const isAbsent = ({ dictionary, status }: Shelf): boolean =>
  dictionary === undefined && (status.kind === 'absent' || status.kind === 'failed')

/** With the drafts that a dictionary was opened with, if any. */
const createOpener = () => {
  const opened = new WeakMap<Dictionary, Searchable>()
  return (dictionary: Dictionary): Searchable => {
    let searchable = opened.get(dictionary)
    if (searchable === undefined) {
      searchable = openSearchable(dictionary, { drafts: true })
      opened.set(dictionary, searchable)
    }
    return searchable
  }
}
