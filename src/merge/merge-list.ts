import { mergeSequence } from './merge-sequence'

/**
 * A list that both sides changed. Elements that either added or removed are added or removed.
 * Undefined where that would guess: a side put the elements in another order, or both replaced one
 * element, or an element stands there twice.
 */
export const mergeList = (
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined => {
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)]
  if (inBase.size + inOurs.size + inTheirs.size !== base.length + ours.length + theirs.length)
    return undefined
  const inOrder =
    sameOrder(base, inBase, ours, inOurs) &&
    sameOrder(base, inBase, theirs, inTheirs) &&
    sameOrder(ours, inOurs, theirs, inTheirs)
  if (!inOrder) return undefined
  const bothRemoved = base.some((value) => !inOurs.has(value) && !inTheirs.has(value))
  const anyAdded = [...ours, ...theirs].some((value) => !inBase.has(value))
  if (bothRemoved && anyAdded) return undefined
  return mergeSequence(base, ours, theirs).filter(
    (value) => (inOurs.has(value) && inTheirs.has(value)) || !inBase.has(value),
  )
}

/** What both have, both have in one order. */
const sameOrder = (
  a: readonly string[],
  inA: ReadonlySet<string>,
  b: readonly string[],
  inB: ReadonlySet<string>,
): boolean => {
  const shared = b.filter((value) => inA.has(value))
  return a.filter((value) => inB.has(value)).every((value, index) => value === shared[index])
}
