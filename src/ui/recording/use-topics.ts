import type { Shelf } from '../../app/shelf'
import { createView } from '../../app/view'
import type { TopicRow } from '../../lexicon/concept'
import { useView } from '../use-view'

/** Topics of a dictionary; none while they are still on their way. */
export const useTopics = (shelf: Shelf | undefined): readonly TopicRow[] => {
  const dictionary = shelf?.dictionary
  return useView(
    () =>
      createView<readonly TopicRow[]>([], async () => {
        const about = await dictionary?.about()
        return about?.ok === true ? about.value.topics : []
      }),
    [dictionary],
  )
}
