import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Format, ReadResult } from '../src/formats/format'
import { FORMATS } from '../src/formats/index'
import type { Notation } from '../src/lexicon/ids'
import type { Lexicon } from '../src/lexicon/lexicon'
import { type ImportPlan, planImport } from '../src/merge/import-plan'
import { isUnsaid } from '../src/merge/incoming'
import { type Attributed, attribute } from './import/attribution'
import { CHANGE_SENTENCES } from './import/change-set-sentences'
import { importChangeSets } from './import/change-sets'
import { type ChosenEncoding, chooseEncoding } from './import/choose-encoding'
import { findMedia, mediaFinder } from './import/find-media'
import { CHANGES, type ImportCommand, readCommand, USAGE } from './import/options'
import { overwrites } from './import/overwrites'
import { countOf, printPlan } from './import/print-plan'
import { type ForeignFiles, readForeign, readForeignFiles } from './import/read-foreign'
import { namedSource } from './import/recording-source'
import { SENTENCES } from './import/sentences'
import { newFolder, openFolder, type Target } from './import/target'
import { writeRefused } from './import/write-refused'
import { reportJson, writeReport } from './import/write-report'
import { readLexicon } from './read-lexicon'
import { refuseFault } from './system-fault'
import { tellErrors } from './tell-errors'
import { bilingual, languageAsked, type Told } from './told'

/**
 * Percent that the heap may grow before garbage is collected. Left alone it grows to three times what is
 * in use; so a list of 36,000 rows takes 300 MB and a fifth of a second more.
 */
setFlagsFromString('--heap-growing-percent=50')

const asked = languageAsked(process.argv.slice(2))
const command = readCommand(process.argv.slice(2))
if (!command.ok) process.exitCode = refuseUsage(command.error)
else if (command.value === 'help') console.log(USAGE)
else process.exitCode = await main(command.value).catch(refuseFault(asked))

/** The exit code: 1 where nothing could be taken, 2 where the command was not right. */
async function main(command: ImportCommand): Promise<number> {
  const say = SENTENCES[command.lang]
  if (command.format === CHANGES) return takeChangeSets(command)
  const format = await FORMATS.find(({ id }) => id === command.format)!.load()
  if (format.read === undefined)
    return refuseUsage(
      bilingual(
        `--format ${format.id}: định dạng này chỉ ghi được: npm run export`,
        `--format ${format.id}: this format is only written: npm run export`,
      ),
    )
  const target = openTarget(command)
  if (!target.ok) return refuseUsage(target.error)
  if (tellErrors(target.value.problems, command) > 0) return blocked(command)
  const attributed = attribute(command, target.value.ours)
  if (!attributed.ok) return refuseUsage(attributed.error)
  const files = readForeignFiles(command.files, format, command.mapping, command.encoding)
  if (!files.ok) return refuseUsage(files.error)
  const base = readBase(command)
  if (base === 'missing')
    return refuseUsage(
      bilingual(
        `--base ${command.base}: trong đó không có ${command.language}. Hãy nêu một thư mục dữ liệu.`,
        `--base ${command.base}: there is no ${command.language} in it. Name a data folder.`,
      ),
    )

  const hasMedia = mediaFinder(attributed.value.ours, command.files)
  if (tellErrors(files.value.problems, command) > 0) return blocked(command)
  const reading = await readForeign(format, files.value, attributed.value.ours, hasMedia)
  const known = refusedProblems(reading)
  const unread = reading.problems.filter((problem) => !known.has(JSON.stringify(problem)))
  if (tellErrors(unread, command) > 0 || reading.lexicon === undefined) return blocked(command)

  const encoding = chooseEncoding(
    reading.lexicon,
    command.encoding,
    files.value.decoded.some(({ encoding }) => encoding === 'windows-1252'),
  )
  const found = findMedia(reading.lexicon, attributed.value.ours, command.files)
  tellErrors(found.problems, command)
  const plan = planImport({
    ours: { ...attributed.value.ours, mediaFiles: found.mediaFiles },
    reading: withNotation(reading, found.lexicon, command.notation),
    attribution: attributed.value.attribution,
    acceptProposed: command.acceptProposed,
    reserved: target.value.reserved,
    ...(base && { base }),
    ...(encoding.encoding && { encoding: encoding.encoding }),
  })
  if (!command.json) {
    printReading(command, files.value, reading.lexicon, plan, encoding, attributed.value)
    printPlan(plan, command.lang)
    const isForgetful = reading.ancestor === undefined && base === undefined
    if (isForgetful && overwrites(plan)) console.log(`\n${say.noBase(command.language)}`)
    console.log()
  }
  if (command.report !== undefined) writeReport(command.report, plan, command.lang)
  const isWritten = plan.blocking.length === 0 && command.apply
  const added = { sources: attributed.value.added, media: found.fresh }
  if (isWritten) target.value.write(plan.lexicon, added)
  const refused =
    isWritten || command.refused !== undefined
      ? await writeRefusedFile(command, plan, files.value, format)
      : undefined
  if (command.json) {
    console.log(JSON.stringify({ ...reportJson(plan, command.lang), written: isWritten, refused }))
  } else {
    if (command.report !== undefined) console.log(say.reportFile(command.report))
    if (refused !== undefined) console.log(say.refusedFile(refused))
    printEnd(command, plan, target.value, isWritten)
  }
  const takes = countOf(plan, 'new', 'changed', 'unchanged', 'conflict')
  return plan.blocking.length > 0 || (takes === 0 && countOf(plan, 'refused') > 0) ? 1 : 0
}

async function takeChangeSets(command: ImportCommand): Promise<number> {
  if (command.target.kind === 'out')
    return refuseUsage({ vi: CHANGE_SENTENCES.vi.onlyInto, en: CHANGE_SENTENCES.en.onlyInto })
  const missing = command.files.find(
    (file) => statSync(file, { throwIfNoEntry: false })?.isFile() !== true,
  )
  if (missing !== undefined)
    return refuseUsage(
      bilingual(CHANGE_SENTENCES.vi.noFile(missing), CHANGE_SENTENCES.en.noFile(missing)),
    )
  const target = openTarget(command)
  if (!target.ok) return refuseUsage(target.error)
  if (tellErrors(target.value.problems, command) > 0) return blocked(command)
  const source = namedSource(command, target.value.ours)
  if (!source.ok) return refuseUsage(source.error)
  return importChangeSets(command, target.value, source.value)
}

function refuseUsage(sentence: Told): number {
  console.error(`${sentence[asked]}\nnpm run import -- --help`)
  return 2
}

function blocked({ lang, json }: ImportCommand): number {
  if (!json) console.error(SENTENCES[lang].blocked)
  return 1
}

/** An `--out` that holds the dictionary already is imported into. */
function openTarget({ target, language, data, lang, json }: ImportCommand) {
  const { kind, folder } = target
  if (kind === 'into') return openFolder(folder, language, data)
  if (!existsSync(join(folder, language, 'language.json')) || resolve(folder) === resolve(data))
    return newFolder(folder, language, data)
  if (!json) console.log(SENTENCES[lang].outExists(folder))
  return openFolder(join(folder, language), language, data)
}

function readBase({ base, language }: ImportCommand): Lexicon | undefined | 'missing' {
  if (base === undefined) return undefined
  const root = existsSync(join(base, 'language.json')) ? dirname(resolve(base)) : base
  const name = root === base ? language : basename(resolve(base))
  return existsSync(join(root, name, 'language.json'))
    ? (readLexicon(root, name).lexicon ?? 'missing')
    : 'missing'
}

function refusedProblems({ refused = [] }: ReadResult): ReadonlySet<string> {
  return new Set(
    refused.flatMap(({ problems }) => problems.map((problem) => JSON.stringify(problem))),
  )
}

function withNotation(
  reading: ReadResult,
  lexicon: Lexicon,
  notation: string | undefined,
): ReadResult {
  if (notation === undefined) return { ...reading, lexicon }
  const forms = lexicon.forms.map((row) =>
    row.value.kind === 'transcription' && row.value.notation === undefined
      ? { ...row, value: { ...row.value, notation: notation as Notation } }
      : row,
  )
  return { ...reading, lexicon: { ...lexicon, forms } }
}

function printReading(
  { lang, files, source }: ImportCommand,
  { decoded }: ForeignFiles,
  lexicon: Lexicon,
  plan: ImportPlan,
  { encoding, seems, sample }: ChosenEncoding,
  { attribution }: Attributed,
): void {
  const say = SENTENCES[lang]
  for (const { file, encoding } of decoded) console.log(say.decoded(file, encoding))
  console.log(say.read(plan.entries.length, files.join(', ')))
  if (seems !== undefined) console.log(say.seemsLegacy(seems.encoding, seems.isCertain))
  else if (encoding !== undefined) console.log(say.converted(encoding))
  if (sample !== undefined) console.log(say.sample(sample.before, sample.after))
  const isAssumed =
    source === undefined && lexicon.forms.some(({ value }) => isUnsaid(value.source))
  if (isAssumed) console.log(say.assumed(attribution.source, attribution.licence))
}

async function writeRefusedFile(
  { files: [input = ''], target, refused: output, lang }: ImportCommand,
  plan: ImportPlan,
  { files }: ForeignFiles,
  format: Format,
): Promise<string | undefined> {
  const folder = target.kind === 'out' ? target.folder : dirname(input)
  return writeRefused(plan, files, format, { input, output, folder }, lang)
}

function printEnd(
  { lang, target: { kind } }: ImportCommand,
  plan: ImportPlan,
  { folder, root }: Target,
  isWritten: boolean,
): void {
  const say = SENTENCES[lang]
  if (plan.blocking.length > 0) console.log(say.blocked)
  else if (!isWritten) console.log(say.dryRun)
  else {
    console.log(say.written(folder))
    if (kind === 'out') console.log(say.lookHint(root))
  }
  if (countOf(plan, 'proposed') > 0) console.log(say.acceptHint)
}
