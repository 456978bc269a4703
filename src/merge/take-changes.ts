import type { MediaId, SourceId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import type { ReviewState } from '../lexicon/review'
import { addClips } from './add-clips'
import type { ChangeFault, PlannedChanges } from './plan-changes'
import { applyVerdicts } from './review-list'

/** What became of one line of a change set. */
export type ChangeOutcome = { readonly line: number } & (
  | { readonly kind: 'added'; readonly media: MediaId; readonly entry: string }
  | {
      readonly kind: 'judged'
      readonly subject: string
      readonly before: ReviewState
      readonly after: ReviewState
    }
  /** It is there already. */
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'refused'; readonly fault: ChangeFault }
)

export interface TakenChanges {
  readonly lexicon: Lexicon
  /** In the order of the lines. */
  readonly outcomes: readonly ChangeOutcome[]
  /** Where each new recording goes under media/, by its SHA-256. */
  readonly paths: ReadonlyMap<string, string>
}

/**
 * Takes the recordings and verdicts of a change set into the dictionary.
 * @param masteredOf SHA-256, hex, of what was made of a recording of the archive; none: nothing could be
 */
export const takeChanges = (
  lexicon: Lexicon,
  planned: PlannedChanges,
  source: SourceId,
  masteredOf: (path: string) => string | undefined,
): TakenChanges => {
  const outcomes: ChangeOutcome[] = []
  const refuse = (line: number, fault: ChangeFault): void => {
    outcomes.push({ line, kind: 'refused', fault })
  }
  for (const [line, fault] of planned.refused) refuse(line, fault)
  const sha256ByOriginal = new Map(
    lexicon.media.map(({ value }) => [value.originalSha256, value.sha256]),
  )
  const mastered = planned.clips.flatMap(({ line, path, clip }) => {
    const sha256 = sha256ByOriginal.get(clip.originalSha256) ?? masteredOf(path)
    if (sha256 !== undefined) return [{ line, clip: { ...clip, source, sha256 } }]
    refuse(line, { kind: 'not-mastered', path })
    return []
  })
  const {
    lexicon: taken,
    paths,
    added,
    known,
  } = addClips(
    lexicon,
    mastered.map(({ clip }) => clip),
  )
  const fresh = new Map(added.map((media) => [media.originalSha256, media]))
  const old = new Map(known.map(({ originalSha256, media }) => [originalSha256, media]))
  const entries = new Map(taken.media.map(({ value }) => [value.id, value.entry]))
  for (const { line, clip } of mastered) {
    const media = fresh.get(clip.originalSha256)
    // A file that has a recording twice has it once as new.
    fresh.delete(clip.originalSha256)
    const id = old.get(clip.originalSha256)
    const entry = id && entries.get(id)
    if (media !== undefined)
      outcomes.push({ line, kind: 'added', media: media.id, entry: media.entry })
    else if (id === undefined || entry === undefined) throw new RangeError(`Lost: line ${line}`)
    else if (entry === clip.entry) outcomes.push({ line, kind: 'unchanged', id })
    else refuse(line, { kind: 'recording-of-another', media: id, entry })
  }
  const clips = new Map<string, string>(taken.media.map(({ value }) => [value.id, value.sha256]))
  const heard = planned.verdicts.filter(({ subject, heard, at }) => {
    const isHeard = !clips.has(subject) || clips.get(subject) === heard
    if (!isHeard) refuse(at.line, { kind: 'other-recording', subject })
    return isHeard
  })
  const judged = applyVerdicts(taken, heard)
  for (const outcome of judged.outcomes) {
    const { subject } = outcome
    const { line } = outcome.at
    if (outcome.kind === 'refused') {
      const { fault, detail } = outcome
      refuse(line, { kind: 'verdict', fault, detail })
    } else if (outcome.kind === 'unchanged') outcomes.push({ line, kind: 'unchanged', id: subject })
    else {
      const { before, after } = outcome
      outcomes.push({ line, kind: 'judged', subject, before, after })
    }
  }
  return {
    lexicon: judged.lexicon,
    outcomes: outcomes.sort((a, b) => a.line - b.line),
    paths,
  }
}
