import type { Attribution } from '../../src/formats/format'
import type { Licence, SourceId, VarietyId } from '../../src/lexicon/ids'

/** What holds where a file of the tests does not say. */
export const ATTRIBUTION: Attribution = {
  variety: 'ba-na' as VarietyId,
  source: 'editor' as SourceId,
  licence: 'CC-BY-4.0' as Licence,
  reviewState: 'draft',
}
