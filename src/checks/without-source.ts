import { EDITOR } from '../lexicon/ids'
import type { Check } from './check'
import { unknownReferences } from './walk/references'

/** Whatever is said names an entry of sources.bib, or `editor`. */
export const withoutSource: Check = {
  code: 'without-source',
  *run(lexicon) {
    const known = new Set<string>([EDITOR, ...lexicon.sources.map(({ value }) => value.id)])
    for (const { given, at } of unknownReferences(lexicon, ['source'], (id) => known.has(id)))
      yield { code: 'without-source', severity: 'error', at: at(), given }
  },
}
