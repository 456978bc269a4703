import type { Problem } from '../../src/lexicon/problem'
import type { AddedClips, NewClip } from '../../src/merge/add-clips'
import type { PlannedRecording } from '../../src/merge/plan-recordings'
import type { MasteredClip, MasteredFiles } from './master-files'

/** What became of a file. `known`: the dictionary has it already, as a recording of that entry. */
export const OUTCOMES = ['taken', 'known', 'several', 'unmatched', 'twice', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface FileOutcome {
  readonly name: string
  readonly outcome: Outcome
  readonly planned: PlannedRecording
  readonly clip?: MasteredClip
  /** The row that it got, or that it has already. */
  readonly media?: string
  readonly problems: readonly Problem[]
}

/** Where the same recording is besides. */
type Twin = Pick<Extract<Problem, { readonly code: 'recording-twice' }>, 'first' | 'elsewhere'>

/**
 * The recordings that can be taken in: those that are known to be of an entry and can be heard. Of two
 * files that hold the same recording the first is taken; where they are of different entries neither
 * is, since one of the two names is wrong and nobody knows which.
 */
export const clipsToAdd = (
  planned: readonly PlannedRecording[],
  { clips }: MasteredFiles,
): { readonly clips: readonly NewClip[]; readonly twice: ReadonlyMap<string, Twin> } => {
  const firstByHash = new Map<string, NewClip>()
  const twice = new Map<string, Twin>()
  const added = planned.flatMap(({ name, details }): NewClip[] => {
    const mastered = clips.get(name)
    if (details === undefined || mastered === undefined) return []
    const { sha256, originalSha256 } = mastered
    const clip = { ...details, sha256, original: name, originalSha256 }
    const first = firstByHash.get(originalSha256) ?? firstByHash.get(sha256)
    if (first === undefined) {
      firstByHash.set(originalSha256, clip)
      firstByHash.set(sha256, clip)
      return [clip]
    }
    const elsewhere = first.entry === clip.entry ? {} : ({ elsewhere: 'file' } as const)
    twice.set(name, { first: first.original, ...elsewhere })
    if (first.entry !== clip.entry) twice.set(first.original, { first: name, ...elsewhere })
    return []
  })
  return { clips: added.filter(({ original }) => !twice.has(original)), twice }
}

/** What became of each file, in their order. */
export const outcomesOf = (
  planned: readonly PlannedRecording[],
  mastered: MasteredFiles,
  twice: ReadonlyMap<string, Twin>,
  { added, known, lexicon }: Pick<AddedClips, 'added' | 'known' | 'lexicon'>,
  knownBefore: ReadonlyMap<string, string>,
): readonly FileOutcome[] => {
  const mediaByHash = new Map(added.map(({ sha256, id }) => [sha256, id as string]))
  const entryByMedia = new Map<string, string>(
    lexicon.media.map(({ value }) => [value.id, value.entry]),
  )
  const knownByHash = new Map(known.map(({ sha256, media }) => [sha256, media as string]))
  return planned.map((one): FileOutcome => {
    const { name } = one
    const clip = mastered.clips.get(name)
    const hash = clip?.sha256 ?? ''
    const before = knownBefore.get(name) ?? knownByHash.get(hash)
    // Whoever gave it another name to mend a wrong one is not to think that this has done it.
    const isElsewhere =
      before !== undefined &&
      one.candidate !== undefined &&
      one.candidate.entry !== entryByMedia.get(before)
    const problems =
      before === undefined
        ? problemsOf(one, mastered, twice.get(name))
        : isElsewhere
          ? [
              recordedTwice(name, {
                first: `${before} (${entryByMedia.get(before)})`,
                elsewhere: 'row',
              }),
            ]
          : []
    const outcome = outcomeOf(problems, isElsewhere ? undefined : before)
    const media = before ?? (outcome === 'taken' ? mediaByHash.get(hash) : undefined)
    return {
      name,
      planned: one,
      problems,
      outcome,
      ...(clip !== undefined && { clip }),
      ...(media !== undefined && { media }),
    }
  })
}

/** Of what is no recording nothing else is worth telling. */
const problemsOf = (
  { name, problems }: PlannedRecording,
  mastered: MasteredFiles,
  twin: Twin | undefined,
): readonly Problem[] => {
  const heard = mastered.problems.filter(({ at }) => at.file === name)
  if (heard.some(({ code }) => code === 'no-recording')) return heard
  return [...problems, ...heard, ...(twin === undefined ? [] : [recordedTwice(name, twin)])]
}

const recordedTwice = (file: string, twin: Twin): Problem => ({
  code: 'recording-twice',
  severity: 'error',
  at: { file, line: 1, row: 1 },
  ...twin,
})

const outcomeOf = (problems: readonly Problem[], before: string | undefined): Outcome => {
  if (before !== undefined) return 'known'
  const errors = new Set(
    problems.flatMap(({ severity, code }) => (severity === 'error' ? code : [])),
  )
  if (errors.size === 0) return 'taken'
  if (errors.has('no-recording') || errors.has('recording-fault')) return 'refused'
  if (errors.has('recording-of-several')) return 'several'
  if (errors.has('recording-without-entry')) return 'unmatched'
  return errors.has('recording-twice') ? 'twice' : 'refused'
}
