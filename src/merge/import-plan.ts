import type { Attribution, ReadResult } from '../formats/format'
import { guidOf } from '../formats/guid'
import { groupBy } from '../lexicon/group-by'
import { type EntryId, PROVISIONAL_ID } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import type { LegacyEncoding } from '../text/legacy/tell-tales'
import { addFresh } from './add-fresh'
import { createIdSource } from './assign-ids'
import { type Blame, blameProblems, placeChanges } from './blame-problems'
import type { Conflict } from './conflict'
import { cutRelations } from './cut-relations'
import type { RowChange } from './diff'
import { duplicateIds } from './duplicate-ids'
import { groupByEntry, type Incoming, type Part } from './incoming'
import { type Joined, joinTidied } from './join-tidied'
import { judgedConflicts } from './judged-conflicts'
import { createMatcher, type Match, rejectedForms } from './match-entries'
import { numbersNotTaken } from './numbers-not-taken'
import { type Taken, type TakenIn, takeIn } from './take-in'
import { mergeLexicons } from './three-way'
import {
  type TextChange,
  type TidiedContent,
  tidyContent,
  type UncertainText,
} from './tidy-content'
import { createTracer } from './tracer'

/**
 * What becomes of an entry of a file.
 *
 * - `new` · `changed` · `unchanged` it is taken
 * - `conflict` in places it says otherwise than the dictionary where only a person can choose; the rest is taken
 * - `proposed` it may be the entry of its `match`: nothing is taken until somebody says that it is
 * - `rejected` somebody has judged that this is no word: it stays rejected
 * - `refused` a rule forbids it: see its problems
 */
