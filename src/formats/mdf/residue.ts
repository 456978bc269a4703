import type { Residue } from '../../lexicon/retired'
import {
  afterPosition,
  arrange,
  asPosition,
  END,
  FIRST,
  type Fits,
  LAYOUT,
  layoutOf,
  type Placed,
  withoutPosition,
} from './arrange'
import type { Article } from './article'
import type { Draft } from './draft'
import { type Item, itemsOf } from './items'
import { plainText, writeLine } from './lines'
import type { Defaults } from './own-line'
import type { References } from './references'
import type { Vocabulary } from './vocabulary'

export const FORMAT_ID = 'mdf'

/** Of a relation: it is stated by the `\se` under which the entry stands below another. */
export const subentryResidue = (relation: string): Residue => ({
  owner: relation,
  format: FORMAT_ID,
  position: 'subentry',
  raw: '\\se',
})

/** What is needed to say what a line means. */
export interface Meaning {
  readonly vocabulary: Vocabulary
  readonly references: References
  readonly defaults: Defaults
}

/**
 * What the lines of an entry say beyond its records: lines that fill no field, lines that we would
 * word otherwise, and the order of all of them where it is not ours. Ids must be settled.
 */
export const residueOf = (draft: Draft, article: Article, meaning: Meaning): readonly Residue[] => {
  const items = itemsOf(article, meaning.vocabulary, meaning.references)
  if (isAsWritten(draft, items)) return []
  const find = createFinder(items)
  const rows: Residue[] = []
  const covered = new Set<Item>()
  const order: (Item | Residue)[] = []
  const places = new Map<number, { marker: string; readonly counts: Map<string, number> }>()
  let senses = false
  for (const { line, owner, scope, slot } of draft.marks) {
    const { marker } = line
    const raw = writeLine(marker, line.text)
    const item = slot === undefined ? undefined : find(owner, slot)
    const add = (position: string): Residue => {
      const row = { owner: owner.id, format: FORMAT_ID, position, raw }
      rows.push(row)
      return row
    }
    if (item === undefined) {
      const before = places.get(scope)
      if (scope === 0 && senses && owner === draft.entry) order.push(add(END))
      else if (before === undefined) order.push(add(FIRST))
      else order.push(add(afterPosition(before.marker, before.counts.get(before.marker) ?? 1)))
    } else {
      covered.add(item)
      order.push(item)
      if (item.silent || item.marker !== marker || item.text !== line.text)
        add(asPosition(item.slot))
    }
    senses = senses || scope > 0
    const place = places.get(scope) ?? { marker, counts: new Map<string, number>() }
    place.marker = marker
    place.counts.set(marker, (place.counts.get(marker) ?? 0) + 1)
    places.set(scope, place)
  }
  for (const item of items) {
    if (item.slot !== 'sn' || item.silent || covered.has(item)) continue
    const position = withoutPosition(item.slot)
    rows.push({ owner: item.record.id, format: FORMAT_ID, position, raw: `\\${item.marker}` })
  }
  const layout = layoutRow(items, rows, order, article, meaning)
  return layout === undefined ? rows : [...rows, layout]
}

/** Whether a line of a file says what the item says. */
export const fitsBy =
  ({ vocabulary, references }: Meaning, article: Article): Fits =>
  (item, marker, text) => {
    const { markers, partOfSpeechOf, domainOf } = vocabulary
    const role = markers.roleOf(marker)
    const plain = plainText(text)
    const field = item.slot.split(' ')[0]
    const sense = article.senses[item.scope - 1]?.sense
    switch (field) {
      case 'ps':
        return role === 'ps' && partOfSpeechOf(plain) === sense?.partOfSpeech
      case 'sn':
        return role === 'sn'
      case 'sd':
        return role === 'sd' && domainOf(plain) === sense?.semanticDomain
      case 'hm':
        return role === 'hm' && Number(text) === article.entry.homograph
      case 'form':
        return (role === 'va' || role === 'lc' || role === 'ph') && plain === plainText(item.text)
      case 'relation': {
        const { relations } = article.senses[item.scope - 1] ?? article
        const relation = relations.find(({ id }) => id === item.record.id)
        return role === 'relation' && references.idOf(plain) === relation?.to
      }
      default:
        return marker === item.marker && plain === plainText(item.text)
    }
  }

/** Scope of the record that residue hangs on. */
export const scopesOf = (article: Article): ((owner: string) => number | undefined) => {
  const scopes = new Map<string, number>()
  const set = (records: readonly { readonly id: string }[], scope: number): void => {
    for (const { id } of records) scopes.set(id, scope)
  }
  set([article.entry], 0)
  for (const records of [article.forms, article.media, article.relations]) set(records, 0)
  article.senses.forEach(({ sense, examples, relations }, index) => {
    set([sense], index + 1)
    set(examples, index + 1)
    set(relations, index + 1)
  })
  return (owner) => scopes.get(owner)
}

/** Finds items in nearly their order: the search goes on where the last one ended. */
const createFinder = (items: readonly Item[]) => {
  let next = 0
  return (record: object, slot: string): Item | undefined => {
    for (let i = 0; i < items.length; i++) {
      const index = (next + i) % items.length
      const item = items[index]
      if (item?.record !== record || item.slot !== slot) continue
      next = index + 1
      return item
    }
    return undefined
  }
}

/** The common case, told without making anything: every line is as we would write it. */
const isAsWritten = ({ marks }: Draft, items: readonly Item[]): boolean => {
  let index = 0
  for (const item of items) {
    if (item.silent || item.slot === '') continue
    const mark = marks[index++]
    const same =
      mark !== undefined &&
      mark.slot === item.slot &&
      mark.owner.id === item.record.id &&
      mark.line.text === item.text &&
      mark.line.marker === item.marker
    if (!same) return false
  }
  return index === marks.length
}

const layoutRow = (
  items: readonly Item[],
  rows: readonly Residue[],
  order: readonly (Item | Residue)[],
  article: Article,
  meaning: Meaning,
): Residue | undefined => {
  const { lines } = arrange(items, rows, scopesOf(article), fitsBy(meaning, article))
  const visible = lines.filter(({ marker }) => marker !== '')
  const placeOf = new Map<Item | Residue, Placed>()
  for (const line of visible) {
    const key = line.item ?? line.row
    if (key !== undefined) placeOf.set(key, line)
  }
  const ordered = order.flatMap((key) => placeOf.get(key) ?? [])
  if (ordered.every((line, index) => line === visible[index])) return undefined
  const rowOf = (order: readonly Placed[]): Residue => {
    const raw = layoutOf(visible, order)
    return { owner: article.entry.id, format: FORMAT_ID, position: LAYOUT, raw }
  }
  // An import may number homographs: the layout is the same with the number as without it.
  const unnumbered = rowOf(ordered.filter(({ item }) => item?.slot !== 'hm'))
  const again = arrange(items, [...rows, unnumbered], scopesOf(article), fitsBy(meaning, article))
  const isSame = again.lines
    .filter(({ marker }) => marker !== '')
    .every(({ item, row }, i) => item === ordered[i]?.item && row === ordered[i]?.row)
  return isSame ? unnumbered : rowOf(ordered)
}
