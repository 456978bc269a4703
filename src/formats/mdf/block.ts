import type { Place, Problem } from '../../lexicon/problem'
import type { Attribution } from '../format'
import { createMaker, type Draft, type DraftSense, type Mark } from './draft'
import { type Line, plainText } from './lines'
import { isSenseLine, OWN_MARKER, RECORD_MARKERS, type Role } from './markers'
import type { Defaults } from './own-line'
import type { Vocabulary } from './vocabulary'

export interface ArticleContext {
  readonly vocabulary: Vocabulary
  readonly attribution: Attribution
  /** Whether the file of a recording or picture is there; not known: every one is. */
  readonly hasMedia?: (path: string) => boolean
  /** What a line of ours means where it does not say. */
  readonly defaults: Defaults
  /** Number of the record in its file. */
  readonly sourceRow: string
  /** `new-12`. */
  readonly provisional: string
  /** The entry that this one stands under as `\se`. */
  readonly main?: { readonly id: string }
  readonly place: (line: number, column?: string) => Place
  readonly report: (problem: Problem) => void
  /** Says, once for a value, that it is not understood. */
  readonly warn: (line: Line, field: string) => void
}

/** The lines of one entry while they are read, and what the next one goes on with. */
export interface Block {
  readonly lines: readonly Line[]
  readonly context: ArticleContext
  readonly make: ReturnType<typeof createMaker>
  readonly draft: Draft
  /** Of the open sense: whether it has a number, a part of speech, a line of ours, anything else. */
  open: { sn: boolean; ps: boolean; own: boolean; content: boolean }
  /** Holds for further senses until the next `\ps`. */
  partOfSpeech: ReturnType<Vocabulary['partOfSpeechOf']>
  exampleOpen: boolean
  variantOpen: boolean
  /** The last form was said to be a transcription. */
  phonetic: boolean
  /** Of the example that comes next. */
  reference: string | undefined
  /** What residue in lines of ours hangs on. */
  keptOwner: { readonly id: string }
  /** Records whose row in the source is said. */
  readonly rowSaid: Set<object>
}

export const openBlock = (lines: readonly Line[], context: ArticleContext): Block => {
  const { provisional, attribution, sourceRow, main, place } = context
  const made: Draft['made'] = []
  const make = createMaker(provisional, attribution, sourceRow, made)
  const entry = make.entry(plainText(lines[0]?.text ?? ''), lines[0]?.line ?? 1)
  const draft: Draft = {
    entry,
    forms: [],
    media: [],
    relations: [],
    senses: [],
    ...(main !== undefined && { main }),
    made,
    marks: [],
    references: [],
    kept: [],
    said: new Set(),
    place,
  }
  return {
    lines,
    context,
    make,
    draft,
    open: { sn: false, ps: false, own: false, content: false },
    partOfSpeech: undefined,
    exampleOpen: false,
    variantOpen: false,
    phonetic: false,
    reference: undefined,
    keptOwner: entry,
    rowSaid: new Set(),
  }
}

/** The last one begun. */
export const senseOf = ({ draft: { senses } }: Block): DraftSense | undefined =>
  senses[senses.length - 1]

export const openSense = (block: Block, line: Line): DraftSense => {
  const sense = block.make.sense(line.line)
  if (block.partOfSpeech !== undefined) sense.partOfSpeech = block.partOfSpeech
  const opened: DraftSense = { sense, examples: [], relations: [] }
  block.draft.senses.push(opened)
  block.open = { sn: false, ps: false, own: false, content: false }
  return opened
}

/** The open sense, or a first one, of which the line is a part. */
export const inSense = (block: Block, line: Line): DraftSense => {
  const current = senseOf(block) ?? openSense(block, line)
  block.open.content = true
  return current
}

/** The line fills a field of its owner; without a slot, it is residue. */
export const mark = (
  { draft: { marks, senses } }: Block,
  line: Line,
  owner: { readonly id: string },
  slot?: string,
  scope = senses.length,
): Mark => {
  const made: Mark = { line, owner, scope, slot }
  marks.push(made)
  return made
}

/** The line becomes residue of what it stands with. */
export const keep = (block: Block, line: Line, warned = false): Mark => {
  const { draft, context, variantOpen, exampleOpen } = block
  const { marker } = line
  if (!warned) context.warn(line, '')
  if (RECORD_MARKERS.has(marker)) return mark(block, line, draft.entry, undefined, 0)
  const form = draft.forms[draft.forms.length - 1]
  if (variantOpen && marker.startsWith('v') && form !== undefined)
    return mark(block, line, form, undefined, 0)
  if (line.text !== '' && isSenseLine(marker, undefined)) inSense(block, line)
  const current = senseOf(block)
  const example = current?.examples[current.examples.length - 1]
  const onExample = exampleOpen && marker.startsWith('x') && example !== undefined
  return mark(block, line, onExample ? example : (current?.sense ?? draft.entry))
}

/** Of the next line that is not one of ours. */
export const roleAfter = ({ lines, context }: Block, index: number): Role | undefined => {
  let next = index + 1
  while (lines[next]?.marker === OWN_MARKER) next++
  return context.vocabulary.markers.roleOf(lines[next]?.marker ?? '')
}

/** Whether nothing of a sense follows: a part of speech that stands last is of the sense above it. */
export const isLastOfSenses = ({ lines, context }: Block, index: number): boolean => {
  for (let next = index + 1; next < lines.length; next++) {
    const { marker = '', text = '' } = lines[next] ?? {}
    const role = context.vocabulary.markers.roleOf(marker)
    if (role === 'sn' || (text !== '' && isSenseLine(marker, role))) return false
  }
  return true
}
