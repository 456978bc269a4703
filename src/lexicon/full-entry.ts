import type { Entry } from './entry'
import type { Example } from './example'
import type { Form } from './form'
import type { Media } from './media'
import type { Relation } from './relation'
import type { Sense } from './sense'

/** An entry with everything that hangs on it: the row of a pack, the page of the app. */
export interface FullEntry {
  readonly entry: Entry
  /** The headword's form first, then by variety rank, spellings before transcriptions. */
  readonly forms: readonly Form[]
  readonly senses: readonly Sense[]
  readonly examples: readonly Example[]
  /** Those that start at this entry or one of its senses. */
  readonly relations: readonly Relation[]
  readonly media: readonly Media[]
}
