import { readWordlist } from './cldf/read-wordlist'
import { writeRefusedWords } from './cldf/write-refused'
import { writeWordlist } from './cldf/write-wordlist'
import type { Format } from './format'

/** Lists of words for comparison: what is read of them stands in cldf/read-wordlist.ts, what is written in cldf/write-wordlist.ts. */
export const cldfWordlist: Format = {
  id: 'cldf-wordlist',
  name: 'CLDF Wordlist',
  extensions: ['json', 'csv'],
  read: async (files, context) => readWordlist(files, context),
  writeRefused: async (files, refused, say) => writeRefusedWords(files, refused, say),
  write: async (lexicon, { drafts = false }) => writeWordlist(lexicon, drafts),
}
