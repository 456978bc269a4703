import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Lexicon } from '../src/lexicon/lexicon'
import { listTree, replaceFolder } from './files'
import { isProblemLanguage, PROBLEM_LANGUAGES, printProblems } from './print-problems'
import { readChecked } from './read-lexicon'
import { CHECKSUMS, checksumsOf } from './release/checksums'
import { citationOf } from './release/citation'
import { languageFiles } from './release/language-files'
import { licenceFiles } from './release/licences'
import { readMe } from './release/read-me'

const USAGE = `npm run release [-- options]    writes everything that is given to others

  --data DIR     folder of the tables (data)
  --out DIR      folder of the release, replaced as a whole (dist/release)
  --lang vi|en   language of the sentences about problems (vi)
  --help

Packs, CLDF, LIFT, TEI, StarDict, Yomitan, Anki, XLSX and a printable book of each dictionary, the
licence of each source, CITATION.cff and checksums. Only what is confirmed and may be published is in
them. The same tables give the same bytes. Exits 1, with nothing written, when there is an error.`

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data' },
    out: { type: 'string', default: 'dist/release' },
    lang: { type: 'string', default: 'vi' },
    help: { type: 'boolean', default: false },
  },
})

process.exitCode = await main()

/** The exit code; 2 when the command is not right. */
async function main(): Promise<number> {
  const { data, out, lang } = values
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  if (!isProblemLanguage(lang)) {
    console.error(`--lang ${lang}: use one of ${PROBLEM_LANGUAGES.join(', ')}`)
    return 2
  }
  if (listTree(data).length === 0) {
    console.error(`There are no tables in ${data}. Name their folder: --data DIR`)
    return 2
  }
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, CHECKSUMS))) {
    console.error(`${out} holds something else than a release. Name another folder: --out DIR`)
    return 2
  }
  const { lexicons, problems } = readChecked(data)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (printProblems(errors, lang) > 0) {
    console.error('Nothing was released. Mend the errors above, then run this again.')
    return 1
  }
  const files = await releaseFiles(
    [...lexicons].sort((a, b) => a.language.place - b.language.place),
    data,
  )
  replaceFolder(out, files)
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0)
  console.log(`${files.size} files, ${bytes} bytes, written to ${out}`)
  return 0
}

async function releaseFiles(
  lexicons: readonly Lexicon[],
  data: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const lexicon of lexicons) {
    const { code, release } = lexicon.language
    const own = await languageFiles(lexicon, join(data, code, 'media'))
    for (const [path, bytes] of own) files.set(path, bytes)
    const total = [...own.values()].reduce((sum, { length }) => sum + length, 0)
    console.log(`${code} ${release}: ${own.size} files, ${total} bytes`)
  }
  const texts = [
    ...licenceFiles(lexicons),
    ['CITATION.cff', citationOf(lexicons)],
    ['README.md', readMe(lexicons)],
  ] as const
  for (const [path, text] of texts) files.set(path, new TextEncoder().encode(text))
  files.set(CHECKSUMS, new TextEncoder().encode(checksumsOf(files)))
  return files
}
