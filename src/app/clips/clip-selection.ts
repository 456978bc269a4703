import type { Topic } from '../../lexicon/ids'
import { err, ok, type Result } from '../../lexicon/result'
import type { ClipBlockListing, ClipIndex } from '../../pack/clip-index'
import type { Dictionary } from '../../pack/dictionary'
import type { ClipSelection } from '../../store/recording-store'
import { rowById } from '../entry-index'
import type { ClipError } from './clips'

/** Numbers of the entries that are meant. */
export type ClipEntries = 'all' | ReadonlySet<number>

/** Which entries selections mean together; where drafts are shown, those that only drafts add too. */
export const entriesOf = async (
  dictionary: Dictionary | undefined,
  selections: readonly ClipSelection[],
  drafts: boolean,
): Promise<Result<ClipEntries, ClipError>> => {
  if (selections.some(({ kind }) => kind === 'all')) return ok('all')
  const numbers = new Set<number>()
  for (const selection of selections) {
    const found = await numbersOf(dictionary, selection, drafts)
    if (found === undefined) return err({ kind: 'not-on-device' })
    for (const number of found) numbers.add(number)
  }
  return ok(numbers)
}

/** None: what would tell is not on the device. */
const numbersOf = async (
  dictionary: Dictionary | undefined,
  selection: ClipSelection,
  drafts: boolean,
): Promise<readonly number[] | undefined> => {
  if (dictionary === undefined) return undefined
  switch (selection.kind) {
    case 'all':
      return []
    case 'topic':
      return (await numbersByTopic(dictionary, drafts))?.(selection.topic)
    case 'grade': {
      const about = await dictionary.about()
      const numbers = await numbersByTopic(dictionary, drafts)
      if (!about.ok || numbers === undefined) return undefined
      return about.value.topics
        .filter(({ grades }) => gradesIn(grades).includes(selection.grade))
        .flatMap(({ id }) => numbers(id))
    }
    case 'entries':
      return selection.entries.flatMap((id) => rowById(dictionary, id)?.number ?? [])
  }
}

/** Numbers of the entries of a topic; none: the part of the dictionary that tells has not arrived. */
export const numbersByTopic = async (
  dictionary: Dictionary,
  drafts: boolean,
): Promise<((topic: Topic) => readonly number[]) | undefined> => {
  const groups = await dictionary.groups()
  const draftGroups =
    drafts && dictionary.draftList !== undefined ? await dictionary.draftGroups() : undefined
  if (!groups.ok || draftGroups?.ok === false) return undefined
  return (topic) => [
    ...(groups.value.byTopic[topic] ?? []),
    ...(draftGroups?.value.byTopic[topic] ?? []),
  ]
}

/** `1-5` is five grades, `1, 3` two; what is neither a number nor two is a grade by its name. */
export const gradesIn = (grades: string | undefined): readonly string[] =>
  (grades ?? '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, first, last] = /^(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(part) ?? []
      if (first === undefined || last === undefined) return [part]
      const length = Math.max(1, Number(last) - Number(first) + 1)
      return Array.from({ length }, (_, i) => String(Number(first) + i))
    })

/** The blocks that hold recordings of these entries, and how many there are of them. */
export const blocksOf = (
  { blocks }: ClipIndex,
  entries: ClipEntries,
  drafts: boolean,
): { readonly blocks: readonly ClipBlockListing[]; readonly clips: number } => {
  const open = blocks.filter((block) => drafts || !block.drafts)
  const countIn = (block: ClipBlockListing) =>
    entries === 'all'
      ? block.entries.length
      : block.entries.filter((number) => entries.has(number)).length
  const found = open.filter((block) => countIn(block) > 0)
  return { blocks: found, clips: found.reduce((sum, block) => sum + countIn(block), 0) }
}

/** The same thing chosen again takes the place of what was chosen; a list goes by its name. */
export const isSameSelection = (a: ClipSelection, b: ClipSelection): boolean =>
  keyOf(a) === keyOf(b)

const keyOf = (selection: ClipSelection): string => {
  switch (selection.kind) {
    case 'all':
      return 'all'
    case 'topic':
      return `topic ${selection.topic}`
    case 'grade':
      return `grade ${selection.grade}`
    case 'entries':
      return `entries ${selection.name}`
  }
}
