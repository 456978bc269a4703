import { sentenceAlone } from '../../src/checks/explain/explain'
import { EXPLANATIONS } from '../../src/checks/explain/index'
import { writeForeignCsv } from '../../src/formats/csv'
import { guardFormula } from '../../src/formats/wide/formula-guard'
import type { Problem } from '../../src/lexicon/problem'
import { writeAtomically } from '../files'
import type { ProblemLanguage } from '../print-problems'
import { type FileOutcome, OUTCOMES } from './outcomes'
import { REPORT_COLUMNS, type ReportColumn, SENTENCES } from './sentences'

/** Less cannot be heard, dB. */
const HEARD = 0.5

/** Every file and what became of it: as JSON where the name ends so, else as CSV that spreadsheets open. */
export const writeReport = (
  file: string,
  outcomes: readonly FileOutcome[],
  lang: ProblemLanguage,
): void => {
  const { columns } = SENTENCES[lang]
  const rows = outcomes.map((outcome) => reportRow(outcome, lang))
  writeAtomically(
    file,
    /\.json$/i.test(file)
      ? `${JSON.stringify(reportJson(outcomes, lang), null, 2)}\n`
      : writeForeignCsv(
          [
            REPORT_COLUMNS.map((column) => columns[column]),
            ...rows.map((row) => REPORT_COLUMNS.map((column) => guardFormula(row[column]))),
          ],
          ',',
        ),
  )
}

export const reportJson = (outcomes: readonly FileOutcome[], lang: ProblemLanguage) => ({
  counts: Object.fromEntries(countsOf(outcomes)),
  files: outcomes.map((outcome) => ({
    ...reportRow(outcome, lang),
    outcome: outcome.outcome,
    seconds: outcome.clip?.seconds,
    level: outcome.clip?.recordedLevel,
    faults: outcome.clip?.faults ?? [],
    problems: outcome.problems,
  })),
})

export const countsOf = (outcomes: readonly FileOutcome[]) =>
  OUTCOMES.map((name) => [name, outcomes.filter(({ outcome }) => outcome === name).length] as const)

/** What there is to say of a file, a sentence a thing. */
export const remarksOf = (
  { problems, clip, outcome }: FileOutcome,
  lang: ProblemLanguage,
): readonly string[] => [
  ...problems.map((problem) => remarkOf(problem, lang)),
  ...(outcome === 'taken' && clip !== undefined && clip.quieterBy >= HEARD
    ? [SENTENCES[lang].quieter(clip.quieterBy)]
    : []),
]

const remarkOf = (problem: Problem, lang: ProblemLanguage): string =>
  sentenceAlone(EXPLANATIONS[lang], problem)

const reportRow = (
  file: FileOutcome,
  lang: ProblemLanguage,
): Readonly<Record<ReportColumn, string>> => {
  const { name, outcome, planned, clip, media } = file
  const { candidate, by, details } = planned
  const say = SENTENCES[lang]
  return {
    file: name,
    outcome: say.outcomes[outcome],
    entry: candidate?.entry ?? '',
    headword: candidate?.headword ?? '',
    gloss: candidate?.gloss ?? '',
    form: candidate?.form ?? '',
    by: by === undefined ? '' : say.ways[by],
    media: media ?? '',
    speaker: details?.speaker ?? '',
    variety: details?.variety ?? '',
    seconds: clip === undefined ? '' : clip.seconds.toFixed(2),
    level: clip === undefined ? '' : clip.recordedLevel.toFixed(1),
    faults: clip?.faults.join(', ') ?? '',
    reason: remarksOf(file, lang).join(' '),
  }
}
