import { FORM_FIELDS } from '../lexicon/form'
import { lettersOutside } from '../text/graphemes'
import { likelyLetter } from '../text/likely-letter'
import { createTidyOrthography } from '../text/look-alikes'
import type { Check } from './check'

/** Spellings are made of the graphemes of orthography.csv. In a draft a foreign letter is what a reviewer looks for: a warning. */
export const letterOutsideOrthography: Check = {
  code: 'letter-outside-orthography',
  *run({ forms, graphemes, equivalences }) {
    const orthography = createTidyOrthography({
      graphemes: graphemes.map(({ value }) => value),
      equivalences: equivalences.map(({ value }) => value),
    })
    const intendedByLetter = new Map<string, string | undefined>()
    const intendedFor = (letter: string): string | undefined => {
      if (!intendedByLetter.has(letter))
        intendedByLetter.set(letter, likelyLetter(letter, orthography))
      return intendedByLetter.get(letter)
    }
    for (const { value: form, place } of forms) {
      if (form.kind !== 'spelling' || form.reviewState === 'rejected') continue
      for (const letter of new Set(lettersOutside(form.text, orthography))) {
        const intended = intendedFor(letter)
        yield {
          code: 'letter-outside-orthography',
          severity: form.reviewState === 'draft' ? 'warning' : 'error',
          at: place(FORM_FIELDS.text.column),
          letter,
          form: form.text,
          ...(intended !== undefined && { intended }),
        }
      }
    }
  },
}
