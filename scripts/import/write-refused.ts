import { basename, join } from 'node:path'
import { EXPLANATIONS } from '../../src/checks/explain/index'
import type { Files, Format, Refused } from '../../src/formats/format'
import type { ImportPlan } from '../../src/merge/import-plan'
import { writeAtomically } from '../files'
import type { ProblemLanguage } from '../print-problems'

/** The entries of a plan that nothing is taken of, with the reasons. */
export const refusedIn = (plan: ImportPlan): readonly Refused[] =>
  plan.entries
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ at, problems }) => ({ at, problems }))

/**
 * Writes what was refused in the format it came in: `words.csv` → `words.refused.csv` in a folder, or
 * the file named; several files into a folder of that name. Gives the path; none where the format cannot say.
 */
export const writeRefused = async (
  plan: ImportPlan,
  files: Files,
  format: Format,
  where: {
    readonly input: string
    /** Where it goes if no file is named. */
    readonly folder: string
    readonly output?: string | undefined
  },
  lang: ProblemLanguage,
): Promise<string | undefined> => {
  const refused = refusedIn(plan)
  if (refused.length === 0 || format.writeRefused === undefined) return undefined
  const made = await format.writeRefused(files, refused, EXPLANATIONS[lang])
  const [only, ...others] = made
  if (only === undefined) return undefined
  const name = refusedName(where.input, others.length === 0 ? extensionOf(only[0]) : '')
  const beside = where.output ?? join(where.folder, name)
  try {
    return write(made, beside)
  } catch (fault) {
    // A folder that may only be read: where the command was given, then.
    const isClosed = fault instanceof Error && /^E(ACCES|PERM|ROFS)/.test(fault.message)
    if (!isClosed || where.output !== undefined) throw fault
    return write(made, name)
  }
}

const write = (files: Files, path: string): string => {
  const [only, ...others] = files
  if (only !== undefined && others.length === 0) writeAtomically(path, only[1])
  else for (const [name, bytes] of files) writeAtomically(join(path, name), bytes)
  return path
}

const extensionOf = (name: string): string => /\.[^./]*$/.exec(name)?.[0] ?? ''

const refusedName = (input: string, extension: string): string => {
  const name = basename(input)
  return `${name.slice(0, name.length - extensionOf(name).length)}.refused${extension}`
}
