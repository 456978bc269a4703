import type { Format } from './format'
import { readLift } from './lift/read-lift'
import { writeLift } from './lift/write-lift'
import { writeRefusedLift } from './lift/write-refused'

/**
 * LIFT 0.13, with which FLEx, WeSay and Lexique Pro exchange dictionaries: `<name>.lift` and, beside
 * it, the lists of its values in `<name>.lift-ranges`.
 *
 * The headword is the lexical unit, other forms are variants, recordings are pronunciations and
 * pictures illustrations of the first sense. What LIFT has no place for stands in fields named `rong-…`,
 * which the header declares so that FLEx keeps them. Whatever else a file holds is residue, in place.
 *
 * A record whose entry is not in the dictionary has no place in the file. Nor have the characters
 * that XML lacks: control characters other than tab and line ends, U+FFFE, U+FFFF, halves of surrogate
 * pairs; U+FFFD is written for them.
 */
export const lift: Format = {
  id: 'lift',
  name: 'LIFT (FLEx)',
  extensions: ['lift'],
  read: async (files, context) => readLift(files, context),
  write: async (lexicon, context) => writeLift(lexicon, context),
  writeRefused: async (files, refused, say) => writeRefusedLift(files, refused, say),
}
