import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ChangeSet } from '../../src/formats/change-set'
import { readChangeSet } from '../../src/formats/change-set/read'
import { writeRefusedChanges } from '../../src/formats/change-set/refused'
import { rowOf } from '../../src/formats/content'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Problem } from '../../src/lexicon/problem'
import { planChanges } from '../../src/merge/plan-changes'
import { type TakenChanges, takeChanges } from '../../src/merge/take-changes'
import { type MasteredClip, masterFiles } from '../audio/master-files'
import { originalsFolder } from '../audio/originals'
import { writeAtomically } from '../files'
import { nodePorts } from '../ports'
import { printProblems } from '../print-problems'
import { printable } from '../printable'
import { removeScratch, scratchFolder } from '../scratch-folder'
import { newErrors } from '../tell-errors'
import { CHANGE_SENTENCES, type ChangeSentences, fileSentence } from './change-set-sentences'
import type { ImportCommand } from './options'
import { consentInWords, originalsOf } from './originals'
import { printChanges, refusalsOf, reportJson, writeChangeReport } from './print-changes'
import { changeSetSource, type RecordingSource } from './recording-source'
import type { Target } from './target'

/** One file and what became of it. */
export interface ImportedChangeSet {
  readonly file: string
  readonly set: ChangeSet
  readonly taken: TakenChanges
  /** Of recordings: what mastering says of them. */
  readonly problems: readonly Problem[]
}

/**
 * Imports `.rong-changes` files: recordings are mastered and become draft rows of media.csv, verdicts
 * rows of reviews.csv. Gives the exit code: 1 where nothing could be taken.
 * @param named where recordings come from; undefined: from those who speak
 */
export const importChangeSets = async (
  command: ImportCommand,
  target: Target,
  named: RecordingSource | undefined,
): Promise<number> => {
  const { lang, json, files, apply } = command
  const say = CHANGE_SENTENCES[lang]
  const imported: ImportedChangeSet[] = []
  const media = new Map<string, Uint8Array>()
  const originals = new Map<string, Uint8Array | string>()
  let lexicon = target.ours
  let source: RecordingSource | undefined
  for (const file of files) {
    const set = await readChangeSet(new Uint8Array(readFileSync(file)), nodePorts.hash)
    const fault = set.ok
      ? wrongLanguage(set.value, command.language, say)
      : fileSentence(say, set.error)
    if (!set.ok || fault !== undefined) return blocked(`${file}: ${fault}`, command, say)
    const own = named ?? changeSetSource(target.ours, set.value)
    // A file of verdicts alone does not describe it: it says nothing of the licence of recordings.
    if (source?.added === undefined) source = own
    const mastered = await takeOne(lexicon, set.value, basename(file), own)
    const { problems } = mastered
    if (problems.some(({ code }) => code === 'ffmpeg-missing')) {
      if (!json) printProblems(problems, lang)
      return blocked(problems[0]!.code, command, say)
    }
    lexicon = mastered.taken.lexicon
    imported.push({ file, set: set.value, taken: mastered.taken, problems })
    for (const [path, bytes] of mastered.media) media.set(path, bytes)
    for (const [name, content] of originalsOf(set.value, mastered.taken))
      originals.set(name, content)
  }

  const isNew = lexicon.media.length > target.ours.media.length
  const sources = isNew && source?.added !== undefined ? [source.added] : []
  const whole = { ...lexicon, sources: [...lexicon.sources, ...sources.map((row) => rowOf(row))] }
  const faults = newErrors(target.ours, whole)
  const isWritten = apply && faults.length === 0
  const folder = command.originals ?? originalsFolder(target.root, command.language)
  // First what is kept apart, so that no row names an original that is nowhere, and nothing refused is lost.
  const refused =
    isWritten || command.refused !== undefined ? await giveBack(imported, command) : []
  if (isWritten && isChanged(target.ours, lexicon)) {
    for (const [name, content] of originals) writeAtomically(join(folder, name), content)
    target.write(whole, { sources, media })
  }
  if (command.report !== undefined) writeChangeReport(command.report, imported, lexicon, lang)
  if (json)
    console.log(JSON.stringify(reportJson(imported, lexicon, faults, lang, isWritten, refused)))
  else {
    printChanges(imported, lexicon, lang)
    printProblems(faults, lang)
    if (originals.size > 0 && isWritten) console.log(say.originals(folder))
    for (const path of refused) console.log(say.refusedFile(path))
    if (command.report !== undefined) console.log(say.reportFile(command.report))
    console.log(
      endOf(faults.length > 0, apply, isChanged(target.ours, lexicon), target.folder, say),
    )
  }
  const outcomes = imported.flatMap(({ taken }) => taken.outcomes)
  const isAllRefused = outcomes.length > 0 && outcomes.every(({ kind }) => kind === 'refused')
  return faults.length > 0 || isAllRefused ? 1 : 0
}

