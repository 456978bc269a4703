import { join } from 'node:path'
import { aligned } from '../src/pack/bytes'
import { crc32, publishedLength, readHead, readSection, rowsOf } from '../src/pack/container'
import { listFiles, readBytes } from './files'
import { nodePorts } from './ports'

/** Where sections of packs lie, each a file named for its content, beside the `.rong` files. */
const SECTION_FOLDER = 's'

/**
 * A published pack with the drafts it ends before, from the sections that lie in `folder`: the complete
 * pack. The bytes as they are when the drafts are not all there, or when they are of anything else.
 */
export const withDrafts = async (
  bytes: Uint8Array<ArrayBuffer>,
  folder: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const head = await readHead(bytes, nodePorts.hash)
  if (!head.ok || bytes.length !== publishedLength(head.value)) return bytes
  const rows = rowsOf(head.value, 'drafts')
  const last = rows[rows.length - 1]
  if (last === undefined) return bytes

  const complete = new Uint8Array(aligned(last.offset + last.storedLength))
  complete.set(bytes)
  const sectionFolder = join(folder, SECTION_FOLDER)
  const files = listFiles(sectionFolder).map((name) => readBytes(join(sectionFolder, name))!)
  for (const { name, offset, storedLength, crc32: checksum } of rows) {
    const stored = files.find((file) => file.length === storedLength && crc32(file) === checksum)
    const raw = stored && (await readSection(head.value, name, stored, nodePorts))
    if (!stored || !raw?.ok) return bytes
    complete.set(stored, offset)
  }
  return complete
}
