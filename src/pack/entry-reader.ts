import { ok, type Result } from '../lexicon/result'
import type { PackHead } from './container'
import {
  type Dictionary,
  type DictionaryError,
  damaged,
  has,
  type SectionReader,
} from './dictionary'
import { blockOf, decodeEntry, decodeForms, withForms } from './entries'
import { openRows, type Rows } from './rows'
import type { PackMeta, SectionName } from './sections'

/** Blocks are kept once read, the last few: a page shows an entry, a lesson walks through many. */
const KEPT_BLOCKS = 8

/** Reads entries by number; share-alike forms are joined in. Fetched with the first entry that is opened. */
export const createEntryReader = (
  meta: PackMeta,
  head: PackHead,
  read: SectionReader,
): Dictionary['entry'] => {
  const kept = new Map<SectionName, Rows>()
  const rowsOf = async (name: SectionName): Promise<Result<Rows | undefined, DictionaryError>> => {
    const known = kept.get(name)
    if (known !== undefined || !has(head, name)) return ok(known)
    const section = await read([name])
    if (!section.ok) return section
    const rows = openRows(section.value.get(name)!)
    if (rows === undefined) return damaged(name)
    for (const oldest of kept.keys()) if (kept.size >= KEPT_BLOCKS) kept.delete(oldest)
    kept.set(name, rows)
    return ok(rows)
  }

  /** What only adds to an entry does not hold it up. */
  const rowsIfHere = async (name: SectionName) => {
    const rows = await rowsOf(name)
    return rows.ok || rows.error.kind !== 'not-here-yet' ? rows : ok(undefined)
  }

  return async (number, { drafts }) => {
    const block = blockOf(number)
    for (const name of drafts ? [`draft-${block}`, block] : [block]) {
      const rows = name === block ? await rowsOf(name) : await rowsIfHere(name)
      if (!rows.ok) return rows
      const text = rows.value?.text(number)
      if (text === undefined) continue
      const full = decodeEntry(number, text)
      if (full === undefined) return damaged(name)
      const apart = await rowsIfHere('share-alike')
      if (!apart.ok) return apart
      const apartText = apart.value?.text(number)
      const forms = apartText === undefined ? [] : decodeForms(number, apartText)
      return forms === undefined ? damaged('share-alike') : ok(withForms(full, forms, meta))
    }
    return ok(undefined)
  }
}
