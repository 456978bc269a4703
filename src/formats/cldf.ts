import { dictionaryTables } from './cldf/dictionary-tables'
import { readDictionary } from './cldf/read-dictionary'
import { writeDataset } from './cldf/write-dataset'
import type { Format } from './format'

/**
 * A CLDF Dictionary for archives and other programs: our tables in one folder with the shared ones they
 * refer to, valid metadata, and the editors in the bibliography, so that every source is a key of it. It holds
 * every record; a NUL is the one character that it cannot hold. A list whose values hold `; ` is
 * written as in our own tables, with `\;`: other programs part it there.
 */
export const cldfDictionary: Format = {
  id: 'cldf-dictionary',
  name: 'CLDF Dictionary',
  extensions: ['json', 'csv'],
  read: async (files, context) => readDictionary(files, context),
  write: async (lexicon, { media }) => {
    const written = new Map(
      writeDataset(lexicon, dictionaryTables(lexicon), {
        module: 'Dictionary',
        genre: 'dictionary',
        says: 'Every form and sense names its source, its row in that source, its licence and its review state: rows that are draft or rejected are not confirmed by anybody.',
      }),
    )
    for (const { value } of lexicon.media) {
      const bytes = media?.(value.path)
      if (bytes !== undefined) written.set(`media/${value.path}`, bytes)
    }
    return written
  },
}
