import { groupBy } from '../lexicon/group-by'
import type { SourceId, VarietyId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import type { ReviewState } from '../lexicon/review'
import { lowerCase, normaliseText } from '../text/normalise'
import { plainLine } from '../text/plain-line'
import type { NewClip } from './add-clips'
import {
  type Candidate,
  createRecordingMatcher,
  type MatchedBy,
  type RecordingMatch,
} from './match-recordings'
import { birthYearOf, dateOf, licenceOf, type Said, varietyOf } from './recording-cells'
import { LIST_FIELDS, type ListedRecording, type ListField, listKey } from './recording-list'

/** What holds for recordings of which the list does not say otherwise. */
export interface RecordingDefaults {
  readonly speaker?: string | undefined
  readonly birthYear?: string | undefined
  readonly place?: string | undefined
  readonly date?: string | undefined
  readonly consent?: string | undefined
  readonly licence?: string | undefined
  readonly note?: string | undefined
  readonly variety: VarietyId
  readonly source: SourceId
  readonly reviewState: ReviewState
}

/** What is known of a recording before anybody listened to it. */
export type RecordingDetails = Omit<NewClip, 'sha256' | 'original' | 'originalSha256'>

export interface PlannedRecording {
  readonly name: string
  /** The entry it is of, where that is clear. */
  readonly candidate?: Candidate
  readonly by?: MatchedBy | 'list'
  /** None: it is not taken, and `problems` say why. */
  readonly details?: RecordingDetails
  readonly problems: readonly Problem[]
}

export interface PlannedRecordings {
  readonly recordings: readonly PlannedRecording[]
  /** Of lines of the list that no file answers to. */
  readonly problems: readonly Problem[]
}

/**
 * Which entry each file is a recording of, and what its row will say: by the list where it has the
 * file, else by the file's name.
 * @param names paths of the files from their folder, with `/`
 */
export const planRecordings = (
  lexicon: Lexicon,
  names: readonly string[],
  list: readonly ListedRecording[],
  defaults: RecordingDefaults,
): PlannedRecordings => {
  const matcher = createRecordingMatcher(lexicon)
  const { listedBy, unclear, problems } = listedFiles(names, list)
  const recordings = names.map((name): PlannedRecording => {
    const listed = listedBy.get(name)
    const said = (field: ListField & keyof RecordingDefaults): Said =>
      sayingOf(field, listed, defaults[field], name)
    const variety = varietyOf(lexicon, said('variety'))
    const wanted = (listed?.cells.id ?? '') || (listed?.cells.headword ?? '')
    const match =
      wanted === ''
        ? matcher.matchName(name.replace(/^.*\//, ''), variety.value)
        : matcher.matchText(wanted, variety.value)
    const at = wanted === '' ? placeOf(name) : listed!.at
    const unmatched = matchProblem(match, at, wanted === '' ? name : wanted)
    const date = dateOf(said('date'))
    const birthYear = birthYearOf(said('birthYear'))
    const licence = licenceOf(lexicon, said('licence'))
    const consent = said('consent')
    const found = [
      unclear.get(name),
      unmatched,
      variety.problem,
      date.problem,
      birthYear.problem,
      licence.problem,
      consent.text === ''
        ? ({ code: 'recording-without-consent', severity: 'error', at: consent.at } as const)
        : undefined,
    ].filter((problem): problem is Problem => problem !== undefined)
    if (match.kind !== 'matched') return { name, problems: found }
    const matched = {
      name,
      candidate: match.candidate,
      by: wanted === '' ? match.by : ('list' as const),
      problems: found,
    }
    if (found.length > 0) return matched
    return {
      ...matched,
      details: {
        entry: match.candidate.entry,
        ...(match.candidate.form !== undefined && { form: match.candidate.form }),
        variety: variety.value ?? defaults.variety,
        ...filled('speaker', said('speaker').text),
        ...(birthYear.value !== undefined && { speakerBirthYear: birthYear.value }),
        ...filled('place', said('place').text),
        ...filled('date', date.value ?? ''),
        consent: consent.text,
        source: defaults.source,
        // Without one there is a problem above.
        licence: licence.value!,
        reviewState: defaults.reviewState,
        ...filled('note', said('note').text),
      },
    }
  })
  return { recordings, problems }
}

const filled = <Name extends string>(
  name: Name,
  text: string,
): Readonly<Partial<Record<Name, string>>> => {
  const made: Partial<Record<Name, string>> = {}
  if (text !== '') made[name] = text
  return made
}

const sayingOf = (
  field: ListField,
  listed: ListedRecording | undefined,
  otherwise: string | undefined,
  name: string,
): Said => {
  const own = listed?.cells[field] ?? ''
  const column = listed?.columns[field]
  const at = listed === undefined ? placeOf(name) : listed.at
  return {
    text: own === '' ? plainLine(otherwise ?? '') : own,
    at: column === undefined ? at : { ...at, column },
  }
}

const placeOf = (file: string): Place => ({ file, line: 1, row: 1 })

interface ListedFiles {
  /** The line of the list that is about each file. */
  readonly listedBy: ReadonlyMap<string, ListedRecording>
  /** Files of which the list says too much to be sure what. */
  readonly unclear: ReadonlyMap<string, Problem>
  readonly problems: readonly Problem[]
}

const listedFiles = (names: readonly string[], list: readonly ListedRecording[]): ListedFiles => {
  const filesCalled = fileFinder(names)
  const listedBy = new Map<string, ListedRecording>()
  const unclear = new Map<string, Problem>()
  const problems: Problem[] = []
  for (const row of list) {
    const { at } = row
    const given = row.cells.file
    const files = filesCalled(given)
    const [name] = files
    const first = name === undefined ? undefined : listedBy.get(name)
    if (name === undefined)
      problems.push({ code: 'recording-missing', severity: 'warning', at, given })
    else if (files.length > 1)
      for (const file of files)
        unclear.set(file, { code: 'recording-listed', severity: 'error', at, given, files })
    else if (first === undefined) listedBy.set(name, row)
    else if (!isSameRow(first, row))
      unclear.set(name, {
        code: 'recording-listed',
        severity: 'error',
        at,
        given,
        files: [],
        first: first.at,
      })
  }
  return { listedBy, unclear, problems }
}

const isSameRow = (a: ListedRecording, b: ListedRecording): boolean =>
  LIST_FIELDS.every((field) => field === 'file' || a.cells[field] === b.cells[field])

/**
 * Files that a list may mean by a path: those whose path is the end of it, or whose end it is, the
 * longest such; whatever the case, and without the extension where it has none.
 */
const fileFinder = (names: readonly string[]): ((given: string) => readonly string[]) => {
  const foldersOf = (path: string): readonly string[] =>
    lowerCase(normaliseText(path)).split(/[/\\]/).slice(0, -1).reverse()
  const byKey = groupBy(names, (name) => listKey(name))
  const byStem = groupBy(names, (name) => listKey(name).replace(/\.[a-z0-9]{1,5}$/, ''))
  return (given) => {
    const exact = names.find((name) => normaliseText(name) === given)
    if (exact !== undefined) return [exact]
    const wanted = foldersOf(given)
    const fitting = (byKey.get(listKey(given)) ?? byStem.get(listKey(given)) ?? []).flatMap(
      (name) => {
        const folders = foldersOf(name)
        const shared = Math.min(folders.length, wanted.length)
        const isEnd = folders.slice(0, shared).every((folder, i) => folder === wanted[i])
        return isEnd ? [{ name, shared }] : []
      },
    )
    const most = Math.max(...fitting.map(({ shared }) => shared))
    return fitting.flatMap(({ name, shared }) => (shared === most ? name : []))
  }
}

const matchProblem = (match: RecordingMatch, at: Place, given: string): Problem | undefined => {
  switch (match.kind) {
    case 'matched':
      return undefined
    case 'several':
      return {
        code: 'recording-of-several',
        severity: 'error',
        at,
        given,
        candidates: match.candidates.map(
          ({ entry, headword, gloss }) => `${entry} ${headword} "${gloss}"`,
        ),
      }
    case 'unmatched':
      return { code: 'recording-without-entry', severity: 'error', at, given, near: match.near }
  }
}
