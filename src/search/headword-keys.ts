import { type KeyList, openKeyList, writeKeyList } from './key-list'
import { openPostings, type Postings, pushVarint, readVarint, writePostings } from './postings'

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

const padded = (length: number) => (length + 3) & ~3

/** Forms without letters (nothing but marks) are left out: no query could reach them. */
export const writeHeadwordKeys = (forms: readonly KeyedForm[]): Uint8Array => {
  const keyed = forms.filter(({ key }) => key.length > 0)
  const { bytes: list, places } = writeKeyList(keyed.map(({ key }) => key))
  const postings = writePostings(places.map((some) => runOf(some.map((place) => keyed[place]!))))
  const bytes = new Uint8Array(padded(list.length) + postings.length)
  bytes.set(list, 0)
  bytes.set(postings, padded(list.length))
  return bytes
}

/** Ascending by number, the headword before variants, variants in code-unit order, each once. */
const runOf = (forms: readonly KeyedForm[]): number[] => {
  const run: number[] = []
  const encoder = new TextEncoder()
  let before: KeyedForm = { key: [], number: 0 }
  for (const form of [...forms].sort(byNumberAndVariant)) {
    if (form.number === before.number && form.variant === before.variant) continue
    pushVarint(run, (form.number - before.number) * 2 + (form.variant === undefined ? 0 : 1))
    if (form.variant !== undefined) {
      const text = encoder.encode(form.variant)
      pushVarint(run, text.length)
      for (const byte of text) run.push(byte)
    }
    before = form
  }
  return run
}

const byNumberAndVariant = (a: KeyedForm, b: KeyedForm): number =>
  a.number - b.number || ((a.variant ?? '') < (b.variant ?? '') ? -1 : 1)

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
