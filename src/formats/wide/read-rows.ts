import { PROVISIONAL_ID } from '../../lexicon/ids'
import type { Problem } from '../../lexicon/problem'
import { createOrthography } from '../../text/orthography'
import { type Content, emptyContent, withContent } from '../content'
import type { Csv } from '../csv'
import type { ReadContext, ReadResult, Refused } from '../format'
import { type Building, buildEntry, missingIn, putResidue } from './build-records'
import { carriedFields } from './carried-fields'
import type { EntryDraft } from './entry-draft'
import { gatherEntries } from './gather-entries'
import { type Plan, planColumns } from './plan-columns'
import { createCellReader } from './read-cell'
import { rowReader, type SaidRow } from './read-row'

/**
 * Wide tables as a dictionary: one row per sense, an entry over one or more rows, tables (the sheets
 * of a workbook) read as one. Columns are told by the mapping of `context` and by their headers, see
 * find-column.ts. Beside field → column, the mapping may hold:
 *
 * - `form@<variety>` → a column whose cells are forms in that variety (headers that name a variety are such columns by themselves)
 * - `transcription` → a column of transcriptions, in the `notation` told
 * - `residue` → columns, parted by `;`, that are kept as they are, whatever their headers seem to say
 * - `list-separator`, `form-separator` → the sign that parts the values of a cell: glosses and codes
 *   are always parted by `;`, forms only where it is told
 *
 * Without a headword column, the first form of a row is its headword. Rows of one headword and one
 * homograph number without ids are one entry with several senses: nothing says which of them are
 * different words. What no field holds becomes residue, position = header, of the row's sense or else its entry.
 * A row that names a variety or a licence that nobody knows is refused. The problems of refused rows are among `problems`.
 */
export const readRows = (tables: readonly Csv[], context: ReadContext): ReadResult => {
  const { settings, attribution, mapping } = context
  const problems: Problem[] = []
  const listSeparator = mapping.get('list-separator')
  const cells = createCellReader(settings, listSeparator)
  const rows: SaidRow[] = []
  const plans: Plan[] = []
  for (const table of tables) {
    const plan = planColumns(table, context)
    problems.push(...plan.problems)
    if (plan.problems.length > 0) continue
    plans.push(plan)
    const read = rowReader(plan, cells, problems)
    for (const row of plan.rows) rows.push(read(row))
  }
  if (problems.some(({ severity }) => severity === 'error')) return { lexicon: undefined, problems }

  const { entries, loose, refused } = gatherEntries(rows, mapping.get('form-separator'))
  const allRefused = [...refused]
  const content = emptyContent()
  const building: Building = {
    orthography: createOrthography({
      graphemes: settings.graphemes.map(({ value }) => value),
      equivalences: settings.equivalences.map(({ value }) => value),
    }),
    attribution,
    licenceBySource: new Map(settings.sources.map(({ value }) => [value.id, value.licence])),
    taken: provisionalIds(rows),
  }
  let n = 0
  for (const entry of entries) {
    n++
    while (entry.entry.values.id === undefined && building.taken.has(`new-${n}`)) n++
    const faults = [...entry.problems, ...missingIn(entry)]
    if (faults.length > 0) allRefused.push(...refusedRows(entry, faults))
    else buildEntry(entry, `new-${n}`, content, building)
  }
  for (const residue of loose) putResidue(content, residue)
  allRefused.sort((a, b) => a.at.row - b.at.row)
  const told = new Set(allRefused.flatMap((record) => record.problems))
  problems.push(...told)
  return {
    // Built field by field from the tables of fields: what they say is what the types say.
    lexicon: withContent(settings, content as Content),
    problems,
    refused: allRefused,
    carries: carriedFields(plans),
  }
}

/** All rows of an entry that cannot be taken, for each the same reasons. */
const refusedRows = ({ rows }: EntryDraft, problems: readonly Problem[]): Refused[] =>
  rows.map((row) => ({ at: row.place(), problems }))

/** Ids of an earlier reading, written back before lasting ones were given. */
const provisionalIds = (rows: readonly SaidRow[]): ReadonlySet<unknown> => {
  const ids = new Set<unknown>()
  for (const { said } of rows)
    for (const { id } of Object.values(said))
      if (typeof id === 'string' && PROVISIONAL_ID.test(id)) ids.add(id)
  return ids
}
