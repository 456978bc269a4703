import type { Check } from './check'

/** A cell under no header, a column, a property or a file that no field explains: it would be lost. */
export const unexplainedCell: Check = {
  code: 'unexplained-cell',
  *run({ unexplained }) {
    for (const { at, text } of unexplained)
      yield { code: 'unexplained-cell', severity: 'error', at, given: text }
  },
}
