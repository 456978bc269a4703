import { placeAsText } from '../../src/checks/explain/explain'
import { resolveConflicts } from '../../src/merge/resolve'
import { changeFolder } from '../files'
import { type ProblemLanguage, printProblems } from '../print-problems'
import { readConflictsFile, writeConflictsFile } from './conflicts-file'
import { readFolder } from './merge-table'
import { SENTENCES } from './sentences'

/** Puts settled conflicts into the tables of a folder. The exit code: 1 where any are left. */
export const resolveFile = (file: string, folder: string, language: ProblemLanguage): number => {
  const say = SENTENCES[language]
  const { settled, problems } = readConflictsFile(file)
  if (problems.length > 0) {
    printProblems(problems, language)
    return 1
  }
  const result = resolveConflicts(readFolder(folder), settled)
  printProblems(result.problems, language)
  for (const unsettled of result.unsettled)
    console.log(`${placeAsText(unsettled.at)}: ${say.unsettled(unsettled)}`)
  changeFolder(folder, result.files)
  writeConflictsFile(file, result.left)
  console.log(say.settled(result.count, result.left.length))
  return result.left.length > 0 ? 1 : 0
}
