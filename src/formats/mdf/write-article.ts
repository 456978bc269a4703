import { PROVISIONAL_ID } from '../../lexicon/ids'
import type { Residue } from '../../lexicon/retired'
import type { Attribution } from '../format'
import { arrange, LAYOUT } from './arrange'
import { type Article, idsOf } from './article'
import { articleOf } from './article-of-draft'
import { itemsOf } from './items'
import { readLines, writeLine } from './lines'
import { OWN_MARKER } from './markers'
import { cellsOf, writeOwn } from './own-line'
import { ownLines } from './own-lines'
import { readArticle } from './read-article'
import { FORMAT_ID, fitsBy, type Meaning, residueOf, scopesOf } from './residue'

/**
 * The lines of an entry, its residue among them where the file had it. `rows`: all residue that hangs
 * on its records. Residue that has no place there any more, because the entry was changed, or that is
 * of another format, is written into lines of ours.
 */
export const writeArticle = (
  article: Article,
  rows: readonly Residue[],
  meaning: Meaning,
): readonly string[] => {
  const own = rows.filter(({ format }) => format === FORMAT_ID)
  const foreign = rows.filter(({ format }) => format !== FORMAT_ID)
  if (own.length === 0) return compose(article, [], foreign, meaning)
  const isLayout = ({ position }: Residue): boolean => position === LAYOUT
  for (const inPlace of [own, own.filter((row) => !isLayout(row))]) {
    const rest = inPlace === own ? foreign : [...own.filter(isLayout), ...foreign]
    const lines = compose(article, inPlace, rest, meaning)
    if (saysTheSame(lines, article, rows, meaning)) return lines
  }
  return compose(article, [], rows, meaning)
}

const compose = (
  article: Article,
  inPlace: readonly Residue[],
  rest: readonly Residue[],
  meaning: Meaning,
): string[] => {
  const items = itemsOf(article, meaning.vocabulary, meaning.references)
  const { lines, left } = arrange(items, inPlace, scopesOf(article), fitsBy(meaning, article))
  const residueByOwner = new Map<string, Residue[]>()
  for (const row of [...rest, ...left]) {
    const same = residueByOwner.get(row.owner ?? '')
    if (same === undefined) residueByOwner.set(row.owner ?? '', [row])
    else same.push(row)
  }
  const written: string[] = []
  lines.forEach((line, index) => {
    if (line.marker !== '') written.push(writeLine(line.marker, line.text))
    for (const own of ownLines(line, lines, index, article, meaning)) {
      const residue = residueByOwner.get(own.owner) ?? []
      if (own.needed || residue.length > 0) written.push(writeLine(OWN_MARKER, own.text))
      for (const row of residue)
        written.push(writeLine(OWN_MARKER, writeOwn('residue', cellsOf('residue', row, OWNER))))
    }
  })
  return written
}

const OWNER = ['owner']

/** Whether reading the lines gives the entry again, and the same residue, wherever it now stands. */
const saysTheSame = (
  written: readonly string[],
  article: Article,
  rows: readonly Residue[],
  meaning: Meaning,
): boolean => {
  const { under } = article
  const draft = readArticle(readLines(written.join('\n')), {
    vocabulary: meaning.vocabulary,
    defaults: meaning.defaults,
    attribution: attributionOf(article),
    hasMedia: (path) => article.media.some((clip) => clip.path === path),
    sourceRow: '',
    provisional: provisionalOf(article),
    ...(under !== undefined && { main: { id: under.to } }),
    place: (line) => ({ file: '', line, row: line }),
    report: () => undefined,
    warn: () => undefined,
  })
  const read = articleOf(draft, meaning.references)
  const again = [...draft.kept.map(keptRow), ...residueOf(draft, read, meaning)]
  return isSameArticle(read, article) && textOf(again) === textOf(rows)
}

/** What the records without a lasting id are numbered under: `new-12`. */
const provisionalOf = (article: Article): string => {
  const found = idsOf(article)
    .find((id) => PROVISIONAL_ID.test(id))
    ?.split('-')
  return found === undefined ? 'new-0' : found.slice(0, 2).join('-')
}

const keptRow = ({
  owner,
  row,
}: {
  readonly owner: { readonly id: string }
  readonly row: Residue
}): Residue => ({ ...row, owner: owner.id })

/** Without positions, which move with what is around them, and without the order of lines. */
const textOf = (rows: readonly Residue[]): string =>
  rows
    .filter(({ position }) => position !== LAYOUT)
    .map(({ owner, format, raw }) => `${owner}\n${format}\n${raw}`)
    .sort()
    .join('\n')

/** Whatever does not come from the lines must not be equal by chance, so the entry's own is good enough: all is said. */
const attributionOf = ({ entry, forms }: Article): Attribution => ({
  variety: entry.variety,
  source: forms[0]?.source ?? ('' as Attribution['source']),
  licence: forms[0]?.licence ?? ('' as Attribution['licence']),
  reviewState: forms[0]?.reviewState ?? 'draft',
})

const isSameArticle = (a: Article, b: Article): boolean =>
  isSameRecord(a.entry, b.entry) &&
  areSame(a.forms, b.forms) &&
  areSame(a.media, b.media) &&
  areSame(a.relations, b.relations) &&
  (a.under === undefined) === (b.under === undefined) &&
  (a.under === undefined || b.under === undefined || isSameRecord(a.under, b.under)) &&
  a.senses.length === b.senses.length &&
  a.senses.every(({ sense, examples, relations }, index) => {
    const other = b.senses[index]
    return (
      other !== undefined &&
      isSameRecord(sense, other.sense) &&
      areSame(examples, other.examples) &&
      areSame(relations, other.relations)
    )
  })

const areSame = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length &&
  a.every((record, index) => {
    const other = b[index]
    return other !== undefined && isSameRecord(record, other)
  })

const isSameRecord = (a: object, b: object): boolean => {
  for (const name in b) if (!(name in a)) return false
  for (const name in a) {
    const [x, y]: readonly unknown[] = [Reflect.get(a, name), Reflect.get(b, name)]
    if (x === y) continue
    const areEqualLists =
      Array.isArray(x) &&
      Array.isArray(y) &&
      x.length === y.length &&
      x.every((value, index) => value === y[index])
    if (!areEqualLists) return false
  }
  return true
}
