import { SENSE_FIELDS } from '../lexicon/sense'
import { lowerCase } from '../text/normalise'
import type { Check } from './check'

/** How a note says that the word is borrowed, so that it and its gloss are one. */
const LOAN_WORDS = ['mượn', 'loan', 'borrow']

/** A column read twice, or a loan that no note tells of. Rejected senses have been judged. */
export const glossEqualsHeadword: Check = {
  code: 'gloss-equals-headword',
  *run({ entries, senses }) {
    const entryById = new Map(entries.map(({ value }) => [value.id, value]))
    for (const { value: sense, place } of senses) {
      const entry = entryById.get(sense.entry)
      if (entry === undefined || sense.reviewState === 'rejected') continue
      const { length } = entry.headword
      if (!sense.glossVi.some((gloss) => gloss.length === length)) continue
      const headword = lowerCase(entry.headword)
      if (isLoan(sense.note) || isLoan(entry.note)) continue
      for (const given of sense.glossVi) {
        if (given === '' || lowerCase(given) !== headword) continue
        const at = place(SENSE_FIELDS.glossVi.column)
        yield { code: 'gloss-equals-headword', severity: 'warning', at, given }
      }
    }
  },
}

const isLoan = (note = ''): boolean => LOAN_WORDS.some((word) => lowerCase(note).includes(word))
