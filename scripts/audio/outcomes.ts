import type { Problem } from '../../src/lexicon/problem'
import type { AddedClips, NewClip } from '../../src/merge/add-clips'
import type { PlannedRecording } from '../../src/merge/plan-recordings'
import type { MasteredClip, MasteredFiles } from './master-files'

/** What became of a file. `known`: the dictionary has it already. */
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

/** The recordings that can be taken in: those that are known to be of an entry and can be heard. */
export const clipsToAdd = (
  planned: readonly PlannedRecording[],
  { clips }: MasteredFiles,
): { readonly clips: readonly NewClip[]; readonly twice: ReadonlyMap<string, string> } => {
  const firstByHash = new Map<string, string>()
  const twice = new Map<string, string>()
  const added = planned.flatMap(({ name, details }): NewClip[] => {
    const clip = clips.get(name)
    if (details === undefined || clip === undefined) return []
    const first = firstByHash.get(clip.originalSha256) ?? firstByHash.get(clip.sha256)
    if (first !== undefined) {
      twice.set(name, first)
      return []
    }
    firstByHash.set(clip.originalSha256, name)
    firstByHash.set(clip.sha256, name)
    const { sha256, originalSha256 } = clip
    return [{ ...details, sha256, original: name, originalSha256 }]
  })
  return { clips: added, twice }
}

/** What became of each file, in their order. */
export const outcomesOf = (
  planned: readonly PlannedRecording[],
  mastered: MasteredFiles,
  twice: ReadonlyMap<string, string>,
  { added, known }: Pick<AddedClips, 'added' | 'known'>,
  knownBefore: ReadonlyMap<string, string>,
): readonly FileOutcome[] => {
  const mediaByHash = new Map(added.map(({ sha256, id }) => [sha256, id as string]))
  const knownByHash = new Map(known.map(({ sha256, media }) => [sha256, media as string]))
  return planned.map((one): FileOutcome => {
    const { name } = one
    const clip = mastered.clips.get(name)
    const hash = clip?.sha256 ?? ''
    const before = knownBefore.get(name) ?? knownByHash.get(hash)
    const problems = before === undefined ? problemsOf(one, mastered, twice.get(name)) : []
    const outcome = outcomeOf(problems, before)
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
  first: string | undefined,
): readonly Problem[] => {
  const heard = mastered.problems.filter(({ at }) => at.file === name)
  if (heard.some(({ code }) => code === 'no-recording')) return heard
  return [...problems, ...heard, ...(first === undefined ? [] : [recordedTwice(name, first)])]
}

const recordedTwice = (file: string, first: string): Problem => ({
  code: 'recording-twice',
  severity: 'error',
  at: { file, line: 1, row: 1 },
  first,
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
