import type { Check } from './check'
import { referencesTo } from './walk/references'

/** Every source and whatever came from one names a licence of licences.csv. */
export const withoutLicence: Check = {
  code: 'without-licence',
  *run(lexicon) {
    const known = new Set<string>(lexicon.shared.licences.map(({ value }) => value.id))
    const ofSources = lexicon.sources.map(({ value, place }) => ({
      given: value.licence,
      at: () => place('license'),
    }))
    for (const { given, at } of [...referencesTo(lexicon, 'licence'), ...ofSources])
      if (!known.has(given)) yield { code: 'without-licence', severity: 'error', at: at(), given }
  },
}
