import type { UnreadableReason } from '../../lexicon/problem'
import { err, ok, type Result } from '../../lexicon/result'

/** The text of an XML file: by its byte order mark, else by how `<?` is written, else by its declaration. */
export const decodeXml = (
  bytes: Uint8Array,
): Result<string, { readonly reason: UnreadableReason; readonly detail: string }> => {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return decodeAs('utf-8', bytes)
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return decodeAs('utf-16le', bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return decodeAs('utf-16be', bytes)
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const named = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1] ?? 'utf-8'
  return decodeAs(/^us-ascii$/i.test(named) ? 'utf-8' : named, bytes)
}

/** Decoders take a byte order mark away. */
const decodeAs = (label: string, bytes: Uint8Array): ReturnType<typeof decodeXml> => {
  try {
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes))
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof RangeError)
      return err({ reason: 'not-utf-8', detail: label })
    throw fault
  }
}
