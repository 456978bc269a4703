/**
 * Spreadsheets run a cell that begins with one of these, quoted or not. They take an apostrophe in
 * front of it as "this is text"; a text that has such apostrophes of its own gets one more:
 *
 *     =1+1  ⇄  '=1+1        '=a  ⇄  ''=a        'ba  ⇄  'ba
 */
const GUARDED = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

export const guardFormula = (text: string): string => (GUARDED.test(text) ? `'${text}` : text)

/** What was guarded, by us or by hand: an apostrophe before such a sign is never part of the text. */
export const unguardFormula = (cell: string): string =>
  cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell
