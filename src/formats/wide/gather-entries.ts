import type { Problem } from '../../lexicon/problem'
import { normaliseText } from '../../text/normalise'
import type { CsvRow } from '../csv'
import type { Refused } from '../format'
import {
  createGatherer,
  type Draft,
  type EntryDraft,
  type Gatherer,
  type Head,
} from './entry-draft'
import { partsOf } from './read-cell'
import type { SaidRow, Values } from './read-row'

export interface Gathering {
  /** In the order of their first rows. */
  readonly entries: readonly EntryDraft[]
  /** Residue that belongs to no entry. */
  readonly loose: readonly Draft[]
  readonly refused: readonly Refused[]
}

/**
 * Puts the rows of entries together: rows with one id of ours; without such an id, rows with one id of
 * their own and one headword; without any id, rows with one headword and one homograph number. A row that says
 * again what another row of its entry says is refused.
 */
export const gatherEntries = (
  rows: readonly SaidRow[],
  formSeparator: string | undefined,
): Gathering => {
  const byKey = new Map<string, Gatherer>()
  const lastByForeignId = new Map<unknown, Gatherer>()
  const loose: Draft[] = []
  const refused: Refused[] = []
  const refuse = (row: CsvRow, problem: Problem): void => {
    refused.push({ at: row.place(), problems: [problem] })
  }
  for (const from of rows) {
    const { said, row, plan } = from
    const { id, foreignId } = said.entry ?? NOTHING
    const known = id === undefined ? undefined : byKey.get(`id ${id}`)
    const head = headOf(from, known === undefined, formSeparator)
    const below = head === undefined ? lastByForeignId.get(foreignId) : undefined
    let gatherer = known ?? (id === undefined && foreignId !== undefined ? below : undefined)
    if (gatherer === undefined && id === undefined && head === undefined) {
      const residue = said.residue
      if (residue !== undefined && Object.keys(said).length === 1 && from.unknown.length === 0)
        loose.push({ values: residue, from, group: 'residue' })
      else refuse(row, withoutHeadword(from))
      continue
    }
    if (gatherer === undefined) {
      const key = id === undefined ? keyOf(said.entry, head?.text ?? '') : `id ${id}`
      gatherer = byKey.get(key)
      if (gatherer === undefined) {
        gatherer = createGatherer(from, formSeparator)
        byKey.set(key, gatherer)
      }
    }
    if (foreignId !== undefined) lastByForeignId.set(foreignId, gatherer)
    const first = gatherer.take(from, head)
    if (first !== undefined) {
      const at = plan.placeOf(row, 'entry', 'Headword')
      const headword = head?.text ?? ''
      refuse(row, { code: 'duplicate-entry', severity: 'error', at, headword, first })
    }
  }
  const entries = [...byKey.values()].map(({ draft }) => draft)
  for (const { entry, problems } of entries)
    if (entry.values.headword === undefined) problems.push(withoutHeadword(entry.from))
  return { entries, loose, refused }
}

const keyOf = (entry: Values | undefined, headword: string): string =>
  `${entry?.foreignId ?? ''}\n${entry?.homograph ?? ''}\n${normaliseText(headword)}`

const NOTHING: Values = {}

const headOf = (
  { said, forms }: SaidRow,
  orForm: boolean,
  separator: string | undefined,
): Head | undefined => {
  const own = said.entry?.headword
  const from = own === undefined && orForm ? forms[0] : undefined
  const whole = typeof own === 'string' ? own : from?.text
  if (whole === undefined) return undefined
  const [text, ...others] = partsOf(whole, separator)
  if (text === undefined) return undefined
  return { text, from, others, ...(text !== whole && { whole }) }
}

const withoutHeadword = ({ row }: SaidRow): Problem => ({
  code: 'record-without-headword',
  severity: 'error',
  at: row.place(),
  given: row.cells.filter((cell) => cell !== '').join(' · '),
})