const wrongLanguage = (
  { manifest }: ChangeSet,
  language: string,
  say: ChangeSentences,
): string | undefined =>
  manifest.language === language ? undefined : say.wrongLanguage(manifest.language, language)

/** The sentence that stops all of it. */
const blocked = (sentence: string, { json }: ImportCommand, say: ChangeSentences): number => {
  if (json) console.log(JSON.stringify({ blocking: [sentence], written: false }))
  else console.error(`${printable(sentence)}\n${say.blocked}`)
  return 1
}

const takeOne = async (
  lexicon: Lexicon,
  set: ChangeSet,
  file: string,
  { id }: RecordingSource,
): Promise<{
  readonly taken: TakenChanges
  readonly problems: readonly Problem[]
  readonly media: ReadonlyMap<string, Uint8Array>
}> => {
  const hashes = new Map(set.manifest.files.map(({ path, sha256 }) => [path, sha256]))
  const planned = planChanges(
    lexicon,
    set,
    file,
    (path) => hashes.get(path),
    (speaker) => consentInWords(speaker, hashes),
  )
  const known = new Set(lexicon.media.map(({ value }) => value.originalSha256))
  const fresh = planned.clips.flatMap(({ path, clip }) =>
    known.has(clip.originalSha256) ? [] : path,
  )
  const { clips, problems } = await master(set, fresh, file)
  const taken = takeChanges(lexicon, planned, id, (path) => clips.get(path)?.sha256)
  const bytes = new Map([...clips.values()].map((clip) => [clip.sha256, clip.bytes]))
  const media = new Map([...taken.paths].map(([sha256, path]) => [path, bytes.get(sha256)!]))
  return { taken, problems, media }
}

/** What is made of recordings of the archive, by path there. */
const master = async (
  set: ChangeSet,
  paths: readonly string[],
  file: string,
): Promise<{
  readonly clips: ReadonlyMap<string, MasteredClip>
  readonly problems: readonly Problem[]
}> => {
  const folder = scratchFolder('rong-changes-')
  try {
    const files = [...new Set(paths)].map((path) => {
      const copy = join(folder, basename(path))
      writeFileSync(copy, set.media.get(path)!)
      return { name: `${file}/${path}`, path: copy }
    })
    const { clips, problems } = await masterFiles(files)
    const byPath = new Map([...clips].map(([name, clip]) => [name.slice(file.length + 1), clip]))
    return { clips: byPath, problems }
  } finally {
    removeScratch(folder)
  }
}

const isChanged = (before: Lexicon, after: Lexicon): boolean =>
  after.media.length > before.media.length || after.reviews.length > before.reviews.length

/** Writes what was not taken beside each file; gives the paths. */
const giveBack = async (
  imported: readonly ImportedChangeSet[],
  { lang, refused }: ImportCommand,
): Promise<readonly string[]> => {
  const paths: string[] = []
  for (const { file, set, taken } of imported) {
    const sentences = refusalsOf(taken, lang)
    if (sentences.size === 0) continue
    const pieces = await writeRefusedChanges(set, sentences, nodePorts.hash)
    const name = `${basename(file).replace(/\.rong-changes$/, '')}.refused.rong-changes`
    const beside =
      imported.length === 1
        ? (refused ?? join(dirname(file), name))
        : join(refused ?? dirname(file), name)
    writeAtomically(beside, Buffer.concat(pieces))
    paths.push(beside)
  }
  return paths
}

const endOf = (
  isBlocked: boolean,
  apply: boolean,
  isNews: boolean,
  folder: string,
  say: ChangeSentences,
): string => {
  if (isBlocked) return say.blocked
  if (!isNews) return say.upToDate
  return apply ? say.written(folder) : say.dryRun
}
