import type { Licence, SourceId } from '../../lexicon/ids'
import type { Lexicon, Row } from '../../lexicon/lexicon'
import type { ReviewState } from '../../lexicon/review'

/** What forms, senses, examples and media have in common: it came from somewhere and somebody may have judged it. */
export interface Attested {
  readonly id: string
  readonly source: SourceId
  readonly licence: Licence
  readonly reviewState: ReviewState
}

export const attestedRows = (lexicon: Lexicon): readonly Row<Attested>[] => [
  ...lexicon.forms,
  ...lexicon.senses,
  ...lexicon.examples,
  ...lexicon.media,
]
