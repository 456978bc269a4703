import type { Lexicon } from '../../lexicon/lexicon'
import type { Residue } from '../../lexicon/retired'
import { type Belongings, GROUPS } from './belongings'
import { RESIDUE_FORMAT } from './build-records'
import { headerTest } from './plan-columns'

/** A cell of a column of the user's own. */
interface OwnCell {
  /** Of the entry's rows, from 0. */
  readonly row: number
  readonly position: string
  readonly raw: string
}

/** More columns than this are nobody's table; what they hold is kept as other formats' residue is. */
const MOST_OWN_COLUMNS = 100

/**
 * Puts the residue of an entry back into the columns it came from, where reading will give it the same
 * owner and the same order: rows from the first, in each the headers in order. From the first that
 * cannot, all goes to the columns of residue.
 */
export const ownColumnPlacer = (lexicon: Lexicon) => {
  const isKnown = headerTest(lexicon)
  const headers = new Map<string, boolean>()
  const isOwn = (header: string): boolean => {
    let own = headers.get(header)
    if (own === undefined) {
      own = header !== '' && headers.size < MOST_OWN_COLUMNS && !isKnown(header)
      headers.set(header, own)
    }
    return own
  }
  return (
    entry: string,
    own: Belongings,
  ): { readonly cells: readonly OwnCell[]; readonly rest: readonly Residue[] } => {
    const cells: OwnCell[] = []
    const rowBySense = new Map<string, number>(own.sense.map(({ id }, row) => [id, row]))
    const rows = Math.max(1, ...GROUPS.slice(0, -1).map((group) => own[group].length))
    let last: OwnCell = { row: 0, position: '', raw: '' }
    for (const [i, { owner, format, position, raw }] of own.residue.entries()) {
      const next = last.row + (position > last.position ? 0 : 1)
      const row = owner === entry ? Math.max(next, own.sense.length) : rowBySense.get(owner ?? '')
      const fits = row !== undefined && row < rows && (row > last.row || row === next)
      if (!fits || format !== RESIDUE_FORMAT || raw === '' || !isOwn(position))
        return { cells, rest: own.residue.slice(i) }
      last = { row, position, raw }
      cells.push(last)
    }
    return { cells, rest: [] }
  }
}
