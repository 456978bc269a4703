import { useEffect, useState } from 'preact/hooks'
import type { ClipReview, WaitingClip } from '../../app/recording/clip-review'
import type { Shelf } from '../../app/shelf'
import type { Result } from '../../lexicon/result'
import type { DictionaryError } from '../../pack/dictionary'

export type WaitingClips = Result<readonly WaitingClip[], DictionaryError>

/** Draft recordings of a dictionary; none until they have been found. Those before stay while it is opened anew. */
export const useWaitingClips = (review: ClipReview, shelf: Shelf): WaitingClips | undefined => {
  const [found, setFound] = useState<WaitingClips>()
  useEffect(() => {
    let isGone = false
    void review.waiting(shelf.language).then((clips) => {
      if (!isGone) setFound(clips)
    })
    return () => {
      isGone = true
    }
  }, [review, shelf.language, shelf.dictionary])
  return found
}

/** Whether the dictionary has drafts that are not shown. */
export const hidesDrafts = ({ dictionary }: Shelf): boolean =>
  dictionary?.hasDrafts === true && dictionary.draftList === undefined
