import { EXPLANATIONS } from '../../src/checks/explain/index'
import type { Problem } from '../../src/lexicon/problem'
import type { ProblemLanguage } from '../print-problems'
import { printable } from '../printable'
import type { FileOutcome, Outcome } from './outcomes'
import { countsOf, remarksOf } from './report'
import { SENTENCES } from './sentences'

/** Of each kind so many are printed; the report has them all. */
const PRINTED = 40

/** Prints the counts, then what needs somebody's eyes: what is not taken first, and why. */
export const printOutcomes = (
  outcomes: readonly FileOutcome[],
  listProblems: readonly Problem[],
  lang: ProblemLanguage,
): void => {
  const say = SENTENCES[lang]
  console.log(say.found(outcomes.length))
  console.log(
    countsOf(outcomes)
      .map(([outcome, count]) => `${count} ${say.outcomes[outcome]}`)
      .join(', '),
  )
  const withRemarks = (file: FileOutcome) => remarksOf(file, lang).join(' ')
  for (const outcome of NOT_TAKEN) {
    const files = outcomes.filter((file) => file.outcome === outcome)
    printSome(`${say.outcomes[outcome]}: ${files.length}`, files, withRemarks, lang)
  }
  printSome(
    say.listProblems(listProblems.length),
    listProblems.map((problem) => ({ name: EXPLANATIONS[lang](problem) })),
    () => '',
    lang,
  )
  const taken = outcomes.filter(({ outcome }) => outcome === 'taken')
  const guessed = taken.filter(({ planned: { by } }) => by === 'letters' || by === 'reading')
  printSome(
    say.guessed(guessed.length),
    guessed,
    ({ planned: { candidate, by } }) =>
      candidate === undefined || by === undefined
        ? ''
        : `${candidate.headword} "${candidate.gloss}" ${candidate.entry} (${say.ways[by]})`,
    lang,
  )
  const remarked = taken.filter((file) => remarksOf(file, lang).length > 0)
  printSome(say.warnings(remarked.length), remarked, withRemarks, lang)
  const clips = taken.flatMap(({ clip }) => clip ?? [])
  if (clips.length === 0) return
  const bytes = clips.reduce((sum, clip) => sum + clip.bytes.length, 0)
  const seconds = clips.reduce((sum, clip) => sum + clip.seconds, 0)
  console.log(`\n${say.sizes(clips.length, bytes, seconds)}`)
}

const NOT_TAKEN: readonly Outcome[] = ['refused', 'several', 'unmatched', 'twice']

const printSome = <File extends { readonly name: string }>(
  title: string,
  files: readonly File[],
  remark: (file: File) => string,
  lang: ProblemLanguage,
): void => {
  if (files.length === 0) return
  console.log(`\n${title}`)
  for (const file of files.slice(0, PRINTED)) {
    const said = remark(file)
    console.log(`  ${printable(file.name)}${said === '' ? '' : `: ${printable(said)}`}`)
  }
  if (files.length > PRINTED) console.log(`  ${SENTENCES[lang].more(files.length - PRINTED)}`)
}
