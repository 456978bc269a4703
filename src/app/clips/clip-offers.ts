import type { Code } from '../../lexicon/concept'
import type { Topic } from '../../lexicon/ids'
import { err, ok, type Result } from '../../lexicon/result'
import type { ClipIndex } from '../../pack/clip-index'
import type { Dictionary } from '../../pack/dictionary'
import { blocksOf, gradesIn, numbersByTopic } from './clip-selection'
import type { ClipError } from './clips'

/** What of a dictionary's recordings can be taken by itself: only what has any. */
export interface ClipOffers {
  readonly topics: readonly (Code<Topic> & { readonly clips: number })[]
  /** In the order of the topics that name them; none where the programme gives no grades. */
  readonly grades: readonly { readonly grade: string; readonly clips: number }[]
}

export const offersOf = async (
  index: ClipIndex,
  dictionary: Dictionary | undefined,
  drafts: boolean,
): Promise<Result<ClipOffers, ClipError>> => {
  const about = await dictionary?.about()
  const numbers = dictionary && (await numbersByTopic(dictionary, drafts))
  if (!about?.ok || numbers === undefined) return err({ kind: 'not-on-device' })
  const { topics } = about.value
  const clipsOf = (some: readonly { readonly id: Topic }[]) =>
    blocksOf(index, new Set(some.flatMap(({ id }) => numbers(id))), drafts).clips
  const grades = [...new Set(topics.flatMap((topic) => gradesIn(topic.grades)))]
  return ok({
    topics: topics
      .map((topic) => ({ ...topic, clips: clipsOf([topic]) }))
      .filter(({ clips }) => clips > 0),
    grades: grades
      .map((grade) => ({
        grade,
        clips: clipsOf(topics.filter((topic) => gradesIn(topic.grades).includes(grade))),
      }))
      .filter(({ clips }) => clips > 0),
  })
}
