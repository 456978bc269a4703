/**
 * Characters of one text of a foreign file: a cell, a line, an element. Beyond it, the file is broken or
 * hostile. A spreadsheet's cell holds 32,767.
 */
export const LONGEST_TEXT = 1_000_000
