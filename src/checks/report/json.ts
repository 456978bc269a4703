import type { Reporter } from './reporter'

/** One problem a line, as it is: places count from the data folder. */
export const toJsonLines: Reporter = (problems) =>
  problems.map((problem) => JSON.stringify(problem)).join('\n')
