import { unreachable } from '../lexicon/result'
import type { PackError } from '../pack/container'
import type { DownloadError } from './store-error'

/** `what`: the file or section that was being read. */
export function toDownloadError(error: PackError, what: string): DownloadError {
  switch (error.kind) {
    case 'pack-too-new':
      return error
    case 'pack-damaged':
      return { kind: 'damaged', what: error.what }
    case 'not-a-pack':
    case 'pack-cut-short':
      return { kind: 'damaged', what }
    default:
      return unreachable(error)
  }
}
