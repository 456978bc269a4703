import { ENTRY_FIELDS } from '../lexicon/entry'
import type { Lexicon } from '../lexicon/lexicon'
import { EQUIVALENCE_FIELDS } from '../lexicon/orthography-row'
import type { Place } from '../lexicon/problem'
import type { Check } from './check'

const LARGEST_ENTRY_NUMBER = 2 ** 32 - 1

/** Numbers that are none of those their field can hold. Cells that are no number at all are the reader's. */
export const notANumber: Check = {
  code: 'not-a-number',
  *run(lexicon) {
    for (const { number, fits, at } of boundedNumbers(lexicon)) {
      if (fits || Number.isNaN(number)) continue
      yield { code: 'not-a-number', severity: 'error', at: at(), given: String(number) }
    }
  },
}

interface BoundedNumber {
  readonly number: number
  readonly fits: boolean
  readonly at: () => Place
}

function* boundedNumbers({ entries, equivalences }: Lexicon): Iterable<BoundedNumber> {
  for (const { value, place } of entries) {
    const { number, homograph = 1 } = value
    const fits = isCount(number) && number <= LARGEST_ENTRY_NUMBER
    yield { number, fits, at: () => place(ENTRY_FIELDS.number.column) }
    yield {
      number: homograph,
      fits: isCount(homograph),
      at: () => place(ENTRY_FIELDS.homograph.column),
    }
  }
  for (const { value, place } of equivalences) {
    const { cost } = value
    yield {
      number: cost,
      fits: cost >= 0 && cost <= 1,
      at: () => place(EQUIVALENCE_FIELDS.cost.column),
    }
  }
}

const isCount = (number: number): boolean => Number.isInteger(number) && number >= 1
