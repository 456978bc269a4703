import { checkLexicon } from '../src/checks/index'
import { readTables } from '../src/formats/tables'
import type { Lexicon } from '../src/lexicon/lexicon'
import type { Problem } from '../src/lexicon/problem'
import { listLanguages, readDataFolder, readMediaHashes } from './files'

/**
 * One dictionary from the tables under `root`, with the hashes of its media files. `problems` are
 * those of reading; the checks have not run. `lexicon` is missing where no language.json could be read.
 */
export const readLexicon = (
  root: string,
  language: string,
): { readonly lexicon: Lexicon | undefined; readonly problems: readonly Problem[] } => {
  const folder = readDataFolder(root, language)
  const { lexicon, problems } = readTables(folder.files, language)
  return {
    lexicon: lexicon && { ...lexicon, mediaFiles: readMediaHashes(root, language) },
    problems: [...folder.problems, ...problems],
  }
}

/** The dictionaries under `root`, all unless some are named, with the problems of reading and of the checks; one in the tables they share is told once. */
export const readChecked = (
  root: string,
  languages: readonly string[] = listLanguages(root),
): { readonly lexicons: readonly Lexicon[]; readonly problems: readonly Problem[] } => {
  const problems = new Map<string, Problem>()
  const lexicons: Lexicon[] = []
  for (const language of languages) {
    const { lexicon, problems: found } = readLexicon(root, language)
    if (lexicon !== undefined) lexicons.push(lexicon)
    for (const problem of [...found, ...(lexicon === undefined ? [] : checkLexicon(lexicon))])
      problems.set(JSON.stringify(problem), problem)
  }
  return { lexicons, problems: [...problems.values()] }
}
