import type { Example } from '../../lexicon/example'
import type { Form } from '../../lexicon/form'
import type { Lexicon } from '../../lexicon/lexicon'
import type { Media } from '../../lexicon/media'
import type { Relation } from '../../lexicon/relation'
import type { Residue } from '../../lexicon/retired'
import type { Sense } from '../../lexicon/sense'

/** What belongs to one entry, in the order of the tables. */
export interface Belongings {
  readonly sense: readonly Sense[]
  readonly form: readonly Form[]
  readonly example: readonly Example[]
  readonly relation: readonly Relation[]
  readonly media: readonly Media[]
  readonly residue: readonly Residue[]
}

export const GROUPS = ['sense', 'form', 'example', 'relation', 'media', 'residue'] as const

type Mutable = { -readonly [Group in keyof Belongings]: Belongings[Group][number][] }

export const nothing = (): Mutable => ({
  sense: [],
  form: [],
  example: [],
  relation: [],
  media: [],
  residue: [],
})

/** By id of entry; what is tied to no entry, or to one unknown, under the empty id. */
export const belongingsByEntry = (lexicon: Lexicon): Map<string, Belongings> => {
  const byEntry = new Map<string, Mutable>()
  const entryOf = new Map<string, string>(lexicon.entries.map(({ value: { id } }) => [id, id]))
  const of = (entry: string | undefined): Mutable => {
    const own = byEntry.get(entry ?? '') ?? nothing()
    byEntry.set(entry ?? '', own)
    return own
  }
  const tie = (id: string, entry: string | undefined): Mutable => {
    if (entry !== undefined) entryOf.set(id, entry)
    return of(entry)
  }
  for (const { value } of lexicon.forms) tie(value.id, value.entry).form.push(value)
  for (const { value } of lexicon.senses) tie(value.id, value.entry).sense.push(value)
  for (const { value } of lexicon.examples)
    tie(value.id, entryOf.get(value.sense)).example.push(value)
  for (const { value } of lexicon.relations)
    tie(value.id, entryOf.get(value.from)).relation.push(value)
  for (const { value } of lexicon.media) tie(value.id, value.entry).media.push(value)
  for (const { value } of lexicon.residue) of(entryOf.get(value.owner ?? '')).residue.push(value)
  return byEntry
}
