import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Files, Format, ReadResult } from '../../src/formats/format'
import { MAPPING_SUFFIX, readMappingFile } from '../../src/formats/wide/mapping-file'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Problem } from '../../src/lexicon/problem'
import { err, ok, type Result } from '../../src/lexicon/result'
import { UNSAID } from '../../src/merge/incoming'
import { decodeBytes, type FileEncoding, findLegacy } from '../../src/text/legacy/detect'
import { listFiles, listTree, readBytes } from '../files'
import { bilingual, type Told } from '../told'
import { anotherFormat } from './another-format'
import type { EncodingOption } from './options'

/** Beyond this a file is no dictionary that anybody keeps; reading it would fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024

/** Formats whose readers see to the bytes themselves: archives, and XML with its own declaration. */
const BYTES_OF_THEIR_OWN = ['xlsx', 'lift', 'abvd', 'tei']

/** What was found on the disk, as a format takes it. */
export interface ForeignFiles {
  readonly files: Files
  /** Column by field, from the mapping file beside it and from the command line, which wins. */
  readonly mapping: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  /** Files that were not UTF-8 and are now. */
  readonly decoded: readonly { readonly file: string; readonly encoding: FileEncoding }[]
}

/**
 * Reads files and folders, each file by its name or its path in its folder, and what stands beside
 * them under the same name: ranges of a LIFT file, the mapping of a table.
 */
export const readForeignFiles = (
  paths: readonly string[],
  format: Format,
  mapping: ReadonlyMap<string, string>,
  told: EncodingOption,
): Result<ForeignFiles, Told> => {
  const files = new Map<string, Uint8Array>()
  const found: [string, string][] = []
  for (const path of paths) {
    if (!existsSync(path))
      return err(
        bilingual(
          `${path}: không có tệp này. Hãy xem lại đường dẫn.`,
          `${path}: there is no such file. Check the path.`,
        ),
      )
    if (statSync(path).isDirectory())
      for (const inner of listTree(path)) found.push([inner, join(path, inner)])
    else found.push([basename(path), path], ...beside(path, format))
  }
  const problems: Problem[] = []
  const decoded: { file: string; encoding: FileEncoding }[] = []
  const mapped = new Map<string, string>()
  let total = 0
  for (const [name, path] of found) {
    total += statSync(path).size
    if (total > MOST_BYTES)
      return err(
        bilingual(
          `${path}: tệp quá lớn (hơn ${MOST_BYTES} byte). Hãy chia nhỏ, hoặc nêu ít tệp hơn.`,
          `${path}: the file is too large (more than ${MOST_BYTES} bytes). Split it, or name fewer files.`,
        ),
      )
    const bytes = readBytes(path)!
    if (name.endsWith(MAPPING_SUFFIX)) {
      const file = readMappingFile(bytes, name)
      problems.push(...file.problems)
      for (const [field, column] of file.mapping) mapped.set(field, column)
      continue
    }
    const another = paths.includes(path) ? anotherFormat(bytes, name, format) : undefined
    if (another !== undefined) {
      problems.push(another)
      continue
    }
    const text = BYTES_OF_THEIR_OWN.includes(format.id) ? bytes : asUtf8(bytes, name, told)
    if ('problem' in text) problems.push(text.problem)
    else if ('encoding' in text) decoded.push({ file: name, encoding: text.encoding })
    files.set(name, 'bytes' in text ? text.bytes : bytes)
  }
  return ok({ files, mapping: new Map([...mapped, ...mapping]), problems, decoded })
}

/** Reads with signs for what the file does not say, which the plan fills in. */
export const readForeign = (
  format: Format,
  { files, mapping }: ForeignFiles,
  settings: Lexicon,
  hasMedia: (path: string) => boolean,
): Promise<ReadResult> => format.read!(files, { settings, attribution: UNSAID, mapping, hasMedia })

const beside = (path: string, { id }: Format): [string, string][] => {
  const folder = dirname(path)
  const name = basename(path)
  const stem = name.replace(/\.[^.]*$/, '')
  const mappings = [`${name}${MAPPING_SUFFIX}`, `${stem}${MAPPING_SUFFIX}`]
  const ranges = [`${name}-ranges`, `${stem}.lift-ranges`]
  const companions = id === 'lift' ? ranges : mappings
  return listFiles(folder)
    .filter((other) => other !== name && companions.includes(other))
    .map((other) => [other, join(folder, other)])
}

type AsUtf8 =
  | Uint8Array
  | { readonly bytes: Uint8Array; readonly encoding: FileEncoding }
  | { readonly problem: Problem }

/** Bytes that are not UTF-8 are read one by one only where their text is VNI, told or seen, which is written so. */
const asUtf8 = (bytes: Uint8Array, file: string, told: EncodingOption): AsUtf8 => {
  const { encoding, text, badLine } = decodeBytes(bytes)
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return bytes
  const isVni = told === 'vni' || findLegacy([text]).certain === 'vni'
  if (badLine !== undefined && !isVni)
    return {
      problem: {
        code: 'unreadable-file',
        severity: 'error',
        at: { file, line: badLine, row: badLine },
        reason: 'not-utf-8',
        detail: '',
      },
    }
  return { bytes: new TextEncoder().encode(text), encoding }
}
