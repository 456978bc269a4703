import { normaliseText } from './normalise'
import { letterKey, type Orthography } from './orthography'

export interface LookAlikes {
  /** The letter that the sign is meant to be, where the tables leave no doubt. */
  readonly meant?: string
  /** All letters it may be meant to be. */
  readonly possible: readonly string[]
}

/** A row that costs more says that something else may be meant as well. */
const MOST_FOR_CERTAIN = 0.03

/** What the look-alike rows say about one sign, capital or small, that is no letter of the orthography. */
export const lookAlikesOf = (sign: string, orthography: Orthography): LookAlikes => {
  const rows = orthography.rowsByLookAlike.get(sign) ?? []
  const letters = rows
    .map(({ b = '', cost }) => ({ letter: normaliseText(b), cost }))
    .filter(({ letter }) => orthography.rowByGrapheme.has(letterKey(letter)))
  const possible = [...new Set(letters.map(({ letter }) => letter))]
  const isCertain = possible.length === 1 && letters.every(({ cost }) => cost <= MOST_FOR_CERTAIN)
  return isCertain ? { meant: possible[0]!, possible } : { possible }
}
