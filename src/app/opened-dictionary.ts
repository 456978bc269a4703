import type { LanguageCode } from '../lexicon/ids'
import type { Dictionary } from '../pack/dictionary'
import type { Library } from './library'
import { watch } from './watch'

/** The dictionary of a language as soon as it is open; none: the device has none. */
export const openedDictionary = (
  library: Library,
  language: LanguageCode,
): Promise<Dictionary | undefined> =>
  new Promise((resolve) => {
    const stop = watch(() => {
      const shelf = library.shelves.value.find((other) => other.language === language)
      const isAbsent = shelf === undefined || ['absent', 'failed'].includes(shelf.status.kind)
      if (shelf?.dictionary === undefined && !isAbsent) return
      resolve(shelf?.dictionary)
      // It first runs before it can be stopped.
      queueMicrotask(() => stop())
    })
  })
