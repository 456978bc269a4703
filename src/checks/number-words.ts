import type { ConceptId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import { SENSE_FIELDS, type Sense } from '../lexicon/sense'
import { englishNumber, vietnameseNumber } from '../text/number-words'
import type { Check } from './check'

/** A sense of the concept SIX is glossed six: lists of numbers slip by a row. */
export const numberWords: Check = {
  code: 'number-words',
  *run(lexicon) {
    const numberByConcept = numerals(lexicon)
    for (const { value: sense, place } of lexicon.senses) {
      const meant = sense.concept && numberByConcept.get(sense.concept)
      if (meant === undefined || sense.reviewState === 'rejected') continue
      for (const { given, said, column } of numbersSaid(sense)) {
        if (said === undefined || said === meant) continue
        yield {
          code: 'number-words',
          severity: 'warning',
          at: place(column),
          given,
          said,
          meant,
        }
      }
    }
  },
}

const numerals = ({ shared }: Lexicon): ReadonlyMap<ConceptId, number> => {
  const numberByConcept = new Map<ConceptId, number>()
  for (const { value } of shared.concepts) {
    const number = englishNumber(value.gloss)
    if (number !== undefined) numberByConcept.set(value.id, number)
  }
  return numberByConcept
}

interface NumberSaid {
  readonly given: string
  readonly said: number | undefined
  readonly column: string
}

const numbersSaid = ({ glossVi, glossEn, sourceGloss }: Sense): readonly NumberSaid[] => {
  const vi = glossVi.map((given) => ({
    given,
    said: vietnameseNumber(given),
    column: SENSE_FIELDS.glossVi.column,
  }))
  const en = glossEn.map((given) => ({
    given,
    said: englishNumber(given),
    column: SENSE_FIELDS.glossEn.column,
  }))
  if (sourceGloss === undefined) return [...vi, ...en]
  const said = englishNumber(sourceGloss) ?? vietnameseNumber(sourceGloss)
  return [...vi, ...en, { given: sourceGloss, said, column: SENSE_FIELDS.sourceGloss.column }]
}
