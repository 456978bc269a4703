import type { Entry } from '../../lexicon/entry'
import type { Example } from '../../lexicon/example'
import type { Form } from '../../lexicon/form'
import type { Media } from '../../lexicon/media'
import type { Relation } from '../../lexicon/relation'
import type { Sense } from '../../lexicon/sense'

/** A sense with what hangs on it. */
export interface SenseArticle {
  readonly sense: Sense
  readonly examples: readonly Example[]
  readonly relations: readonly Relation[]
}

/** All of one entry: what one `\lx` or `\se` begins. */
export interface Article {
  readonly entry: Entry
  /** The headword's first. */
  readonly forms: readonly Form[]
  readonly media: readonly Media[]
  /** Those of the entry itself. */
  readonly relations: readonly Relation[]
  readonly senses: readonly SenseArticle[]
  /** Of a subentry: the relation that its `\se` states. */
  readonly under?: Relation
}

/** Of every record of an entry. */
export const idsOf = ({ entry, forms, media, relations, senses, under }: Article): string[] => [
  entry.id,
  ...forms.map(({ id }) => id),
  ...(under === undefined ? [] : [under.id]),
  ...media.map(({ id }) => id),
  ...relations.map(({ id }) => id),
  ...senses.flatMap(({ sense, examples, relations }) => [
    sense.id,
    ...examples.map(({ id }) => id),
    ...relations.map(({ id }) => id),
  ]),
]
