import { isSame } from '../../src/merge/cell'
import type { ImportPlan } from '../../src/merge/import-plan'

/** Whether a plan puts something else where the dictionary has something: a file older than it takes news back so. */
export const overwrites = (plan: ImportPlan): boolean =>
  [...plan.entries.flatMap(({ changes }) => changes), ...plan.aside].some(
    (change) =>
      change.kind === 'changed' &&
      change.fields.some(({ before }) => !isSame(before, undefined) && !isSame(before, [])),
  )
