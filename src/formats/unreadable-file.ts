import type { Problem, UnreadableReason } from '../lexicon/problem'

/** The problem of a file that is not what it should be, from a line on. */
export const unreadableFile = (
  file: string,
  reason: UnreadableReason,
  detail = '',
  line = 1,
): Problem => ({
  code: 'unreadable-file',
  severity: 'error',
  at: { file, line, row: line },
  reason,
  detail,
})
