import { ENTRY_FIELDS } from '../lexicon/entry'
import { PROVISIONAL_ID } from '../lexicon/ids'
import type { Place, Problem } from '../lexicon/problem'
import { isSame } from './cell'
import type { Incoming, Part, Values } from './incoming'
import type { IdMap } from './match-parts'

export interface Joined {
  readonly incoming: readonly Incoming[]
  /** Ids of what was joined, with those of what it was joined to. */
  readonly aliases: IdMap
  /** Senses that say what another says now. */
  readonly repeated: readonly {
    readonly at: Place
    readonly headword: string
    readonly problem: Problem
  }[]
}

/**
 * Entries that tidying gave one headword (`thĕng` and `thẽng`) are one entry, as rows of one headword
 * are: the later one's senses come to the first. A file that tells its entries apart, by ids, numbers
 * or notes of their own, is left as it is.
 */
export const joinTidied = (
  incoming: readonly Incoming[],
  asGiven: ReadonlyMap<object, Values>,
): Joined => {
  const firstByHeadword = new Map<string, number>()
  const joined: (Incoming | undefined)[] = [...incoming]
  const aliases: IdMap = new Map()
  const repeated: { at: Place; headword: string; problem: Problem }[] = []
  const wasTidied = ({ entry: { value } }: Incoming) =>
    (asGiven.get(value)?.headword ?? value.headword) !== value.headword
  const tidied = new Set(incoming.filter(wasTidied).map(({ entry }) => entry.value.headword))

  incoming.forEach((one, index) => {
    const { headword } = one.entry.value
    if (!tidied.has(headword) || !isPlain(one)) return
    const firstIndex = firstByHeadword.get(headword)
    const first = firstIndex === undefined ? undefined : joined[firstIndex]
    if (firstIndex === undefined || first === undefined) firstByHeadword.set(headword, index)
    else if (wasTidied(one) || wasTidied(first)) {
      const parts = joinParts(first, one, aliases)
      joined[firstIndex] = { ...first, parts: parts.kept }
      joined[index] = undefined
      for (const { later, earlier } of parts.same) {
        const { column } = ENTRY_FIELDS.headword
        const at = later.row.place(column)
        const problem: Problem = {
          code: 'duplicate-entry',
          severity: 'error',
          at,
          headword,
          first: earlier.row.place(column),
        }
        repeated.push({ at, headword, problem })
      }
    }
  })
  return { incoming: joined.flatMap((one) => one ?? []), aliases, repeated }
}

/** Nothing but its headword tells it from others. */
const isPlain = ({ entry: { value } }: Incoming): boolean =>
  PROVISIONAL_ID.test(value.id) &&
  value.foreignId === undefined &&
  value.homograph === undefined &&
  value.note === undefined

const joinParts = (first: Incoming, second: Incoming, aliases: IdMap) => {
  aliases.set(second.entry.value.id, first.entry.value.id)
  const kept = [...first.parts]
  const same: { readonly earlier: Part; readonly later: Part }[] = []
  for (const part of second.parts) {
    const { value } = part.row
    const twin =
      part.table === 'forms' && value.id === second.entry.value.headwordForm
        ? first.parts.find(({ row }) => row.value.id === first.entry.value.headwordForm)
        : part.table === 'senses'
          ? first.parts.find(
              ({ table, row }) => table === 'senses' && isSameMeaning(row.value, value),
            )
          : undefined
    if (twin === undefined) kept.push(part)
    else {
      aliases.set(String(value.id), String(twin.row.value.id))
      if (part.table === 'senses') same.push({ earlier: twin, later: part })
    }
  }
  return { kept, same }
}

const isSameMeaning = (a: Values, b: Values): boolean =>
  isSame([a.glossVi, a.glossEn, a.concept], [b.glossVi, b.glossEn, b.concept])
