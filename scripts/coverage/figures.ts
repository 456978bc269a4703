import type { Lexicon } from '../../src/lexicon/lexicon'
import { REVIEW_STATES, type ReviewState } from '../../src/lexicon/review'
import { byEntry, isSettled, stateOf } from '../count-coverage'
import { type Duplicate, findDuplicates } from './duplicates'
import { findUnknownWords, type UnknownWord } from './example-words'
import { type ShownEntry, shownEntries } from './shown-entries'

export type StateCounts = Readonly<Record<ReviewState, number>>

/** What the coverage page says of one dictionary. */
export interface Figures {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly release: string
  /** Entries that results show by default. */
  readonly shown: readonly ShownEntry[]
  /** All entries by the badge they show. */
  readonly entries: StateCounts
  readonly varieties: readonly VarietyFigures[]
  readonly spelt: number
  readonly senses: number
  readonly withExample: number
  readonly withAudio: number
  /** Concepts of what is shown. */
  readonly concepts: ReadonlySet<string>
  /** Shown entries by topic. */
  readonly topics: ReadonlyMap<string, number>
  readonly duplicates: readonly Duplicate[]
  readonly unknownWords: readonly UnknownWord[]
}

export interface VarietyFigures {
  readonly nameVi: string
  readonly nameEn: string
  /** Recorded elsewhere: shown on compare pages only. */
  readonly isCompareOnly: boolean
  /** Entries that have a form of this variety, by the state of these forms and of the senses. */
  readonly entries: StateCounts
}

export const figuresOf = (lexicon: Lexicon): Figures => {
  const shown = shownEntries(lexicon)
  const { code, nameVi, nameEn, release } = lexicon.language
  const topics = new Map<string, number>()
  for (const { senses } of shown)
    for (const topic of new Set(senses.flatMap(({ topics }) => topics)))
      topics.set(topic, (topics.get(topic) ?? 0) + 1)
  return {
    code,
    nameVi,
    nameEn,
    release,
    shown,
    ...stateFigures(lexicon),
    spelt: shown.filter(({ forms }) => forms.some(({ kind }) => kind === 'spelling')).length,
    senses: shown.reduce((sum, { senses }) => sum + senses.length, 0),
    withExample: shown.filter(({ examples }) => examples.length > 0).length,
    withAudio: shown.filter(({ media }) => media.some(({ kind }) => kind === 'audio')).length,
    concepts: new Set(
      shown.flatMap(({ senses }) => senses.flatMap(({ concept }) => concept ?? [])),
    ),
    topics,
    duplicates: findDuplicates(lexicon),
    unknownWords: findUnknownWords(lexicon),
  }
}

const stateFigures = (lexicon: Lexicon): Pick<Figures, 'entries' | 'varieties'> => {
  const forms = byEntry(lexicon.forms.map(({ value }) => value))
  const senses = byEntry(lexicon.senses.map(({ value }) => value))
  const entries = noCounts()
  const byVariety = new Map<string, Record<ReviewState, number>>()
  for (const { value } of lexicon.entries) {
    const own = forms.get(value.id) ?? []
    const ownSenses = senses.get(value.id) ?? []
    entries[stateOf(own, ownSenses)]++
    for (const variety of new Set(own.map((form) => form.variety))) {
      const counts = byVariety.get(variety) ?? noCounts()
      byVariety.set(variety, counts)
      const here = own.filter((form) => form.variety === variety)
      counts[stateOf(here, ownSenses)]++
    }
  }
  const varieties = lexicon.varieties
    .map(({ value }) => value)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map(({ id, nameVi, nameEn, shown }) => ({
      nameVi,
      nameEn,
      isCompareOnly: shown === 'compare',
      entries: byVariety.get(id) ?? noCounts(),
    }))
  return { entries, varieties }
}

const noCounts = (): Record<ReviewState, number> => ({
  attested: 0,
  draft: 0,
  reviewed: 0,
  rejected: 0,
})

export const totalOf = (counts: StateCounts): number =>
  REVIEW_STATES.reduce((sum, state) => sum + counts[state], 0)

export const settledOf = (counts: StateCounts): number =>
  REVIEW_STATES.filter(isSettled).reduce((sum, state) => sum + counts[state], 0)
