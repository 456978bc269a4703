import { type KeyList, openKeyList, padded } from './key-list'
import { openPostings, type Postings, readVarint } from './postings'

/** A form of an entry under the letters it is looked up by. */
export interface KeyedForm {
  readonly key: readonly string[]
  readonly number: number
  /** The form as it is written; none: it is the entry's headword, which the list row holds. */
  readonly variant?: string
}

/**
 * The `keys` section: a key list, then for each key the forms that fold to it.
 *
 *     key list, padded to 4 │ postings: per form  varint (number − number before) × 2 + (variant?)
 *                                                 [varint bytes, UTF-8 of the variant]
 */
export interface HeadwordKeys {
  readonly list: KeyList
  readonly postings: Postings
}

/** `bytes` must start at a multiple of 4 in its buffer, as sections do. */
export const openHeadwordKeys = (bytes: Uint8Array): HeadwordKeys => {
  const list = openKeyList(bytes)
  return { list, postings: openPostings(bytes.subarray(padded(list.byteLength)), list.count) }
}

/** The forms under one key of the list. */
export const formsOf = ({ postings }: HeadwordKeys, key: number): Omit<KeyedForm, 'key'>[] => {
  const { bytes, starts } = postings
  const cursor = { at: starts[key]! }
  const forms: Omit<KeyedForm, 'key'>[] = []
  let number = 0
  while (cursor.at < starts[key + 1]!) {
    const step = readVarint(bytes, cursor)
    number += Math.floor(step / 2)
    if (step % 2 === 0) {
      forms.push({ number })
    } else {
      const length = readVarint(bytes, cursor)
      const variant = new TextDecoder().decode(bytes.subarray(cursor.at, cursor.at + length))
      cursor.at += length
      forms.push({ number, variant })
    }
  }
  return forms
}
