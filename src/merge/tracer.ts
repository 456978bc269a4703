import type { Row } from '../lexicon/lexicon'
import type { Place } from '../lexicon/problem'

/** Tells of places which entry of a file asked for them. */
export interface Tracer {
  /** The same places, remembered. */
  readonly trace: (place: Row<object>['place'], index: number) => Row<object>['place']
  /** The index given with the place; places are known by identity, since a file may be one line. */
  readonly indexOf: (at: Place) => number | undefined
}

export const createTracer = (): Tracer => {
  const indexByPlace = new WeakMap<Place, number>()
  return {
    trace: (place, index) => (column) => {
      const at = { ...place(column) }
      indexByPlace.set(at, index)
      return at
    },
    indexOf: (at) => indexByPlace.get(at),
  }
}
