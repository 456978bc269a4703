import type { KeyedForm } from './headword-keys'
import { padded } from './key-list'
import { writeKeyList } from './write-key-list'
import { pushVarint, writePostings } from './write-postings'

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
