import { letterParts, STROKE } from './fold'

/** Hundredths that a mark left out or put in costs, where no row of the language says otherwise. */
export const MARK_COSTS: Readonly<Record<string, number>> = {
  '\u0306': 10,
  '\u030c': 10,
  '\u0302': 20,
  '\u031b': 20,
  [STROKE]: 20,
  '\u0331': 2,
}
/** Tone marks that an input method leaves on a word without tones. */
const OTHER_MARK = 5
/** Of what a mark costs, where it is written but not typed: keyboards lack it. A wrong one costs it whole. */
const LEFT_OUT = 0.1
/** However many marks differ, it is the same letter. */
const MOST_FOR_MARKS = 45

/** Hundredths between the marks that were typed on a letter and those that are written on it. */
export const marksCost = (
  typed: readonly string[],
  written: readonly string[],
  costs: Readonly<Record<string, number>> = MARK_COSTS,
): number => {
  const costOf = (mark: string) => costs[mark] ?? OTHER_MARK
  let cost = 0
  for (const mark of typed) if (!written.includes(mark)) cost += costOf(mark)
  for (const mark of written) if (!typed.includes(mark)) cost += Math.ceil(costOf(mark) * LEFT_OUT)
  return Math.min(cost, MOST_FOR_MARKS)
}

/** The same between two letters of one base. */
export const markCost = (typed: string, written: string): number =>
  marksCost(letterParts(typed).marks, letterParts(written).marks)
