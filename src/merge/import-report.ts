import type { Place, Problem } from '../lexicon/problem'
import type { Residue } from '../lexicon/retired'
import { valueToCell } from './cell'
import type { RowChange } from './diff'
import type { ImportPlan, Outcome, PlannedEntry } from './import-plan'
import type { MatchedBy } from './match-entries'

/** One line of the report of an import: what became of an entry, a field or a text. */
export interface ReportRow {
  readonly kind: Outcome | 'tidied' | 'uncertain' | 'warning' | 'aside'
  readonly at: Place
  readonly headword: string
  readonly id: string
  /** Table and column: `senses Gloss_Vi`; empty: the whole entry. */
  readonly field: string
  readonly before: string
  readonly after: string
  readonly problem?: Problem
  readonly matchedBy?: MatchedBy
  /** Of tidied texts. */
  readonly rules?: readonly string[]
}

/** Everything a plan says, one thing a row: the entries in the order of the file, then texts, then warnings. */
export const reportRows = (plan: ImportPlan): readonly ReportRow[] => [
  ...plan.entries.flatMap(entryRows),
  ...plan.aside.flatMap((change) => changeRows(change, asideOf(change))),
  ...plan.textChanges.map(
    ({ at, rules, before, after }): ReportRow => ({
      ...nothing('tidied', at),
      field: at.column ?? '',
      before,
      after,
      rules,
    }),
  ),
  ...plan.uncertain.map(
    ({ at, text, sign, candidates }): ReportRow => ({
      ...nothing('uncertain', at),
      field: at.column ?? '',
      before: text,
      after: [sign, ...candidates].join(' → '),
    }),
  ),
  ...plan.warnings.map((problem): ReportRow => ({ ...nothing('warning', problem.at), problem })),
]

/** How many entries have each outcome. */
export const countOutcomes = (entries: readonly PlannedEntry[]): ReadonlyMap<Outcome, number> => {
  const counts = new Map<Outcome, number>()
  for (const { outcome } of entries) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return counts
}

const nothing = (kind: ReportRow['kind'], at: Place): ReportRow => ({
  kind,
  at,
  headword: '',
  id: '',
  field: '',
  before: '',
  after: '',
})

const entryRows = (entry: PlannedEntry): readonly ReportRow[] => {
  const whole: ReportRow = {
    ...nothing(entry.outcome, entry.at),
    headword: entry.headword,
    id: entry.id ?? '',
    ...(entry.match && { matchedBy: entry.match.by }),
  }
  const details: readonly ReportRow[] = [
    ...entry.problems.map((problem) => ({ ...whole, at: problem.at, problem })),
    ...entry.conflicts.map(({ table, id, column, ours, theirs }) => ({
      ...whole,
      id,
      field: [table, ...(column === undefined ? [] : [column])].join(' '),
      before: ours,
      after: theirs,
    })),
    // Of a new entry every row is new.
    ...(entry.outcome === 'new'
      ? []
      : entry.changes.flatMap((change) => changeRows(change, whole))),
  ]
  return details.length > 0 ? details : [whole]
}

const changeRows = (change: RowChange, whole: ReportRow): readonly ReportRow[] =>
  change.kind === 'changed'
    ? change.fields.map(({ column, before, after }) => ({
        ...whole,
        id: change.id,
        field: `${change.table} ${column}`,
        before: cell(before),
        after: cell(after),
      }))
    : [
        change.table === 'residue'
          ? residueRow(change, whole)
          : { ...whole, id: change.id, field: change.table, after: change.kind },
      ]

/** What is kept word for word, where it stood in the file. */
const residueRow = (change: RowChange, whole: ReportRow): ReportRow => {
  const {
    owner = '',
    position,
    raw,
  } = (change.kind === 'added' ? change.after : change.before).value as Residue
  const text = change.kind === 'added' ? { after: raw } : { before: raw }
  return { ...whole, id: owner, field: `residue ${position}`, ...text }
}

const asideOf = (change: RowChange): ReportRow =>
  nothing('aside', (change.kind === 'added' ? change.after : change.before).place())

const cell = (value: unknown): string =>
  valueToCell(value, Array.isArray(value) ? 'list' : typeof value === 'number' ? 'number' : 'text')
