import type { LicenceRow } from '../../lexicon/concept'
import type { Licence } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'

/** The licences under which data may be published so. */
export const licencesToPublish = (
  { shared }: Lexicon,
  publish: LicenceRow['publish'],
): ReadonlySet<Licence> =>
  new Set(
    shared.licences.filter(({ value }) => value.publish === publish).map((row) => row.value.id),
  )
