import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sentenceAlone } from '../src/checks/explain/explain'
import { EXPLANATIONS } from '../src/checks/explain/index'
import { rowOf } from '../src/formats/content'
import type { Attribution } from '../src/formats/format'
import type { Lexicon } from '../src/lexicon/lexicon'
import type { Source } from '../src/lexicon/source'
import { addClips } from '../src/merge/add-clips'
import { planRecordings } from '../src/merge/plan-recordings'
import { type ListedRecording, readRecordingList } from '../src/merge/recording-list'
import { type FoundFile, listRecordings } from './audio/list-recordings'
import { type MasteredFiles, masterFiles } from './audio/master-files'
import { type AudioCommand, readCommand, USAGE } from './audio/options'
import { keepOriginals, knownFiles, originalsFolder } from './audio/originals'
import { clipsToAdd, outcomesOf } from './audio/outcomes'
import { printOutcomes } from './audio/print-outcomes'
import { reportJson, writeReport } from './audio/report'
import { SENTENCES } from './audio/sentences'
import { listLanguages, readBytes } from './files'
import { type Attributed, attribute } from './import/attribution'
import { communitySource } from './import/recording-source'
import { openFolder, type Target } from './import/target'
import { printProblems } from './print-problems'
import { refuseFault } from './system-fault'
import { newErrors, tellErrors } from './tell-errors'
import { bilingual, languageAsked, type Told, useOneOf } from './told'

const asked = languageAsked(process.argv.slice(2))
const command = readCommand(process.argv.slice(2))
if (!command.ok) process.exitCode = refuseUsage(command.error)
else if (command.value === 'help') console.log(USAGE)
else process.exitCode = await main(command.value).catch(refuseFault(asked))

/** The exit code: 1 where nothing could be taken, 2 where the command was not right. */
async function main(command: AudioCommand): Promise<number> {
  const { language, data, lang, json } = command
  const say = SENTENCES[lang]
  const languages = existsSync(data) ? listLanguages(data) : []
  if (!languages.includes(language)) return refuseUsage(useOneOf('--language', language, languages))
  const target = openFolder(join(data, language), language, data)
  if (!target.ok) return refuseUsage(target.error)
  if (tellErrors(target.value.problems, command) > 0) {
    if (!json) console.error(say.blocked)
    return 1
  }
  const attributed = attribute({ ...command, notation: undefined }, target.value.ours)
  if (!attributed.ok) return refuseUsage(attributed.error)
  const { ours, attribution, added: sources } = withSource(command, attributed.value)
  const list = await readList(command)
  if (typeof list === 'number') return list
  const found = listRecordings(command.files, [command.list, command.report])
  try {
    if (found.missing.length > 0 || found.files.length === 0)
      return refuseUsage(
        found.missing[0] === undefined
          ? each((one) => one.noFiles(command.files.join(', ')))
          : each((one) => one.notFound(found.missing.join(', '))),
      )
    const taking = { command, ours, attribution, sources, target: target.value }
    return await take(found.files, list, taking)
  } finally {
    found.close()
  }
}

/** Recordings that nobody attributes otherwise were made for this dictionary. */
function withSource(command: AudioCommand, attributed: Attributed): Attributed {
  if (command.source !== undefined) return attributed
  const { ours, attribution } = attributed
  const year = command.date?.slice(0, 4) ?? String(new Date().getFullYear())
  const { id, added } = communitySource(ours, attribution.licence, year)
  const sources = added === undefined ? [] : [added]
  return {
    ours: { ...ours, sources: [...ours.sources, ...sources.map((source) => rowOf(source))] },
    attribution: { ...attribution, source: id },
    added: sources,
  }
}

interface Taking {
  readonly command: AudioCommand
  readonly ours: Lexicon
  readonly attribution: Attribution
  readonly sources: readonly Source[]
  readonly target: Target
}

