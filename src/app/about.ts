import type { LanguageCode } from '../lexicon/ids'
import type { Dictionary, DictionaryError } from '../pack/dictionary'
import type { PackAbout } from '../pack/sections'
import type { App } from './app'
import type { Shelf } from './shelf'
import { createView, type View } from './view'

export type AboutView =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'pack-absent'; readonly shelf: Shelf }
  | { readonly kind: 'failed'; readonly fault: DictionaryError }
  | {
      readonly kind: 'open'
      readonly shelf: Shelf
      readonly dictionary: Dictionary
      readonly about: PackAbout
    }

/** What is known of one language and of its dictionary. */
export const openAbout = (app: App, language: LanguageCode): View<AboutView> =>
  createView<AboutView>({ kind: 'opening' }, () => {
    const shelf = app.library.shelves.value.find((other) => other.language === language)
    if (shelf === undefined) return { kind: 'unknown' }
    const { dictionary } = shelf
    return dictionary === undefined ? { kind: 'pack-absent', shelf } : readAbout(shelf, dictionary)
  })

const readAbout = async (shelf: Shelf, dictionary: Dictionary): Promise<AboutView> => {
  const about = await dictionary.about()
  return about.ok
    ? { kind: 'open', shelf, dictionary, about: about.value }
    : { kind: 'failed', fault: about.error }
}
