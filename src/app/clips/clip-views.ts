import { computed } from '@preact/signals-core'
import type { LanguageCode } from '../../lexicon/ids'
import type { Result } from '../../lexicon/result'
import { createView, type View } from '../view'
import type { ClipOffers } from './clip-offers'
import type { ClipError, ClipPlan, ClipSelection, Clips } from './clips'

/** What can be taken by itself; nothing until it is known. */
export const openClipOffers = (
  clips: Clips,
  language: LanguageCode,
): View<Result<ClipOffers, ClipError> | undefined> =>
  createView<Result<ClipOffers, ClipError> | undefined>(undefined, () => clips.offers(language))

/** What taking a selection means, again whenever there is more or less on the device. */
export const openClipPlan = (
  clips: Clips,
  language: LanguageCode,
  selection: ClipSelection,
): View<Result<ClipPlan, ClipError> | undefined> => {
  const kept = computed(() => {
    const shelf = clips.shelves.value.find((other) => other.language === language)
    return `${shelf?.keptBytes} ${shelf?.status.kind}`
  })
  return createView<Result<ClipPlan, ClipError> | undefined>(undefined, () => {
    void kept.value
    return clips.plan(language, selection)
  })
}
