import { groupBy } from '../src/lexicon/group-by'
import type { EntryId } from '../src/lexicon/ids'
import type { LedgerRow } from '../src/lexicon/ledger'
import type { Lexicon } from '../src/lexicon/lexicon'
import { REVIEW_STATES, type ReviewState, weakestState } from '../src/lexicon/review'

/** How much of a dictionary there is, and what became of its sources. */
export interface Coverage {
  readonly language: string
  readonly release: string
  /** What results show by default: no draft, nothing rejected, nothing recorded elsewhere. */
  readonly shown: Counts
  /** A row a variety and review state that occurs, varieties by rank. They add up to `all`, concepts apart. */
  readonly rows: readonly CoverageRow[]
  readonly all: Counts
  readonly ledger: LedgerCounts
}

export interface Counts {
  readonly entries: number
  readonly spellings: number
  readonly transcriptions: number
  readonly senses: number
  /** Distinct ones. */
  readonly concepts: number
}

export interface CoverageRow extends Counts {
  readonly variety: string
  /** `compare`: recorded elsewhere, shown on compare pages only. */
  readonly shown: 'default' | 'compare'
  readonly state: ReviewState
}

export interface LedgerCounts {
  readonly rows: number
  readonly sources: readonly {
    readonly source: string
    readonly rows: number
    readonly published: number
    readonly merged: number
    readonly refused: number
  }[]
  /** The most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[]
  readonly refused: readonly LedgerRow[]
  /** Forms that a published row became, and forms that no row names. */
  readonly formsPublished: number
  readonly formsOutside: number
}

/** Of several dictionaries together: a concept that they share is one. */
export const countTogether = (
  lexicons: readonly Lexicon[],
): { readonly all: Counts; readonly shown: Counts } => ({
  all: count(lexicons.flatMap(thingsOf)),
  shown: count(lexicons.flatMap((lexicon) => shownOf(lexicon, thingsOf(lexicon)))),
})

export const countCoverage = (lexicon: Lexicon): Coverage => {
  const things = thingsOf(lexicon)
  const varieties = lexicon.varieties
    .map(({ value }) => value)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  const rows = varieties.flatMap(({ id, shown }) =>
    REVIEW_STATES.flatMap((state): CoverageRow[] => {
      const found = things.filter((thing) => thing.variety === id && thing.state === state)
      return found.length === 0 ? [] : [{ variety: id, shown, state, ...count(found) }]
    }),
  )
  return {
    language: lexicon.language.code,
    release: lexicon.language.release,
    shown: count(shownOf(lexicon, things)),
    rows,
    all: count(things),
    ledger: countLedger(lexicon),
  }
}

/** Something to count: a form counts for the concepts of its entry too. */
interface Thing {
  readonly kind: 'entries' | 'spellings' | 'transcriptions' | 'senses'
  readonly variety: string
  readonly state: ReviewState
  readonly concepts: readonly string[]
}

const shownOf = ({ varieties }: Lexicon, things: readonly Thing[]): readonly Thing[] => {
  const compare = new Set<string>(
    varieties.filter(({ value }) => value.shown === 'compare').map(({ value }) => value.id),
  )
  return things.filter(({ variety, state }) => isSettled(state) && !compare.has(variety))
}

const thingsOf = ({ entries, forms, senses }: Lexicon): readonly Thing[] => {
  const formsByEntry = byEntry(forms.map(({ value }) => value))
  const sensesByEntry = byEntry(senses.map(({ value }) => value))
  return entries.flatMap(({ value: { id, variety } }): Thing[] => {
    const ownForms = formsByEntry.get(id) ?? []
    const ownSenses = sensesByEntry.get(id) ?? []
    /** A confirmed form says nothing of a meaning that is not. */
    const conceptsAt = (state: ReviewState): readonly string[] =>
      ownSenses
        .filter((sense) => state === 'draft' || isSettled(sense.reviewState))
        .flatMap(({ concept }) => concept ?? [])
    return [
      { kind: 'entries', variety, state: stateOf(ownForms, ownSenses), concepts: [] },
      ...ownSenses.map(({ reviewState: state }): Thing => {
        return { kind: 'senses', variety, state, concepts: [] }
      }),
      ...ownForms.map(({ kind, variety, reviewState: state }): Thing => {
        const counted = kind === 'spelling' ? 'spellings' : 'transcriptions'
        return { kind: counted, variety, state, concepts: conceptsAt(state) }
      }),
    ]
  })
}

export const byEntry = <Part extends { readonly entry: EntryId }>(
  parts: readonly Part[],
): ReadonlyMap<EntryId, readonly Part[]> => groupBy(parts, ({ entry }) => entry)

interface Judged {
  readonly reviewState: ReviewState
}

export const isSettled = (state: ReviewState): boolean =>
  state === 'attested' || state === 'reviewed'

/** The badge it shows by default; where nothing of it is shown by default, draft or rejected. */
export const stateOf = (forms: readonly Judged[], senses: readonly Judged[]): ReviewState => {
  const settled = (judged: readonly Judged[]): ReviewState[] =>
    judged.map(({ reviewState }) => reviewState).filter(isSettled)
  const [form, sense] = [settled(forms), settled(senses)]
  if (form.length > 0 && sense.length > 0) return weakestState([...form, ...sense])
  const isRejected = [...forms, ...senses].every(({ reviewState }) => reviewState === 'rejected')
  return isRejected ? 'rejected' : 'draft'
}

const count = (things: readonly Thing[]): Counts => {
  const of = (kind: Thing['kind']): number => things.filter((thing) => thing.kind === kind).length
  return {
    entries: of('entries'),
    spellings: of('spellings'),
    transcriptions: of('transcriptions'),
    senses: of('senses'),
    concepts: new Set(things.flatMap(({ concepts }) => concepts)).size,
  }
}

const countLedger = ({ ledger, forms }: Lexicon): LedgerCounts => {
  const rows = ledger.map(({ value }) => value)
  const rowsWith = (outcome: LedgerRow['outcome'], source?: string): readonly LedgerRow[] =>
    rows.filter((row) => row.outcome === outcome && (source === undefined || row.source === source))
  const sources = [...new Set(rows.map(({ source }) => source))].sort().map((source) => ({
    source,
    rows: rows.filter((row) => row.source === source).length,
    published: rowsWith('published', source).length,
    merged: rowsWith('merged', source).length,
    refused: rowsWith('refused', source).length,
  }))
  const refused = rowsWith('refused')
  const rowsByReason = new Map<string, number>()
  for (const { reason = '' } of refused)
    rowsByReason.set(reason, (rowsByReason.get(reason) ?? 0) + 1)
  const named = new Set<string>(rows.flatMap((row) => row.forms))
  return {
    rows: rows.length,
    sources,
    reasons: [...rowsByReason]
      .map(([reason, rows]) => ({ reason, rows }))
      .sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1)),
    refused,
    formsPublished: new Set(rowsWith('published').flatMap((row) => row.forms)).size,
    formsOutside: forms.filter(({ value }) => !named.has(value.id)).length,
  }
}
