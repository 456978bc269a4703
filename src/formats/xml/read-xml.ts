import { SaxesParser } from 'saxes'
import type { Problem, UnreadableReason } from '../../lexicon/problem'
import { err, ok, type Result } from '../../lexicon/result'
import { LONGEST_TEXT } from '../longest-text'
import { decodeXml } from './decode-xml'
import type { XmlElement, XmlNode } from './xml-element'

/** What is refused before it costs memory or time. */
export interface XmlLimits {
  /** Of the file. */
  readonly bytes: number
  /** Elements within elements. */
  readonly depth: number
  /** Elements held at once: of the whole tree, or of one record and what is around the records. */
  readonly elements: number
  /** Records handed over. */
  readonly records: number
  /** Characters of a text or an attribute within a record. */
  readonly text: number
}

export const XML_LIMITS: XmlLimits = {
  bytes: 256 * 1024 * 1024,
  depth: 200,
  elements: 4_000_000,
  records: 2_000_000,
  text: LONGEST_TEXT,
}

/**
 * An XML file as a tree in the order of the document. Text between elements is kept, entities and
 * CDATA decoded; processing instructions are left out. A document type is refused, and with it every
 * entity of a file's own. Never throws.
 */
export const readXml = (
  input: Uint8Array | string,
  file: string,
  limits: XmlLimits = XML_LIMITS,
): Result<XmlElement, Problem> => parse(input, file, limits)

/** How a long file of many records is read. */
export interface XmlRecords {
  /** Children of the root of this name are records. */
  readonly record: string
  /** Whether white space within an element of this name is text; elsewhere it is left out. */
  readonly holdsText: (name: string) => boolean
  /** Gets each record as soon as it is complete, with the root and what else is in it so far. */
  readonly take: (element: XmlElement, root: XmlElement) => void
}

/** The same for long files: what is given back is the root without its records. */
export const readXmlRecords = (
  input: Uint8Array | string,
  file: string,
  records: XmlRecords,
  limits: XmlLimits = XML_LIMITS,
): Result<XmlElement, Problem> => parse(input, file, limits, records)

interface Building extends XmlElement {
  readonly children: XmlNode[]
}

const parse = (
  input: Uint8Array | string,
  file: string,
  limits: XmlLimits,
  records?: XmlRecords,
): Result<XmlElement, Problem> => {
  const refuse = (reason: UnreadableReason, line = 1, detail = ''): Result<never, Problem> =>
    err({
      code: 'unreadable-file',
      severity: 'error',
      at: { file, line, row: line },
      reason,
      detail,
    })
  if (input.length > limits.bytes) return refuse('too-large', 1, `> ${limits.bytes} bytes`)
  const decoded = typeof input === 'string' ? ok(input) : decodeXml(input)
  if (!decoded.ok) return refuse(decoded.error.reason, 1, decoded.error.detail)
  const text = decoded.value
  if (/^\s*$/.test(text.slice(0, 1000)) && text.trim() === '') return refuse('empty')
  const nul = text.indexOf('\0')
  if (nul >= 0) return refuse('nul', text.slice(0, nul).split('\n').length)

  const parser = new SaxesParser()
  const open: Building[] = []
  let root: Building | undefined
  let held = 0
  let taken = 0
  const stop = (reason: UnreadableReason, detail = ''): never => {
    throw new XmlFault(reason, parser.line, detail)
  }
  const tooLong = `> ${limits.text} characters`
  const isInRecord = (): boolean => records !== undefined && open[1]?.name === records.record
  const addText = (part: string): void => {
    const element = open[open.length - 1]
    if (element === undefined) return
    if (records !== undefined && isBlank(part) && !records.holdsText(element.name)) return
    const { children } = element
    const last = children.length - 1
    const before = children[last]
    const length = part.length + (typeof before === 'string' ? before.length : 0)
    if (length > limits.text && isInRecord()) stop('too-large', tooLong)
    if (typeof before === 'string') children[last] = before + part
    else children.push(part)
  }
  parser.on('error', (fault) => stop('not-xml', withoutPlace(fault.message)))
  parser.on('doctype', () => stop('document-type'))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= limits.depth) stop('too-deep', String(limits.depth))
    if (++held > limits.elements) stop('too-large', `> ${limits.elements} elements`)
    const element: Building = {
      name,
      attributes: hasAny(attributes) ? attributes : NO_ATTRIBUTES,
      children: [],
      line: parser.line,
      column: parser.columnIndex,
    }
    root ??= element
    open.push(element)
    if (isInRecord() && Object.values(attributes).some(({ length }) => length > limits.text))
      stop('too-large', tooLong)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    if (element === undefined || root === undefined || element === root) return
    if (records !== undefined && open.length === 1 && element.name === records.record) {
      if (++taken > limits.records) stop('too-large', `> ${limits.records} records`)
      records.take(element, root)
      held = 0
    } else {
      open[open.length - 1]?.children.push(element)
    }
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('comment', (comment) => open[open.length - 1]?.children.push({ comment }))
  try {
    for (let from = 0; from < text.length; from += CHUNK)
      parser.write(text.slice(from, from + CHUNK))
    parser.close()
  } catch (fault) {
    if (fault instanceof XmlFault) return refuse(fault.reason, fault.line, fault.detail)
    throw fault
  }
  return root === undefined ? refuse('empty') : ok(root)
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

const hasAny = (attributes: object): boolean => {
  for (const _ in attributes) return true
  return false
}

const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

/** So that the parser's copies of what it has not finished stay small. */
const CHUNK = 1 << 16

/** Thrown by the parser's listeners, the only way to stop it. */
class XmlFault extends Error {
  constructor(
    readonly reason: UnreadableReason,
    readonly line: number,
    readonly detail: string,
  ) {
    super(reason)
  }
}

/** The parser begins its messages with `line:column: `, which stands in the place already. */
const withoutPlace = (message: string): string => message.replace(/^\d+:\d+: /, '')
