import type { LanguageCode } from '../lexicon/ids'
import type { Dictionary } from '../pack/dictionary'
import type { ListRow } from '../pack/sections'
import { createOrthography, type Orthography } from '../text/orthography'
import { type GlossKeys, openGlossKeys } from './gloss-keys'
import { type HeadwordKeys, openHeadwordKeys } from './headword-keys'

/** A dictionary made ready to be searched: its key sections opened, nothing of its entries read. */
export interface Searchable {
  readonly language: LanguageCode
  readonly orthography: Orthography
  readonly layers: readonly Layer[]
}

/** The published entries, or the ones with unconfirmed forms and senses that stand over them. */
export interface Layer {
  readonly keys: HeadwordKeys
  readonly glosses: GlossKeys
  readonly row: (number: number) => ListRow | undefined
}

/** `drafts`: search the unconfirmed too, where the pack has them on this device. */
export const openSearchable = (
  dictionary: Dictionary,
  { drafts }: { readonly drafts: boolean },
): Searchable => {
  const orthography = createOrthography(dictionary.meta)
  const row = (number: number) => dictionary.listRow(number, { drafts })
  const layers = [layerOf(dictionary, 'keys', 'glosses', row)]
  if (drafts) layers.unshift(layerOf(dictionary, 'draft-keys', 'draft-glosses', row))
  return {
    language: dictionary.meta.code,
    orthography,
    layers: layers.filter((layer): layer is Layer => layer !== undefined),
  }
}

const layerOf = (
  dictionary: Dictionary,
  keysName: string,
  glossesName: string,
  row: Layer['row'],
): Layer | undefined => {
  const keys = dictionary.section(keysName)
  const glosses = dictionary.section(glossesName)
  if (keys === undefined || glosses === undefined) return undefined
  return { keys: openHeadwordKeys(keys), glosses: openGlossKeys(glosses), row }
}
