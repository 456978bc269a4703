import { placeAsText } from '../../src/checks/explain/explain'
import { EXPLANATIONS } from '../../src/checks/explain/index'
import type { Residue } from '../../src/lexicon/retired'
import { valueToCell } from '../../src/merge/cell'
import type { RowChange } from '../../src/merge/diff'
import {
  type ImportPlan,
  OUTCOMES,
  type Outcome,
  type PlannedEntry,
} from '../../src/merge/import-plan'
import { countOutcomes } from '../../src/merge/import-report'
import { inOrder, type ProblemLanguage, printProblems } from '../print-problems'
import { SENTENCES, type Sentences } from './sentences'

/** Of each kind so many are printed; the report has them all. */
const PRINTED = 20

/** Prints the counts, then what needs somebody's eyes: what is not taken first, and why. */
export const printPlan = (plan: ImportPlan, lang: ProblemLanguage): void => {
  const say = SENTENCES[lang]
  const counts = countOutcomes(plan.entries)
  console.log(
    OUTCOMES.map((outcome) => `${counts.get(outcome) ?? 0} ${say.outcomes[outcome]}`).join(', '),
  )
  for (const outcome of [...OUTCOMES].reverse()) {
    if (outcome === 'unchanged') continue
    const entries = plan.entries.filter((entry) => entry.outcome === outcome)
    if (entries.length === 0) continue
    console.log(`\n${say.outcomes[outcome]}: ${entries.length}`)
    for (const entry of entries.slice(0, PRINTED)) printEntry(entry, lang)
    if (entries.length > PRINTED) console.log(`  ${say.more(entries.length - PRINTED)}`)
  }
  printSome(
    say.textChanges(plan.textChanges.length),
    plan.textChanges,
    (change) => [
      `${placeAsText(change.at)}: ${quoted(change.before)} → ${quoted(change.after)} (${change.rules.join(', ')})`,
    ],
    say,
  )
  printSome(
    say.uncertain(plan.uncertain.length),
    plan.uncertain,
    ({ at, text, sign, candidates }) => [
      `${placeAsText(at)}: ${quoted(text)}: ${[sign, ...candidates].join(' → ')}`,
    ],
    say,
  )
  printSome(say.aside(plan.aside.length), plan.aside, (change) => [changeText(change, say)], say)
  printSome(
    say.warnings(plan.warnings.length),
    inOrder(plan.warnings),
    (problem) => [EXPLANATIONS[lang](problem)],
    say,
  )
  if (plan.blocking.length > 0) {
    console.log()
    printProblems(plan.blocking, lang)
  }
}

const printSome = <Item>(
  title: string,
  items: readonly Item[],
  linesOf: (item: Item) => readonly string[],
  say: Sentences,
): void => {
  if (items.length === 0) return
  console.log(`\n${title}`)
  for (const item of items.slice(0, PRINTED))
    for (const line of linesOf(item)) console.log(`  ${line}`)
  if (items.length > PRINTED) console.log(`  ${say.more(items.length - PRINTED)}`)
}

const printEntry = (entry: PlannedEntry, lang: ProblemLanguage): void => {
  const say = SENTENCES[lang]
  const name = [placeAsText(entry.at), entry.headword, entry.id ?? ''].filter((part) => part !== '')
  console.log(`  ${[name.join('  '), ...reasonsOf(entry, say)].join(': ')}`)
  for (const problem of entry.problems) console.log(`    ${EXPLANATIONS[lang](problem)}`)
  for (const { table, column, ours, theirs } of entry.conflicts)
    console.log(`    ${say.conflict(`${table} ${column ?? ''}`.trim(), ours, theirs)}`)
  if (entry.outcome !== 'new')
    for (const change of entry.changes) console.log(`    ${changeText(change, say)}`)
}

const reasonsOf = ({ outcome, match }: PlannedEntry, say: Sentences): readonly string[] => {
  if (outcome === 'rejected') return [say.rejected]
  return outcome === 'proposed' && match ? [say.proposal(match.entry, say.matches[match.by])] : []
}

const changeText = (change: RowChange, say: Sentences): string => {
  const kept = residueOf(change)
  if (kept !== undefined)
    return `${change.kind === 'removed' ? '−' : '+'} ${say.residue(kept.owner ?? '', kept.position, quoted(kept.raw))}`
  const row = `${change.table} ${change.id}`
  if (change.kind !== 'changed') return `${change.kind === 'added' ? '+' : '−'} ${row}`
  const fields = change.fields.map(
    ({ column, before, after }) => `${column} ${quoted(cell(before))} → ${quoted(cell(after))}`,
  )
  return `${row}: ${fields.join(', ')}`
}

/** Rows of residue have no id that says anything to people. */
const residueOf = (change: RowChange): Residue | undefined =>
  change.table === 'residue'
    ? ((change.kind === 'removed' ? change.before : change.after).value as Residue)
    : undefined

const cell = (value: unknown): string =>
  valueToCell(value, Array.isArray(value) ? 'list' : typeof value === 'number' ? 'number' : 'text')

const quoted = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** How many of an outcome there are. */
export const countOf = (plan: ImportPlan, ...outcomes: readonly Outcome[]): number =>
  plan.entries.filter(({ outcome }) => outcomes.includes(outcome)).length
