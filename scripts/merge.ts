import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { installDriver, takeOutStates } from './merge/git'
import { mergeFolders } from './merge/merge-folders'
import { mergeTable } from './merge/merge-table'
import { resolveFile } from './merge/resolve-file'
import { SENTENCES } from './merge/sentences'
import { isProblemLanguage, PROBLEM_LANGUAGES, type ProblemLanguage } from './print-problems'

const USAGE = `npm run merge -- [options] BASE OURS THEIRS    merges what two people made of the same tables

  BASE OURS THEIRS   three states of one language's folder (data/ba-na) or of one CSV table: before,
                     ours, theirs. Rows are merged by id, then field by field. What both changed in
                     different ways stays as in OURS and is listed in conflicts.csv.
  --apply            writes the result into OURS; without it nothing is written
  --out PATH         writes it to PATH: a folder that is not there yet, or a file
  --new-ids          folders: where both added rows under one id, gives those of THEIRS new ids
  --lang vi|en       language of the sentences (vi)

npm run merge -- --resolve data/ba-na/conflicts.csv --into data/ba-na
                     puts what the column "resolved" says into the tables: ours, theirs, or the text
                     itself; between "…" a text is meant to the letter, "" is an empty cell. Of two
                     rows under one id: ours, theirs, or a new id for the row of theirs.

With git:
npm run merge -- --install
                     has git merge the tables so (once in every copy of the repository)
npm run merge -- --git data/ba-na [--new-ids]
                     in the middle of a git merge: merges the folder as a whole
npm run merge -- --driver BASE OURS THEIRS PATH
                     what git calls
  --help

Exits 1 when there are conflicts or a table cannot be read, 2 when the command is not right.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    apply: { type: 'boolean', default: false },
    out: { type: 'string' },
    'new-ids': { type: 'boolean', default: false },
    resolve: { type: 'string' },
    into: { type: 'string' },
    install: { type: 'boolean', default: false },
    git: { type: 'string' },
    driver: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'vi' },
    help: { type: 'boolean', default: false },
  },
})

process.exitCode = main()

/** The exit code. */
function main(): number {
  const { lang, resolve, into } = values
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (!isProblemLanguage(lang)) {
    console.error(`--lang ${lang}: use one of ${PROBLEM_LANGUAGES.join(', ')}`)
    return 2
  }
  if (values.install) return install(lang)
  if (values.git !== undefined) return mergeInGit(values.git.replace(/\/+$/, ''), lang)
  if (resolve !== undefined && into !== undefined)
    return areThere([resolve, into], lang) ? resolveFile(resolve, into, lang) : 2
  const [base, ours, theirs, path] = positionals
  const isComplete = base !== undefined && ours !== undefined && theirs !== undefined
  if (!isComplete || positionals.length !== (values.driver ? 4 : 3) || resolve !== undefined) {
    console.error(USAGE)
    return 2
  }
  if (!areThere([base, ours, theirs], lang)) return 2
  if (path !== undefined) {
    const out = { file: ours, conflictsIn: dirname(path) }
    return mergeTable({ base, ours, theirs, path, out }, lang)
  }
  const out = values.out ?? (values.apply ? ours : undefined)
  const folders = [base, ours, theirs].filter((side) => statSync(side).isDirectory()).length
  if (folders === 0) {
    const file = out === undefined ? undefined : { file: out, conflictsIn: dirname(out) }
    return mergeTable({ base, ours, theirs, path: ours, out: file }, lang)
  }
  if (folders < 3) {
    console.error(SENTENCES[lang].notBoth)
    return 2
  }
  const kind = values.out === undefined ? 'changes' : 'new'
  const target = out === undefined ? undefined : ({ kind, folder: out } as const)
  return mergeFolders({ base, ours, theirs, newIds: values['new-ids'], out: target }, lang)
}

function install(lang: ProblemLanguage): number {
  const installed = installDriver()
  if (installed.ok) console.log(SENTENCES[lang].installed(installed.value))
  else console.error(SENTENCES[lang].git(installed.error))
  return installed.ok ? 0 : 1
}

function mergeInGit(folder: string, lang: ProblemLanguage): number {
  const say = SENTENCES[lang]
  const states = takeOutStates(folder)
  if (!states.ok || states.value === undefined) {
    console.error(states.ok ? say.noMerge : say.git(states.error))
    return 1
  }
  const { remove, ...sides } = states.value
  try {
    const out = { kind: 'changes', folder } as const
    return mergeFolders({ ...sides, newIds: values['new-ids'], out }, lang)
  } finally {
    remove()
  }
}

/** Whether all of these are there; says which is not. */
function areThere(paths: readonly string[], lang: ProblemLanguage): boolean {
  const missing = paths.filter((path) => !existsSync(path))
  for (const path of missing) console.error(SENTENCES[lang].notThere(path))
  return missing.length === 0
}
