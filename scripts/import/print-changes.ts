import { EXPLANATIONS } from '../../src/checks/explain/index'
import { writeCsv } from '../../src/formats/csv'
import { guardFormula } from '../../src/formats/wide/formula-guard'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Problem } from '../../src/lexicon/problem'
import type { ChangeOutcome, TakenChanges } from '../../src/merge/take-changes'
import { writeAtomically } from '../files'
import { type ProblemLanguage, printProblems } from '../print-problems'
import { printable } from '../printable'
import { CHANGE_SENTENCES, lineSentence, refusalSentence } from './change-set-sentences'
import type { ImportedChangeSet } from './change-sets'

/** Of each kind so many are printed; the report has them all. */
const PRINTED = 40

const print = (text: string): void => console.log(printable(text))

/** Prints what became of each file: the counts, then what needs somebody's eyes. */
export const printChanges = (
  imported: readonly ImportedChangeSet[],
  lexicon: Lexicon,
  lang: ProblemLanguage,
): void => {
  const say = CHANGE_SENTENCES[lang]
  for (const { file, set, taken, problems } of imported) {
    const { manifest, unlisted, speakerFaults } = set
    const day = manifest.madeAt.slice(0, 10)
    print(say.read(file, set.lines.length, day, manifest.base?.release))
    if (unlisted.length > 0) print(say.unlisted(unlisted.join(', ')))
    for (const { line, fault } of speakerFaults) print(say.speaker(line, lineSentence(say, fault)))
    printProblems(problems, lang)
    const rows = rowsOf([{ file, set, taken, problems }], lexicon, lang)
    for (const outcome of ['refused', 'added', 'judged'] as const) {
      const found = rows.filter((row) => row.outcome === outcome)
      for (const { line, headword, id, reason, speaker } of found.slice(0, PRINTED))
        print(
          `  ${[`${file}:${line}`, say.outcomes[outcome], headword, id, speaker].filter((text) => text !== '').join('  ')}${reason === '' ? '' : `: ${reason}`}`,
        )
      if (found.length > PRINTED) console.log(`  ${say.more(found.length - PRINTED)}`)
    }
    const count = countOf(taken.outcomes)
    console.log(say.counts(count('added'), count('judged'), count('unchanged'), count('refused')))
  }
}

const countOf = (outcomes: readonly ChangeOutcome[]) => (kind: ChangeOutcome['kind']) =>
  outcomes.filter((outcome) => outcome.kind === kind).length

/** The sentence for every line that was not taken. */
export const refusalsOf = (
  { outcomes }: TakenChanges,
  lang: ProblemLanguage,
): ReadonlyMap<number, string> =>
  new Map(
    outcomes.flatMap((outcome) =>
      outcome.kind === 'refused'
        ? [[outcome.line, refusalSentence(CHANGE_SENTENCES[lang], outcome.fault)] as const]
        : [],
    ),
  )

interface ChangeRow {
  readonly file: string
  readonly line: number
  readonly outcome: ChangeOutcome['kind']
  readonly headword: string
  readonly id: string
  readonly speaker: string
  readonly reason: string
}

const rowsOf = (
  imported: readonly ImportedChangeSet[],
  lexicon: Lexicon,
  lang: ProblemLanguage,
): readonly ChangeRow[] => {
  const headwords = new Map<string, string>(
    lexicon.entries.map(({ value }) => [value.id, value.headword]),
  )
  const media = new Map<string, Lexicon['media'][number]['value']>(
    lexicon.media.map(({ value }) => [value.id, value]),
  )
  return imported.flatMap(({ file, set, taken }) =>
    taken.outcomes.map((outcome) => {
      const change = set.lines[outcome.line - 1]?.change
      const said = change?.op === 'add' ? change.record : undefined
      const id = idOf(outcome) || String(said?.subject ?? '')
      const clip = media.get(id)
      const entry = String(said?.entry ?? clip?.entry ?? '')
      return {
        file,
        line: outcome.line,
        outcome: outcome.kind,
        headword: headwords.get(entry) ?? entry,
        id,
        speaker: String(said?.speaker ?? clip?.speaker ?? ''),
        reason: reasonOf(outcome, lang),
      }
    }),
  )
}

const idOf = (outcome: ChangeOutcome): string => {
  switch (outcome.kind) {
    case 'added':
      return outcome.media
    case 'judged':
      return outcome.subject
    case 'unchanged':
      return outcome.id
    case 'refused':
      return ''
  }
}

const reasonOf = (outcome: ChangeOutcome, lang: ProblemLanguage): string => {
  if (outcome.kind === 'judged') return `${outcome.before} → ${outcome.after}`
  return outcome.kind === 'refused' ? refusalSentence(CHANGE_SENTENCES[lang], outcome.fault) : ''
}

/** Writes a row for every line: as JSON where the name ends so, else as CSV that spreadsheets open. */
export const writeChangeReport = (
  path: string,
  imported: readonly ImportedChangeSet[],
  lexicon: Lexicon,
  lang: ProblemLanguage,
): void => {
  const { columns, outcomes } = CHANGE_SENTENCES[lang]
  const rows = rowsOf(imported, lexicon, lang)
  const cells = rows.map(({ file, line, outcome, headword, id, speaker, reason }) =>
    [file, String(line), outcomes[outcome], headword, id, speaker, reason].map(guardFormula),
  )
  writeAtomically(
    path,
    path.endsWith('.json')
      ? `${JSON.stringify(rows, null, 2)}\n`
      : `\uFEFF${writeCsv([[...columns], ...cells])}`,
  )
}

/** Everything as one JSON object. */
export const reportJson = (
  imported: readonly ImportedChangeSet[],
  lexicon: Lexicon,
  blocking: readonly Problem[],
  lang: ProblemLanguage,
  written: boolean,
  refused: readonly string[],
) => {
  const rows = rowsOf(imported, lexicon, lang)
  const count = (kind: ChangeOutcome['kind']) =>
    rows.filter(({ outcome }) => outcome === kind).length
  const inWords = (problem: Problem) => ({ ...problem, reason: EXPLANATIONS[lang](problem) })
  return {
    counts: {
      added: count('added'),
      judged: count('judged'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    rows,
    problems: imported.flatMap(({ problems }) => problems.map(inWords)),
    blocking: blocking.map(inWords),
    written,
    refused,
  }
}
