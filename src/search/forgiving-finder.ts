import { createEditCosts, type EditCosts } from './edit-costs'
import { findGlosses } from './find-glosses'
import { findHeadwords, headwordRanges } from './find-headwords'
import type { Finder } from './finder'
import type { Layer } from './searchable'

/** Folded syllables have no marks and no spellings to choose from: only slips are forgiven. */
const PLAIN_SYLLABLES = { equivalences: [], letterByLookAlike: new Map<string, string>() }

/**
 * Finds what was typed on any keyboard, in any spelling the language's tables know, with a letter or
 * two wrong. What edits cost is worked out once a dictionary, when it is first searched.
 */
export const createForgivingFinder = (): Finder => {
  const headwordCosts = new WeakMap<Layer, EditCosts>()
  const glossCosts = new WeakMap<Layer, EditCosts>()
  return {
    headwords: (layer, query, orthography, enough, known) => {
      const costs = madeOnce(headwordCosts, layer, () =>
        createEditCosts(layer.keys.list.letters, orthography),
      )
      return findHeadwords(layer.keys, query, orthography, costs, enough, known)
    },
    glosses: (layer, query) => {
      const costs = madeOnce(glossCosts, layer, () =>
        createEditCosts(layer.glosses.list.letters, PLAIN_SYLLABLES),
      )
      return findGlosses(layer.glosses, query, costs)
    },
    ranges: headwordRanges,
  }
}

const madeOnce = (
  known: WeakMap<Layer, EditCosts>,
  layer: Layer,
  make: () => EditCosts,
): EditCosts => {
  let costs = known.get(layer)
  if (costs === undefined) {
    costs = make()
    known.set(layer, costs)
  }
  return costs
}
