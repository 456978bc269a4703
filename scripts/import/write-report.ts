import { EXPLANATIONS } from '../../src/checks/explain/index'
import { writeCsv } from '../../src/formats/csv'
import { guardFormula } from '../../src/formats/wide/formula-guard'
import type { ImportPlan } from '../../src/merge/import-plan'
import { countOutcomes, type ReportRow, reportRows } from '../../src/merge/import-report'
import { writeAtomically } from '../files'
import type { ProblemLanguage } from '../print-problems'
import { SENTENCES } from './sentences'

/** Writes everything a plan says: as JSON where the name ends so, else as CSV that spreadsheets open. */
export const writeReport = (file: string, plan: ImportPlan, lang: ProblemLanguage): void =>
  writeAtomically(
    file,
    file.endsWith('.json')
      ? `${JSON.stringify(reportJson(plan, lang), null, 2)}\n`
      : `\uFEFF${writeCsv(reportTable(plan, lang))}`,
  )

/** A plan as one JSON object. */
export const reportJson = (plan: ImportPlan, lang: ProblemLanguage) => ({
  counts: Object.fromEntries(countOutcomes(plan.entries)),
  rows: reportRows(plan).map(({ problem, ...row }) => ({
    ...row,
    ...(problem && { problem, reason: EXPLANATIONS[lang](problem) }),
  })),
  blocking: plan.blocking.map((problem) => ({ ...problem, reason: EXPLANATIONS[lang](problem) })),
})

const reportTable = (plan: ImportPlan, lang: ProblemLanguage): readonly (readonly string[])[] => {
  const { columns } = SENTENCES[lang]
  return [
    Object.values(columns),
    ...reportRows(plan).map((row) => [
      kindOf(row, lang),
      row.at.file,
      String(row.at.line),
      String(row.at.row),
      row.headword,
      row.id,
      row.field,
      row.before,
      row.after,
      reasonOf(row, lang),
    ]),
    ...plan.blocking.map((problem) => [
      SENTENCES[lang].outcomes.refused,
      problem.at.file,
      String(problem.at.line),
      String(problem.at.row),
      ...['', '', problem.at.column ?? '', '', ''],
      EXPLANATIONS[lang](problem),
    ]),
  ].map((cells) => cells.map(guardFormula))
}

const kindOf = ({ kind }: ReportRow, lang: ProblemLanguage): string => {
  const say = SENTENCES[lang]
  switch (kind) {
    case 'tidied':
      return say.tidied
    case 'uncertain':
      return say.leftUncertain
    case 'warning':
      return say.warning
    case 'aside':
      return say.outcomes.changed
    default:
      return say.outcomes[kind]
  }
}

const reasonOf = (
  { problem, rules, matchedBy, kind }: ReportRow,
  lang: ProblemLanguage,
): string => {
  if (problem !== undefined) return EXPLANATIONS[lang](problem)
  if (rules !== undefined) return rules.join(', ')
  if (kind === 'rejected') return SENTENCES[lang].rejected
  return matchedBy === undefined ? '' : SENTENCES[lang].matches[matchedBy]
}
