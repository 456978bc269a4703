import { existsSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkLexicon } from '../src/checks/index'
import type { Files, Format } from '../src/formats/format'
import { FORMATS } from '../src/formats/index'
import { writeZip } from '../src/formats/zip'
import type { Lexicon } from '../src/lexicon/lexicon'
import { fullEntries } from '../src/pack/publish'
import { listLanguages, readBytes, writeAtomically } from './files'
import { makeSqlite } from './make-sqlite'
import {
  isProblemLanguage,
  PROBLEM_LANGUAGES,
  type ProblemLanguage,
  printProblems,
} from './print-problems'
import { readLexicon } from './read-lexicon'
import { bilingual, languageAsked, type Told, useOneOf } from './told'

const IDS = FORMATS.map(({ id }) => id)

const USAGE = `npm run export -- --language ba-na --format lift --out FILE [options]

Writes a dictionary for another program. Formats that can be imported again have everything; those
made for readers have what is published, and with --drafts what is not confirmed yet.

  --language CODE  the dictionary: ba-na, gia-rai, xo-dang, gie-trieng
  --format ID      ${IDS.join(', ')}
  --out FILE       a file; for formats of several files a folder, or a .zip with all of them
  --data DIR       folder of the tables (data)
  --drafts         drafts too, in formats made for readers
  --lang vi|en     language of the sentences about problems (vi)
  --help

The same tables give the same bytes. Exits 1, with nothing written, when the tables have an error.`

const NOTHING_EXPORTED = bilingual(
  'Chưa xuất gì. Hãy sửa các lỗi trên rồi chạy lại.',
  'Nothing was exported. Mend the errors above, then run this again.',
)

const OPTIONS = {
  language: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  data: { type: 'string', default: 'data' },
  drafts: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'vi' },
  help: { type: 'boolean', default: false },
} as const

const asked = languageAsked(process.argv.slice(2))
process.exitCode = await main()

async function main(): Promise<number> {
  let values: ReturnType<typeof parse>
  try {
    values = parse()
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
    return refuse(bilingual(`Lựa chọn không đúng: ${fault.message}`, fault.message))
  }
  const { language, format: id, out, lang } = values
  if (values.help) {
    console.log(USAGE)
    return 0
  }
  const root = existsSync(join(values.data, 'language.json'))
    ? dirname(resolve(values.data))
    : values.data
  if (!existsSync(root))
    return refuse(
      bilingual(
        `--data ${values.data}: không có thư mục này.`,
        `--data ${values.data}: there is no such folder.`,
      ),
    )
  const languages = listLanguages(root)
  if (language === undefined || !languages.includes(language))
    return refuse(useOneOf('--language', language, languages))
  const entry = FORMATS.find((format) => format.id === id)
  if (entry === undefined) return refuse(useOneOf('--format', id, IDS))
  if (out === undefined)
    return refuse(
      bilingual('Thiếu --out: hãy nêu tệp để ghi.', '--out is missing: name the file to write.'),
    )
  if (!isProblemLanguage(lang)) return refuse(useOneOf('--lang', lang, PROBLEM_LANGUAGES))
  const format = await entry.load()
  if (format.write === undefined)
    return refuse(
      bilingual(
        `--format ${id}: định dạng này chỉ đọc được: npm run import`,
        `--format ${id}: this format is only read: npm run import`,
      ),
    )

  const { lexicon, problems } = readLexicon(root, language)
  const errors = [...problems, ...(lexicon ? checkLexicon(lexicon) : [])].filter(
    ({ severity }) => severity === 'error',
  )
  if (lexicon === undefined || errors.length > 0) {
    printProblems(errors, lang)
    console.error(NOTHING_EXPORTED[lang])
    return 1
  }
  const files = await format.write(lexicon, {
    drafts: values.drafts,
    sqlite: makeSqlite,
    media: (path) => readBytes(join(root, language, 'media', path)),
  })
  const written = write(files, out, format)
  for (const path of written) console.log(path)
  if (!values.drafts) tellDrafts(lexicon, format, lang)
  return 0
}

function parse() {
  return parseArgs({ options: OPTIONS }).values
}

function refuse(sentence: Told): number {
  console.error(`${sentence[asked]}\nnpm run export -- --help`)
  return 2
}

/**
 * One file takes the name given. Of several, the one of its extension does and the others stand beside
 * it under their own names, since it refers to them so; else they go into a folder of that name.
 */
function write(files: Files, out: string, { extensions }: Format): readonly string[] {
  const isFolder = existsSync(out) && statSync(out).isDirectory()
  const all = [...files]
  if (all.length > 1 && extname(out) === '.zip' && !extensions.includes('zip')) {
    writeAtomically(out, writeZip(files))
    return [out]
  }
  const main = all.filter(([path]) => !path.includes('/') && extname(path) === extname(out))
  const isMain = (path: string) => all.length === 1 || (main.length === 1 && main[0]![0] === path)
  const hasMain = !isFolder && all.some(([path]) => isMain(path))
  const beside = hasMain ? dirname(out) : out
  return all.map(([path, bytes]) => {
    const target = hasMain && isMain(path) ? out : join(beside, path)
    writeAtomically(target, bytes)
    return target
  })
}

/** Who exports a list just imported would wonder where its entries are. */
function tellDrafts(lexicon: Lexicon, { read }: Format, lang: ProblemLanguage): void {
  if (read !== undefined) return
  const { published, drafts } = fullEntries(lexicon)
  const ids = new Set(published.map(({ entry }) => entry.id))
  const left = drafts.filter(({ entry }) => !ids.has(entry.id)).length
  const sentence = bilingual(
    `${left} mục từ là bản nháp nên không được ghi. Muốn có cả chúng: --drafts`,
    `${left} entries are drafts and left out. To have them too: --drafts`,
  )
  if (left > 0) console.error(sentence[lang])
}