export const OUTCOMES = [
  'new',
  'changed',
  'unchanged',
  'conflict',
  'proposed',
  'rejected',
  'refused',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** One entry of a file and what becomes of it. */
export interface PlannedEntry {
  readonly outcome: Outcome
  readonly at: Place
  readonly headword: string
  /** In the dictionary. */
  readonly id?: EntryId
  readonly match?: Match
  /** None of a new entry: all of it is new. */
  readonly changes: readonly RowChange[]
  readonly conflicts: readonly Conflict[]
  readonly problems: readonly Problem[]
}

export interface ImportPlan {
  /** The dictionary with what can be taken of the file; of no use where `blocking` is not empty. */
  readonly lexicon: Lexicon
  /** In the order of the file. */
  readonly entries: readonly PlannedEntry[]
  /** Changes that belong to no entry of the file: numbers of homographs, relations of other entries. */
  readonly aside: readonly RowChange[]
  readonly textChanges: readonly TextChange[]
  readonly uncertain: readonly UncertainText[]
  /** Warnings of the checks about what is new or changed. */
  readonly warnings: readonly Problem[]
  /** Errors that belong to no entry of the file: nothing can be taken. */
  readonly blocking: readonly Problem[]
}

export interface ImportOptions {
  readonly ours: Lexicon
  /** Read with `UNSAID` as attribution. */
  readonly reading: ReadResult
  readonly attribution: Attribution
  /** The dictionary when the file was made from it, where the reading does not tell. */
  readonly base?: Lexicon
  readonly acceptProposed?: boolean
  /** In which the texts still are. */
  readonly encoding?: LegacyEncoding
  /** Dictionaries whose ids and numbers must not be given out. */
  readonly reserved?: readonly Lexicon[]
}

/**
 * What taking a file into a dictionary would do: its texts are tidied, its entries matched with ours,
 * lasting ids given, the two merged field by field and the result held to the checks. An entry that
 * brings an error is refused whole. `reading.lexicon` must be there.
 */
export const planImport = (options: ImportOptions): ImportPlan => {
  const { ours, reading, attribution } = options
  if (reading.lexicon === undefined) throw new RangeError('A reading without a lexicon')
  const tidied = tidyContent(reading.lexicon, ours, options.encoding)
  const grouped = groupByEntry(tidied.content)
  const joined = joinTidied(grouped.incoming, tidied.asGiven)
  const file: TidiedFile = { ...tidied, ...joined, loose: grouped.loose }
  const { incoming } = file
  const match = createMatcher(ours, attribution, guidOf)
  const isRejected = rejectedForms(ours)
  const decisions = incoming.map((one) => {
    const found = match(one)
    return decide(found, found !== undefined && isRejected(one, found), options)
  })
  for (const { index, problem } of duplicateIds(incoming))
    decisions[index] = { match: undefined, fate: 'refused', problems: [problem] }

  for (;;) {
    const state = merge(file, decisions, options)
    if (state.blame.errors.size === 0) return report(file, decisions, state, options)
    for (const [index, problems] of state.blame.errors)
      decisions[index] = { match: decisions[index]?.match, fate: 'refused', problems }
  }
}

/** A file as it is taken: tidied, by entry. */
interface TidiedFile extends TidiedContent, Joined {
  readonly loose: readonly Part[]
}

/** What is decided of an entry before it is merged. */
interface Decision {
  readonly match: Match | undefined
  readonly fate: 'taken' | 'proposed' | 'rejected' | 'refused'
  readonly problems: readonly Problem[]
}

const decide = (
  match: Match | undefined,
  isRejected: boolean,
  { acceptProposed }: ImportOptions,
): Decision => ({
  match,
  fate: isRejected
    ? 'rejected'
    : match?.by === 'form-and-gloss' && acceptProposed !== true
      ? 'proposed'
      : 'taken',
  problems: [],
})

/** The dictionary with the entries that are taken. */
interface State {
  readonly takenIn: TakenIn
  readonly lexicon: Lexicon
  readonly changes: readonly RowChange[]
  readonly conflicts: readonly Conflict[]
  readonly blame: Blame
  /** Of what had to be left out. */
  readonly warnings: readonly Problem[]
}

const merge = (
  { incoming, loose, asGiven, aliases }: TidiedFile,
  decisions: readonly Decision[],
  options: ImportOptions,
): State => {
  const { ours, reading, attribution, reserved = [] } = options
  const indices = [...decisions.keys()].filter((index) => decisions[index]?.fate === 'taken')
  const cut = cutRelations(
    indices.map((index) => incoming[index]!),
    incoming.filter((_, index) => decisions[index]?.fate !== 'taken'),
  )
  const taken = indices.map((index, i): Taken => {
    const { match } = decisions[index]!
    return { index, incoming: cut.entries[i]!, match }
  })
  const { trace, indexOf } = createTracer()
  const takenIn = takeIn(taken, loose, {
    ours,
    base: reading.ancestor ?? options.base ?? ours,
    attribution,
    carries: reading.carries,
    ids: createIdSource([ours, ...reserved], idsIn(incoming)),
    asGiven,
    aliases,
    guidOf,
    trace,
  })
  const { base, theirs, fresh, additions, judged, places } = takenIn
  const isSilent = theirs === base && base === ours
  const merged = isSilent
    ? { lexicon: ours, changes: [], conflicts: [] }
    : mergeLexicons(base, ours, theirs)
  const placed = placeChanges(merged.lexicon, merged.changes, places)
  const { lexicon, changes } = addFresh(placed, fresh, merged.changes)
  return {
    takenIn,
    lexicon,
    changes: [...changes, ...additions],
    conflicts: [...merged.conflicts, ...judged.flatMap(judgedConflicts)],
    blame: blameProblems(lexicon, indexOf, ours),
    warnings: cut.warnings,
  }
}

/** The ids of ours that a file brings. */
const idsIn = (incoming: readonly Incoming[]): readonly string[] =>
  incoming.flatMap(({ entry, parts }) =>
    [entry, ...parts.map(({ row }) => row)]
      .map(({ value }) => String(Reflect.get(value, 'id') ?? ''))
      .filter((id) => !PROVISIONAL_ID.test(id)),
  )

const report = (
  { incoming, repeated, ...tidied }: TidiedFile,
  decisions: readonly Decision[],
  { takenIn, conflicts: found, changes: made, lexicon, blame, warnings }: State,
  { reading, base, ours }: ImportOptions,
): ImportPlan => {
  const indexOf = (table: string, id: string, row?: object) =>
    takenIn.indexById.get(table === 'residue' ? String(row && Reflect.get(row, 'owner')) : id)
  const changes = groupBy(made, (change) =>
    indexOf(
      change.table,
      change.id,
      change.kind === 'removed' ? change.before.value : change.after.value,
    ),
  )
  const conflicts = groupBy(found, ({ table, id }) => indexOf(table, id))
  const entries = incoming.map(({ entry }, index): PlannedEntry => {
    const { match, fate, problems } = decisions[index]!
    const own = { changes: changes.get(index) ?? [], conflicts: conflicts.get(index) ?? [] }
    const id = takenIn.idByIndex.get(index) ?? match?.entry
    const outcome = takenIn.freshEntries.has(index) ? 'new' : outcomeOf(own)
    return {
      outcome: fate === 'taken' ? outcome : fate,
      at: entry.place(),
      headword: entry.value.headword,
      ...(id !== undefined && { id }),
      ...(match && { match }),
      ...own,
      problems,
    }
  })
  const rows = [
    ...repeated.map(({ problem, ...row }) => ({ ...row, problems: [problem] })),
    ...(reading.refused ?? []).map((row) => ({ ...row, headword: '' })),
  ]
  const refused = rows.map(
    (row): PlannedEntry => ({ ...row, outcome: 'refused', changes: [], conflicts: [] }),
  )
  const numbers = numbersNotTaken(
    incoming.filter((_, index) => decisions[index]?.fate === 'taken'),
    reading.ancestor ?? base ?? ours,
    lexicon,
    reading.carries,
  )
  return {
    lexicon,
    entries: inFileOrder([...entries, ...refused]),
    aside: changes.get(undefined) ?? [],
    textChanges: tidied.changes.filter(
      ({ row, property }) => takenIn.untidied.get(row)?.includes(property) !== true,
    ),
    uncertain: tidied.uncertain,
    warnings: [...warnings, ...numbers, ...blame.warnings],
    blocking: blame.blocking,
  }
}

const inFileOrder = (entries: readonly PlannedEntry[]): readonly PlannedEntry[] => {
  const files = new Map<string, number>()
  for (const { at } of entries) if (!files.has(at.file)) files.set(at.file, files.size)
  const place = ({ at }: PlannedEntry) => files.get(at.file) ?? 0
  return [...entries].sort(
    (a, b) => place(a) - place(b) || a.at.row - b.at.row || a.at.line - b.at.line,
  )
}

const outcomeOf = ({
  changes,
  conflicts,
}: Pick<PlannedEntry, 'changes' | 'conflicts'>): Outcome => {
  if (conflicts.length > 0) return 'conflict'
  return changes.length > 0 ? 'changed' : 'unchanged'
}
