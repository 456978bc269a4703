import type { ClipOffers } from '../../app/clips/clip-offers'
import type { ClipSelection } from '../../app/clips/clips'
import type { PageTexts } from '../locales/vi-pages'

/** What a part of the recordings is called. */
export const selectionName = (
  selection: ClipSelection,
  offers: ClipOffers | undefined,
  texts: PageTexts,
): string => {
  switch (selection.kind) {
    case 'all':
      return texts.clips.all
    case 'topic': {
      const topic = offers?.topics.find(({ id }) => id === selection.topic)
      return topic === undefined ? selection.topic : texts.name(topic)
    }
    case 'grade':
      return texts.clips.gradeName(selection.grade)
    case 'entries':
      return texts.clips.saved
  }
}
