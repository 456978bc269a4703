import { crc32 } from '../pack/container'
import { createByteWriter } from '../pack/write-bytes'

/** An archive that is made piece by piece, so that no device must hold all of it at once. */
export interface StoredZip {
  /** Adds a file; paths are all different. Gives what comes next in the archive, before the file's own bytes. */
  add(path: string, bytes: Uint8Array): Uint8Array
  /** The directory, which ends the archive. */
  end(): Uint8Array
}

/** An archive of files as they are, nothing deflated: recordings would not become much smaller. */
export const createStoredZip = (): StoredZip => {
  const directory = createByteWriter()
  let offset = 0
  let count = 0
  return {
    add(path, bytes) {
      const name = new TextEncoder().encode(path)
      const crc = crc32(bytes)
      const header = createByteWriter()
      header.u32(LOCAL_FILE)
      header.u16(VERSION)
      writeFacts(header, name, bytes, crc)
      header.bytes(name)

      directory.u32(DIRECTORY_ROW)
      directory.u16(VERSION)
      directory.u16(VERSION)
      writeFacts(directory, name, bytes, crc)
      // Remark, disk, two kinds of attributes: none.
      directory.u16(0)
      directory.u16(0)
      directory.u16(0)
      directory.u32(0)
      directory.u32(offset)
      directory.bytes(name)

      offset += header.length + bytes.length
      count++
      if (count > MOST_FILES || offset > LONGEST)
        throw new RangeError(`${count} files, ${offset} bytes: more than an archive can hold`)
      return header.finish()
    },
    end() {
      const rows = directory.finish()
      const writer = createByteWriter()
      writer.bytes(rows)
      writer.u32(END_OF_DIRECTORY)
      writer.u16(0)
      writer.u16(0)
      writer.u16(count)
      writer.u16(count)
      writer.u32(rows.length)
      writer.u32(offset)
      writer.u16(0)
      return writer.finish()
    },
  }
}

const LOCAL_FILE = 0x04034b50
const DIRECTORY_ROW = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
/** 2.0 of the specification. */
const VERSION = 20
/** Names are UTF-8. */
const UTF_8 = 0x0800
/** 1 January 1980, the earliest date there is, so that the bytes depend on the files alone. */
const DATE = 0x0021
const MOST_FILES = 0xffff
const LONGEST = 0xffffffff

/** What both the head of a file and its row in the directory say, from the flags to the length of extras. */
const writeFacts = (
  writer: ReturnType<typeof createByteWriter>,
  name: Uint8Array,
  bytes: Uint8Array,
  crc: number,
): void => {
  writer.u16(UTF_8)
  // As it is.
  writer.u16(0)
  writer.u16(0)
  writer.u16(DATE)
  writer.u32(crc)
  writer.u32(bytes.length)
  writer.u32(bytes.length)
  writer.u16(name.length)
  writer.u16(0)
}
