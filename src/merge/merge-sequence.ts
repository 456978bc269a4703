/**
 * The order of what two sides made of one sequence: where one left it alone, the other's; else ours,
 * with what only theirs has behind what it follows there. Everything of either side is in it; none
 * of the sequences says a value twice.
 *
 *     base a b c    ours a x b c    theirs a c y    →  a x b c y
 */
export const mergeSequence = (
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] => {
  if (equal(ours, theirs)) return ours
  return equal(base, ours) ? interleave(theirs, ours) : interleave(ours, theirs)
}

/** `first`, with the values that only `second` has put in where they stand there. */
const interleave = (first: readonly string[], second: readonly string[]): readonly string[] => {
  const inFirst = new Set(first)
  const inSecond = new Set(second)
  const after = new Map<string | undefined, string[]>()
  let previous: string | undefined
  for (const value of second) {
    if (inFirst.has(value)) {
      previous = value
    } else {
      const added = after.get(previous) ?? []
      if (added.length === 0) after.set(previous, added)
      added.push(value)
    }
  }
  const merged: string[] = []
  let waiting = after.get(undefined) ?? []
  for (const value of first) {
    // What `first` alone put in at one place comes before what `second` put in there.
    if (inSecond.has(value)) {
      for (const added of waiting) merged.push(added)
      waiting = after.get(value) ?? []
    }
    merged.push(value)
  }
  return [...merged, ...waiting]
}

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index])