async function take(
  files: readonly FoundFile[],
  list: readonly ListedRecording[],
  { command, ours, attribution, sources, target }: Taking,
): Promise<number> {
  const { lang, json } = command
  const say = SENTENCES[lang]
  const planned = planRecordings(
    ours,
    files.map(({ name }) => name),
    list,
    // What the list may say is the command's own; without a licence of either nothing is taken.
    { ...command, ...attribution, licence: command.licence },
  )
  const known = knownFiles(ours, files)
  const mastered = await masterFiles(files.filter(({ name }) => !known.has(name)))
  const missing = mastered.problems.find(({ code }) => code === 'ffmpeg-missing')
  if (missing !== undefined) {
    if (json) console.log(JSON.stringify({ blocking: [missing], written: false }))
    else console.error(sentenceAlone(EXPLANATIONS[lang], missing))
    return 1
  }
  const { clips, twice } = clipsToAdd(planned.recordings, mastered)
  const result = addClips(ours, clips)
  const outcomes = outcomesOf(planned.recordings, mastered, twice, result, known)
  const blocking = newErrors(ours, result.lexicon)
  if (command.report !== undefined) writeReport(command.report, outcomes, lang)
  if (!json) {
    printOutcomes(outcomes, planned.problems, lang)
    if (command.report !== undefined) console.log(say.reportFile(command.report))
  }
  const isWritten = command.apply && blocking.length === 0 && result.added.length > 0
  if (isWritten) {
    const folder = command.originals ?? originalsFolder(command.data, command.language)
    keepOriginals(folder, originalsOf(files, mastered, result.added))
    target.write(result.lexicon, { sources, media: mediaOf(mastered, result.paths) })
    if (!json) {
      console.log(say.written(target.folder, result.added.length))
      console.log(say.originals(folder))
    }
  }
  if (json)
    console.log(
      JSON.stringify({
        ...reportJson(outcomes, lang),
        listProblems: planned.problems,
        blocking,
        written: isWritten,
      }),
    )
  else if (blocking.length > 0) {
    printProblems(blocking, lang)
    console.error(say.blockedByChecks)
  } else if (!command.apply) console.log(say.dryRun)
  const isUseful = outcomes.some(({ outcome }) => outcome === 'taken' || outcome === 'known')
  return blocking.length > 0 || !isUseful ? 1 : 0
}

function refuseUsage(sentence: Told): number {
  console.error(`${sentence[asked]}\nnpm run audio -- --help`)
  return 2
}

/** A sentence in each language. */
function each(tell: (sentences: (typeof SENTENCES)['vi']) => string): Told {
  return bilingual(tell(SENTENCES.vi), tell(SENTENCES.en))
}

/** The lines of --list; an exit code where it cannot be read. */
async function readList(command: AudioCommand): Promise<readonly ListedRecording[] | number> {
  const { list } = command
  if (list === undefined) return []
  const bytes = readBytes(list)
  if (bytes === undefined)
    return refuseUsage(
      bilingual(`--list ${list}: không có tệp này.`, `--list ${list}: there is no such file.`),
    )
  const read = await readRecordingList(bytes, basename(list))
  if (read.ok) return read.value
  tellErrors([read.error], command)
  return 1
}

/** Files of which a recording is new, with their hashes. */
function originalsOf(
  files: readonly FoundFile[],
  { clips }: MasteredFiles,
  added: readonly { readonly sha256: string }[],
) {
  const taken = new Set(added.map(({ sha256 }) => sha256))
  return files.flatMap(({ name, path }) => {
    const clip = clips.get(name)
    return clip === undefined || !taken.has(clip.sha256)
      ? []
      : [{ name, path, sha256: clip.originalSha256 }]
  })
}

/** Bytes by their path under media/. */
function mediaOf(
  { clips }: MasteredFiles,
  paths: ReadonlyMap<string, string>,
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...clips.values()].flatMap(({ sha256, bytes }) => {
      const path = paths.get(sha256)
      return path === undefined ? [] : [[path, bytes] as const]
    }),
  )
}
