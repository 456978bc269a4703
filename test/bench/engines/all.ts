import type { Engine } from '../engine'
import { flexsearch } from './flexsearch'
import { fuse } from './fuse'
import { tuned, withFront } from './minisearch'
import { mothertongues } from './mothertongues'
import { rongTold, rongUntold } from './rong'
import { sortedArray } from './sorted-array'

/** In the order of the tables. */
export const ENGINES: readonly Engine[] = [
  rongTold,
  rongUntold,
  flexsearch,
  tuned,
  withFront,
  fuse,
  mothertongues,
  sortedArray,
]
