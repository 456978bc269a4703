import type { Check } from './check'
import { unknownReferences } from './walk/references'

/** Every source and whatever came from one names a licence of licences.csv. */
export const withoutLicence: Check = {
  code: 'without-licence',
  *run(lexicon) {
    const known = new Set<string>(lexicon.shared.licences.map(({ value }) => value.id))
    const isKnown = (given: string) => known.has(given)
    for (const { given, at } of unknownReferences(lexicon, ['licence'], isKnown))
      yield { code: 'without-licence', severity: 'error', at: at(), given }
    for (const { value, place } of lexicon.sources) {
      const given = value.licence
      if (!known.has(given))
        yield { code: 'without-licence', severity: 'error', at: place('license'), given }
    }
  },
}
