import type { Format } from '../../src/formats/format'
import type { Problem } from '../../src/lexicon/problem'

/** What files of other programs are known by, and under which name people know them. */
const KINDS: readonly {
  readonly name: string
  readonly is: (head: string, bytes: Buffer) => boolean
}[] = [
  {
    name: 'xlsx',
    is: (head, bytes) => head.startsWith('PK\u0003\u0004') && bytes.includes('xl/workbook.xml'),
  },
  { name: 'zip', is: (head) => head.startsWith('PK\u0003\u0004') },
  { name: 'xls', is: (head) => head.startsWith('\u00d0\u00cf\u0011\u00e0') },
  { name: 'pdf', is: (head) => head.startsWith('%PDF-') },
  { name: 'lift', is: (head) => /^\s*(?:<\?xml[^>]*>\s*)?<lift[\s>]/.test(head) },
]

/** Formats of one file, whose bytes tell at once whether they can be it; those in XML tell for themselves. */
const FORMATS_OF_ONE_FILE = ['wide-csv', 'wide-tsv', 'mdf', 'xlsx', 'lift', 'abvd', 'tei']

/** How far a head can reach, in bytes. */
const HEAD = 4096

/** A problem where a file is plainly of another format than the one named, with the name of that. */
export const anotherFormat = (
  bytes: Uint8Array,
  file: string,
  { id, name }: Format,
): Problem | undefined => {
  if (bytes.length === 0 || !FORMATS_OF_ONE_FILE.includes(id)) return undefined
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, HEAD).replace(/^\u00ef\u00bb\u00bf/, '')
  const found = KINDS.find(({ is }) => is(head, buffer))?.name
  const isArchive = found === 'xlsx' || found === 'zip' || found === 'xls'
  // An old workbook, or one with a password: its own reader knows more to say.
  const isFitting = id === 'xlsx' ? isArchive : found === undefined || found === id
  if (isFitting) return undefined
  return {
    code: 'unreadable-file',
    severity: 'error',
    at: { file, line: 1, row: 1 },
    reason: 'wrong-format',
    detail: name,
    ...(found !== undefined && { found }),
  }
}
