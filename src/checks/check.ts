import type { Lexicon } from '../lexicon/lexicon'
import type { Problem, ProblemCode } from '../lexicon/problem'

/**
 * One rule over a whole lexicon. To add a rule: its code in lexicon/problem.ts, a file here named
 * for the code, a line in index.ts, a sentence in each of explain/, and in test/fixtures/broken a
 * folder with the one fault. What several rules walk over stands in walk/.
 */
export interface Check {
  readonly code: ProblemCode
  readonly run: (lexicon: Lexicon) => Iterable<Problem>
}
