import { LIST_SEPARATOR } from '../lexicon/field'

/**
 * A list as one cell. In a value `;` is written `\;` and `\` is written `\\`:
 *
 *     ['ngô', 'bắp']  ⇄  ngô; bắp
 *     ['a;b', 'c\']   ⇄  a\;b; c\\
 *
 * A list of one empty value has no cell of its own: it throws a RangeError.
 */
export const joinList = (values: readonly string[]): string => {
  if (values.length === 1 && values[0] === '') throw new RangeError('A list of one empty value')
  return values.map((value) => value.replace(/[\\;]/g, '\\$&')).join(LIST_SEPARATOR)
}

/** The values of a cell. One space after a `;` belongs to it; a `\` before anything but `;` and `\` is itself. */
export const splitList = (cell: string): string[] => {
  if (cell === '') return []
  const values: string[] = []
  let value = ''
  for (let i = 0; i < cell.length; i++) {
    const next = cell[i + 1]
    if (cell[i] === '\\' && (next === ';' || next === '\\')) {
      value += next
      i++
    } else if (cell[i] === ';') {
      values.push(value)
      value = ''
      if (next === ' ') i++
    } else {
      value += cell[i]
    }
  }
  values.push(value)
  return values
}
