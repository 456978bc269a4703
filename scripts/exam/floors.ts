import { belowFloor, type Floor, floorUnder } from '../../src/search/exam'
import { readText, writeAtomically } from '../files'
import type { ClassScore } from './report'

/** By set, then by class: what its score on the test split must reach. */
export type Floors = Readonly<Record<string, Readonly<Record<string, Floor>>>>

/** How far under today's scores floors are set, in thousandths: two points. */
const MARGIN = 20

/** None where there is no such file. */
export const readFloors = (file: string): Floors => {
  const text = readText(file)
  return text === undefined ? {} : JSON.parse(text)
}

export const writeFloors = (file: string, floors: Floors): void =>
  writeAtomically(file, `${JSON.stringify(floors, null, 2)}\n`)

/** Floors a little under these scores; a set that was not run keeps its own. */
export const floorsUnder = (scores: readonly ClassScore[], before: Floors): Floors => {
  const floors: Record<string, Record<string, Floor>> = {}
  for (const { set, class: name, scores: of } of scores) {
    const ofSet = floors[set] ?? {}
    floors[set] = { ...ofSet, [name]: floorUnder(of.test, MARGIN) }
  }
  return { ...before, ...floors }
}

/**
 * A sentence for each class that is below its floor, and for each that has a floor and is not asked
 * any more although its set is. A class without a floor is held to none.
 */
export const belowFloors = (
  scores: readonly ClassScore[],
  floors: Floors,
  { whole }: { readonly whole: boolean },
): readonly string[] => {
  const below = scores.flatMap(({ set, class: name, scores: { test } }) => {
    const floor = floors[set]?.[name]
    if (floor === undefined) return []
    return belowFloor(test, floor).map(
      (figure) =>
        `${set} ${name}: ${figure} ${test[figure].toFixed(3)} is below its floor ${floor[figure]}`,
    )
  })
  const asked = new Set(scores.map(({ set, class: name }) => `${set} ${name}`))
  const sets = new Set(scores.map(({ set }) => set))
  const gone = Object.entries(floors)
    .filter(([set]) => whole && sets.has(set))
    .flatMap(([set, classes]) => Object.keys(classes).map((name) => `${set} ${name}`))
    .filter((name) => !asked.has(name))
  return [...below, ...gone.map((name) => `${name}: has a floor, but no query is left`)]
}
