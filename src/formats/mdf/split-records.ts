import { type Line, plainText } from './lines'
import {
  FIRST_MARKERS,
  HEAD_MARKERS,
  isSenseLine,
  type Markers,
  OWN_MARKER,
  REASON_MARKER,
} from './markers'

/** The lines of a file, put apart. */
export interface SplitFile {
  /** What stands before the first record. */
  readonly header: readonly Line[]
  readonly records: readonly (readonly Line[])[]
  /** Lines that begin like a record but have no headword: they belong to nothing that is known. */
  readonly lost: readonly (readonly Line[])[]
}

/** With what a reason for a refused record begins, so that no other line is taken for one. */
export const REASON = 'Rông: '

/**
 * A record goes from its `\lx` to the next. Where a `\lx` is lost, what follows would become senses
 * of the entry above, so that these begin a record of their own:
 *
 * - `\hm`, `\ph`, `\lc` after senses, if an empty line or `\dt` stands before them; a second `\hm`
 * - `\ps`, `\sn 1`, a gloss or definition after senses and an empty line, unless empty lines stand
 *   within records more often than between them
 * - the same after senses and `\dt`, which Toolbox keeps last, unless `\dt` stands elsewhere in more
 *   records than it stands last
 *   (in records that we wrote `\dt` stands where it was)
 * - a line of ours about an entry that is not the first of its record, or after an empty line
 *
 * After `\se` the rules begin anew. Lines before the first `\lx` that begin like that are one too.
 */
export const splitRecords = (all: readonly Line[], markers: Markers): SplitFile => {
  const lines = all.filter(
    ({ marker, text }) => !(marker === REASON_MARKER && text.startsWith(REASON)),
  )
  const isHeadword = ({ marker }: Line): boolean => markers.roleOf(marker) === 'lx'
  const habits = habitsOf(lines, isHeadword, markers)
  const header: Line[] = []
  const records: Line[][] = []
  const lost: Line[][] = []
  let open = header
  let seen = createSeen()
  for (const line of lines) {
    if (isHeadword(line)) {
      open = [line]
      seen = createSeen()
      if (line.text === '') lost.push(open)
      else records.push(open)
      continue
    }
    const isLost =
      open === header ? beginsRecord(line, markers) : tells(line, seen, habits, markers)
    if (isLost) {
      open = [line]
      seen = createSeen()
      lost.push(open)
    } else open.push(line)
    look(seen, line, markers)
  }
  return { header, records, lost }
}

/** What was in the record so far. */
interface Seen {
  senses: boolean
  homograph: boolean
  entry: boolean
  afterDate: boolean
  /** Whether a line of ours follows the headword: then we wrote the record, in whatever order; unknown before. */
  ours: boolean | undefined
}

const createSeen = (): Seen => ({
  senses: false,
  homograph: false,
  entry: false,
  afterDate: false,
  ours: undefined,
})

const look = (seen: Seen, { marker, text }: Line, markers: Markers): void => {
  const role = markers.roleOf(marker)
  if (role === 'se') {
    Object.assign(seen, createSeen())
    return
  }
  seen.ours ??= marker === OWN_MARKER
  if (role === 'hm') seen.homograph = true
  if (marker === OWN_MARKER) seen.entry = seen.entry || isAbout(text, 'entry')
  else seen.afterDate = marker === 'dt' && !seen.ours
  if (text !== '' && isSenseLine(marker, role)) seen.senses = true
}

interface Habits {
  readonly blankWithin: boolean
  readonly dateWithin: boolean
}

const tells = (line: Line, seen: Seen, habits: Habits, markers: Markers): boolean => {
  const role = markers.roleOf(line.marker)
  if (line.marker === OWN_MARKER) {
    const isEntry = isAbout(line.text, 'entry')
    if (isEntry && seen.entry) return true
    return seen.senses && line.afterBlank && (isEntry || isAbout(line.text, 'form'))
  }
  if (!seen.senses || !beginsRecord(line, markers)) return false
  if (role === 'hm' && seen.homograph) return true
  if (HEAD_MARKERS.has(role ?? line.marker)) return line.afterBlank || seen.afterDate
  return (line.afterBlank && !habits.blankWithin) || (seen.afterDate && !habits.dateWithin)
}

/** Not `\sn 2`: that goes on with an entry. */
const beginsRecord = ({ marker, text }: Line, markers: Markers): boolean => {
  const role = markers.roleOf(marker)
  if (role === 'sn') return !/^[0-9]/.test(text) || /^0*1(?![0-9])/.test(text)
  return FIRST_MARKERS.has(role ?? marker)
}

/** How often empty lines and dates stand between records, and how often within. */
const habitsOf = (
  lines: readonly Line[],
  isHeadword: (line: Line) => boolean,
  markers: Markers,
): Habits => {
  const blank = { within: 0, between: 0 }
  const date = { within: 0, between: 0 }
  const foreign = lines.filter(({ marker }) => marker !== OWN_MARKER)
  foreign.forEach((line, index) => {
    const between = isHeadword(line)
    const within = !between && beginsRecord(line, markers)
    if (line.afterBlank && index > 0) {
      if (between) blank.between++
      else if (within) blank.within++
    }
    if (foreign[index - 1]?.marker !== 'dt') return
    if (between) date.between++
    else if (within) date.within++
  })
  if (foreign[foreign.length - 1]?.marker === 'dt') date.between++
  return {
    blankWithin: blank.within > blank.between,
    dateWithin: date.within > date.between,
  }
}

const isAbout = (text: string, kind: string): boolean => {
  const plain = plainText(text)
  return plain === kind || plain.startsWith(`${kind} `)
}
