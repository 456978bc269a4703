import { groupBy } from '../lexicon/group-by'
import type { EquivalenceRow } from '../lexicon/orthography-row'
import { normaliseText } from './normalise'
import {
  createOrthography,
  letterKey,
  type Orthography,
  type OrthographyTables,
} from './orthography'

/** An orthography for texts from elsewhere, in which signs stand for others that look alike. */
export interface TidyOrthography extends Orthography {
  /** The rows about each look-alike sign, capital and small apart: several where it may be meant for several letters. */
  readonly rowsByLookAlike: ReadonlyMap<string, readonly EquivalenceRow[]>
}

export const createTidyOrthography = (tables: OrthographyTables): TidyOrthography => ({
  ...createOrthography(tables),
  rowsByLookAlike: groupBy(
    tables.equivalences.filter(({ kind }) => kind === 'look-alike'),
    ({ a }) => normaliseText(a),
  ),
})

export interface LookAlikes {
  /** The letter that the sign is meant to be, where the tables leave no doubt. */
  readonly meant?: string
  /** All letters it may be meant to be. */
  readonly possible: readonly string[]
}

/** A row that costs more says that something else may be meant as well. */
const MOST_FOR_CERTAIN = 0.03

/** What the look-alike rows say about one sign, capital or small, that is no letter of the orthography. */
export const lookAlikesOf = (sign: string, orthography: TidyOrthography): LookAlikes => {
  const rows = orthography.rowsByLookAlike.get(sign) ?? []
  const letters = rows
    .map(({ b = '', cost }) => ({ letter: normaliseText(b), cost }))
    .filter(({ letter }) => orthography.rowByGrapheme.has(letterKey(letter)))
  const possible = [...new Set(letters.map(({ letter }) => letter))]
  const isCertain = possible.length === 1 && letters.every(({ cost }) => cost <= MOST_FOR_CERTAIN)
  return isCertain ? { meant: possible[0]!, possible } : { possible }
}
