import { type LegacyEncoding, type TellTale, tellTalesIn } from './tell-tales'
import { readTnKeyUni } from './tnkeyuni'
import { readVniWindows } from './vni'

/** How the characters of a file are written as bytes. */
export type FileEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  readonly encoding: FileEncoding
  /** Without byte order mark. */
  readonly text: string
  /**
   * The first line that is not UTF-8, of a file read as `windows-1252` because it is nothing else:
   * unless its text turns out to be VNI, the file cannot be read.
   */
  readonly badLine?: number
}

/** What speaks for a legacy encoding of the characters themselves. */
export interface Legacy {
  readonly tellTales: readonly TellTale[]
  /** Two different tell-tales stand in the text, and hardly a letter that the encoding lacks. */
  readonly certain?: LegacyEncoding
}

/** The text of a file from any program, and whether its letters seem to be of a legacy encoding. */
export const detectEncoding = (bytes: Uint8Array): DecodedText & Legacy => {
  const decoded = decodeBytes(bytes)
  return { ...decoded, ...findLegacy([decoded.text]) }
}

/** UTF-8 or UTF-16 with or without byte order mark; bytes that are neither are read one by one. */
export const decodeBytes = (bytes: Uint8Array): DecodedText => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded('utf-16be', bytes.subarray(2))
  const withoutMark = utf16WithoutMark(bytes)
  if (withoutMark !== undefined) return decoded(withoutMark, bytes)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const content = marked ? bytes.subarray(3) : bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
    return { encoding: marked ? 'utf-8-bom' : 'utf-8', text }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { ...decoded('windows-1252', bytes), badLine: firstBadLine(bytes) }
  }
}

/** Bytes are looked at as far as this for the zeros of UTF-16. */
const SAMPLE_BYTES = 4096

const decoded = (encoding: FileEncoding, bytes: Uint8Array): DecodedText => ({
  encoding,
  text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
})

/** Every line end and space of UTF-16 has a zero byte on one side, and text has no other zeros. */
const utf16WithoutMark = (bytes: Uint8Array): FileEncoding | undefined => {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  if (length === 0 || bytes.length % 2 === 1) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const enough = length / 2 / 4
  if (even === 0 && odd > enough) return 'utf-16le'
  return odd === 0 && even > enough ? 'utf-16be' : undefined
}

/** A line end is never part of another character in UTF-8. */
const firstBadLine = (bytes: Uint8Array): number => {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) return line
    if (end < 0) break
    start = end + 1
  }
  return line
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * Tell-tales in texts of the language: headwords, forms, examples. Not in whole files, where `\`, `[`
 * and `_` are signs of the format.
 */
export const findLegacy = (texts: Iterable<string>): Legacy => {
  const { tellTales, against } = tellTalesIn(texts)
  const certain = (['tnkeyuni', 'vni'] as const).filter((encoding) => {
    const own = tellTales.filter((tellTale) => tellTale.encoding === encoding)
    const count = own.reduce((sum, tellTale) => sum + tellTale.count, 0)
    return own.length >= 2 && count > against[encoding]
  })
  return certain.length === 1 ? { tellTales, certain: certain[0]! } : { tellTales }
}

/**
 * One text in Unicode. TNKeyUni: only texts of the language, its Vietnamese is Unicode already. VNI:
 * glosses and translations as well.
 */
export const convertLegacy = (text: string, encoding: LegacyEncoding): string =>
  encoding === 'tnkeyuni' ? readTnKeyUni(text) : readVniWindows(text)
