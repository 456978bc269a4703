import { copyFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { decodeBytes } from '../../src/text/legacy/detect'
import { removeScratch, scratchFolder } from '../scratch-folder'

export interface FoundFile {
  /** Its path from the folder that was named, with `/`. */
  readonly name: string
  readonly path: string
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  /** Paths that were named and are not there. */
  readonly missing: readonly string[]
  /** Takes away what had to be copied. */
  readonly close: () => void
}

/**
 * Files of folders and their subfolders, in order, without what systems leave there (`.DS_Store`,
 * `Thumbs.db`, what Excel keeps beside a list that is open). A name that is not UTF-8, as old archives unpack to, is read as Windows has it.
 */
export const listRecordings = (
  given: readonly string[],
  except: readonly (string | undefined)[] = [],
): FoundFiles => {
  const left = new Set(except.flatMap((path) => (path === undefined ? [] : resolve(path))))
  const files: FoundFile[] = []
  let copies: string | undefined
  const add = (folder: Buffer, prefix: string): void => {
    const listed = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
    for (const found of listed.sort((a, b) => Buffer.compare(a.name, b.name))) {
      const text = decodeBytes(new Uint8Array(found.name)).text
      if (IGNORED.test(text)) continue
      const bytes = Buffer.concat([folder, Buffer.from('/'), found.name])
      if (found.isDirectory()) {
        add(bytes, `${prefix}${text}/`)
        continue
      }
      let path = bytes.toString()
      if (!Buffer.from(path).equals(bytes)) {
        copies ??= scratchFolder('rong-names-')
        path = join(copies, String(files.length))
        copyFileSync(bytes, path)
      }
      if (!left.has(resolve(path))) files.push({ name: prefix + text, path })
    }
  }
  const missing: string[] = []
  for (const path of given) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat === undefined) missing.push(path)
    else if (stat.isDirectory()) add(Buffer.from(path), '')
    else files.push({ name: basename(path), path })
  }
  return {
    files: withOwnNames(files),
    missing,
    close: () => {
      if (copies !== undefined) removeScratch(copies)
    },
  }
}

/** Files of two folders may be called the same: the later ones are told by their path. */
const withOwnNames = (files: readonly FoundFile[]): readonly FoundFile[] => {
  const used = new Set<string>()
  return files.map(({ name, path }) => {
    const own = used.has(name) ? path.split('\\').join('/') : name
    used.add(own)
    return { name: own, path }
  })
}

const IGNORED = /^(\..*|~\$.*|thumbs\.db|desktop\.ini)$/i
