import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { LanguageCode } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import { ok, type Result } from '../../lexicon/result'
import type { Dictionary, DictionaryError } from '../../pack/dictionary'
import type { ListRow } from '../../pack/sections'
import type { ClipVerdict, VerdictStore } from '../../store/recording-store'
import type { StoreError } from '../../store/store-error'
import type { Library } from '../library'
import type { Notices } from '../notices'

/** A recording that waits for somebody to hear it. */
export interface WaitingClip {
  readonly language: LanguageCode
  readonly dictionary: Dictionary
  readonly row: ListRow
  readonly media: Media
}

/** Listening to unreviewed recordings and saying of each whether it is right. */
export interface ClipReview {
  /**
   * Draft recordings of a dictionary that is open with its drafts, in the order of its entries; those
   * that were judged on this device among them.
   */
  waiting(language: LanguageCode): Promise<Result<readonly WaitingClip[], DictionaryError>>
  /** Oldest first. */
  readonly verdicts: ReadonlySignal<readonly ClipVerdict[]>
  /** What was said of the recording as it is now; a verdict on an earlier one of its id is none. */
  verdictOn(clip: WaitingClip): ClipVerdict | undefined
  load(): Promise<void>
  /** Takes the place of what was said before. */
  judge(
    clip: WaitingClip,
    verdict: 'reviewed' | 'rejected',
    reviewer: string,
    reason?: string,
  ): Promise<void>
  /** Takes the verdict back. */
  forget(clip: WaitingClip): Promise<void>
}

export interface ClipReviewDependencies {
  readonly library: Library
  readonly store: VerdictStore
  readonly notices: Notices
  readonly now: () => number
}

export const createClipReview = (dependencies: ClipReviewDependencies): ClipReview => {
  const { library, store, notices, now } = dependencies
  const verdicts = signal<readonly ClipVerdict[]>([])
  const tell = (done: Result<void, StoreError>) => {
    if (!done.ok) notices.fault(done.error)
  }
  const without = ({ language, media }: WaitingClip) =>
    verdicts.value.filter((other) => other.language !== language || other.media !== media.id)
  return {
    verdicts,
    verdictOn: ({ language, media }) =>
      verdicts.value.find(
        (verdict) =>
          verdict.language === language &&
          verdict.media === media.id &&
          verdict.clip === media.sha256,
      ),
    load: async () => {
      const read = await store.list()
      if (read.ok) verdicts.value = [...read.value].sort((a, b) => a.at - b.at)
      else notices.fault(read.error)
    },
    waiting: async (language) => {
      const { dictionary } = library.shelf(language) ?? {}
      const clips: WaitingClip[] = []
      for (const number of dictionary?.draftList?.numbers() ?? []) {
        const full = await dictionary!.entry(number, { drafts: true })
        if (!full.ok) return full
        const row = dictionary!.listRow(number)
        const drafts = (full.value?.media ?? []).filter(
          ({ kind, reviewState }) => kind === 'audio' && reviewState === 'draft',
        )
        if (row !== undefined)
          clips.push(...drafts.map((media) => ({ language, dictionary: dictionary!, row, media })))
      }
      return ok(clips)
    },
    judge: async (clip, verdict, reviewer, reason = '') => {
      const { language, media } = clip
      const one: ClipVerdict = {
        language,
        media: media.id,
        clip: media.sha256,
        verdict,
        reviewer,
        ...(reason !== '' && { reason }),
        at: now(),
      }
      verdicts.value = [...without(clip), one]
      tell(await store.save(one))
    },
    forget: async (clip) => {
      verdicts.value = without(clip)
      tell(await store.remove(clip.language, [clip.media.id]))
    },
  }
}
