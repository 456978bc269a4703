import type { Problem } from '../../lexicon/problem'
import { unreadableFile } from '../unreadable-file'

/** A field of a file: `\ge house`, with the lines that it was broken into put together again. */
export interface Line {
  /** Without the backslash; empty: text before the first marker. */
  readonly marker: string
  /** As it is written in the file; without blanks around it. */
  readonly text: string
  /** Physical line on which it begins. */
  readonly line: number
  /** An empty line stands before it. */
  readonly afterBlank: boolean
}

/** What is refused before it costs memory. */
const MOST_BYTES = 256 * 1024 * 1024

const LINE_END = /\r\n|\n|\r/
const MARKED = /^[ \t]*\\([^\s\\]+)(?=\s|$)[ \t]*/
const BLANKS_BEFORE = /^[ \t]+/

/** The bytes as text, without byte order mark; a problem where they are none. */
export const decodeText = (bytes: Uint8Array, file: string): string | Problem => {
  const refuse = (
    reason: 'empty' | 'too-large' | 'not-utf-8' | 'nul',
    line = 1,
    detail = '',
  ): Problem => unreadableFile(file, reason, detail, line)
  if (bytes.length > MOST_BYTES) return refuse('too-large', 1, `> ${MOST_BYTES} bytes`)
  const text = decodeUtf8(bytes)
  if (text === undefined) return refuse('not-utf-8', firstLineNotUtf8(bytes))
  const nul = text.indexOf('\0')
  if (nul >= 0) return refuse('nul', text.slice(0, nul).split(LINE_END).length)
  return text.trim() === '' ? refuse('empty') : text
}

/** The fields of a file. A line without a marker goes on with the one above; a blank joins them. */
export const readLines = (text: string): readonly Line[] => {
  const lines: Line[] = []
  const names = new Map<string, string>()
  let open: { marker: string; text: string; line: number; afterBlank: boolean } | undefined
  let rest: string[] = []
  let blank = false
  const close = (): void => {
    if (open === undefined) return
    if (rest.length > 0) {
      open.text = [open.text, ...rest].filter((part) => part !== '').join(' ')
      rest = []
    }
    lines.push(open)
  }
  physicalLines(text).forEach((raw, index) => {
    const whole = withoutBlanksAfter(raw)
    if (whole === '') {
      blank = true
      return
    }
    const marked = MARKED.exec(whole)
    if (marked === null && open !== undefined) {
      rest.push(whole.replace(BLANKS_BEFORE, ''))
      return
    }
    close()
    const found = marked?.[1] ?? ''
    const marker = names.get(found) ?? found
    names.set(marker, marker)
    const said = marked === null ? whole.replace(BLANKS_BEFORE, '') : whole.slice(marked[0].length)
    open = { marker, text: said, line: index + 1, afterBlank: blank }
    blank = false
  })
  close()
  return lines
}

const withoutBlanksAfter = (raw: string): string => {
  let end = raw.length
  while (end > 0 && (raw[end - 1] === ' ' || raw[end - 1] === '\t')) end--
  return end === raw.length ? raw : raw.slice(0, end)
}

/** The lines of a text as an editor counts them, without their ends. */
export const physicalLines = (text: string): readonly string[] => text.split(LINE_END)

/** A field as one line of a file. */
export const writeLine = (marker: string, text: string): string =>
  text === '' ? `\\${marker}` : `\\${marker} ${text}`

/** The field that one line is, if it would come back as it is: no line ends in it, no blanks around it. */
export const lineOf = (
  raw: string,
): { readonly marker: string; readonly text: string } | undefined => {
  const marked = MARKED.exec(raw)
  const marker = marked?.[1]
  if (marked === null || marker === undefined) return undefined
  const text = raw.slice(marked[0].length)
  const same = writeLine(marker, text) === raw && !/[\r\n\0]|[ \t]$/.test(raw)
  return same ? { marker, text } : undefined
}

/**
 * Signs that stand for what a line cannot hold or would lose: line ends, NUL, a blank at either end.
 * They are the pictures Unicode has of them, so that somebody in Toolbox sees what is meant:
 *
 *     first line␤second line
 */
const SIGN_BY_CHARACTER: Readonly<Record<string, string>> = {
  '\n': '␤',
  '\r': '␍',
  '\0': '␀',
  ' ': '␠',
  '\t': '␉',
}
const CHARACTER_BY_SIGN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SIGN_BY_CHARACTER).map(([character, sign]) => [sign, character]),
)
/** Before a sign that stands for itself; alone: an empty text. */
const ITSELF = '␛'
const NEEDS_SIGN = /[\n\r\0␤␍␀␠␉␛]|^[ \t]|[ \t]$/
const TO_SIGNS = /[\n\r\0␤␍␀␠␉␛]|^[ \t]|[ \t]$/g
const SIGNS = /␛?[␤␍␀␠␉␛]/g

/** A text as it stands after a marker. */
export const encodeText = (text: string): string => {
  if (text === '') return ITSELF
  if (!NEEDS_SIGN.test(text)) return text
  return text.replace(TO_SIGNS, (found) => SIGN_BY_CHARACTER[found] ?? ITSELF + found)
}

/** The text that was written so. Every text comes back. */
export const plainText = (written: string): string => {
  if (written === ITSELF) return ''
  if (!/[␤␍␀␠␉␛]/.test(written)) return written
  return written.replace(SIGNS, (found) =>
    found.length > 1 ? found.slice(1) : (CHARACTER_BY_SIGN[found] ?? found),
  )
}

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (fault) {
    if (fault instanceof TypeError) return undefined
    throw fault
  }
}

/** A line end is one byte that no other character contains, so that each line can be tried alone. */
const firstLineNotUtf8 = (bytes: Uint8Array): number => {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    if (decodeUtf8(bytes.subarray(start, end)) === undefined) return line
    start = end + 1
  }
  return line
}
