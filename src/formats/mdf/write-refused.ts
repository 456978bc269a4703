import type { Files, Refused, Say } from '../format'
import { saidInHeader } from './header'
import { decodeText, encodeText, physicalLines, readLines, writeLine } from './lines'
import { createMarkers, REASON_MARKER } from './markers'
import { REASON } from './split-records'

const LINE_END = '\r\n'

/**
 * The refused records as their files have them, each followed by the reasons on `\rz` lines, which
 * are passed over when the file is read again.
 */
export const writeRefusedSfm = (files: Files, refused: readonly Refused[], say: Say): Files => {
  const written = new Map<string, Uint8Array<ArrayBuffer>>()
  const encoder = new TextEncoder()
  for (const [name, bytes] of files) {
    const own = refused.filter(({ at }) => at.file === name)
    const text = own.length === 0 ? undefined : decodeText(bytes, name)
    if (typeof text !== 'string') continue
    const physical = physicalLines(text)
    const ends = recordStarts(text, own)
    const records = own.map(({ at, problems }) => {
      const end = ends.find((line) => line > at.line) ?? physical.length + 1
      const lines = physical.slice(at.line - 1, end - 1)
      while (lines.length > 0 && lines[lines.length - 1]?.trim() === '') lines.pop()
      const reasons = problems.map((problem) =>
        writeLine(REASON_MARKER, REASON + encodeText(say(problem))),
      )
      return [...lines, ...reasons, ''].join(LINE_END)
    })
    written.set(name, encoder.encode(records.join(LINE_END)))
  }
  return written
}

/** Lines on which a record begins, refused or not, in order. */
const recordStarts = (text: string, refused: readonly Refused[]): readonly number[] => {
  const lines = readLines(text)
  const markers = createMarkers(saidInHeader('mapping', lines))
  const starts = new Set(refused.map(({ at }) => at.line))
  for (const { marker, line } of lines) if (markers.roleOf(marker) === 'lx') starts.add(line)
  return [...starts].sort((a, b) => a - b)
}
