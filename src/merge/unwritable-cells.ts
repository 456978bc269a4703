import { CONTENT_TABLES } from '../formats/content'
import type { Field } from '../lexicon/field'
import type { Lexicon } from '../lexicon/lexicon'
import type { Place, Problem } from '../lexicon/problem'
import { contentFields, valuesIn } from './incoming'

/**
 * What our tables could not be read again with: a field that must be filled and is not, a choice that
 * is none. The checks leave these to the reader of our tables, which has not seen what comes from elsewhere.
 */
export function* unwritableCells(lexicon: Lexicon): Iterable<Problem> {
  for (const table of CONTENT_TABLES) {
    const fields = contentFields(table).filter(([, { required, choices }]) => required || choices)
    for (const { value, place } of valuesIn(lexicon, table))
      for (const [name, field] of fields) {
        const fault = faultIn(value[name], field)
        if (fault !== undefined) yield fault(place(field.column))
      }
  }
}

const faultIn = (
  value: unknown,
  { required, choices }: Field,
): ((at: Place) => Problem) | undefined => {
  if (value === undefined || value === '')
    return required ? (at) => ({ code: 'missing-value', severity: 'error', at }) : undefined
  const given = String(value)
  return choices === undefined || choices.includes(given)
    ? undefined
    : (at) => ({ code: 'not-a-choice', severity: 'error', at, given, known: choices })
}
