import fc from 'fast-check'
import { CONTENT_TABLES } from '../../src/formats/content'
import { fieldsOf } from '../../src/formats/records'
import { LANGUAGE_TABLES } from '../../src/formats/table-list'
import type { Lexicon, Row } from '../../src/lexicon/lexicon'
import { rowsOf, TABLE_NAMES } from '../../src/merge/merge-table'
import { arbitraryLexicon } from '../formats/arbitrary-lexicon'

/** A lexicon and what two people made of it, each on their own. */
export interface Fork {
  readonly base: Lexicon
  readonly a: Lexicon
  readonly b: Lexicon
}

/** Rows removed, fields changed, rows added; some of the additions under one id or number. */
export const arbitraryFork = (): fc.Arbitrary<Fork> =>
  fc
    .tuple(arbitraryLexicon(), arbitraryLexicon(), arbitraryLexicon(), choices(), choices())
    .map(([base, forA, forB, choicesA, choicesB]) => ({
      base,
      a: edited(base, forA, choicesA),
      b: edited(base, forB, choicesB),
    }))

/** Every table of a lexicon, without places. */
export const valuesOf = (lexicon: Lexicon): Record<string, readonly unknown[]> =>
  Object.fromEntries(
    TABLE_NAMES.map((name) => [name, rowsOf(lexicon, name).map(({ value }) => value)]),
  )

const choices = () => fc.array(fc.nat({ max: 19 }), { minLength: 20, maxLength: 60 })

/** The lexicon with some rows as the other has them; `picks` decide, over and over. */
const edited = (base: Lexicon, other: Lexicon, picks: readonly number[]): Lexicon => {
  let next = 0
  const pick = (): number => picks[next++ % picks.length] ?? 0
  const tables = CONTENT_TABLES.map((name) => {
    const rows: readonly Row<object>[] = base[name]
    const others: readonly Row<object>[] = other[name]
    const properties = fieldsOf(LANGUAGE_TABLES[name].fields).map(([property]) => property)
    const kept = rows.flatMap((row, index) => {
      if (pick() === 0) return []
      const source = others[index % Math.max(1, others.length)]
      if (source === undefined || pick() > 12) return row
      const changed = properties.filter((property) => property !== 'id' && pick() < 6)
      return { ...row, value: withFields(row.value, source.value, changed) }
    })
    const added = others
      .filter(() => pick() < 8)
      .map((row) => ({ ...row, value: { ...row.value, id: `new${pick() % 3}-${idOf(row)}` } }))
    return [name, [...kept, ...added]]
  })
  return { ...base, ...Object.fromEntries(tables) }
}

const idOf = ({ value }: Row<object>): string => String(Reflect.get(value, 'id'))

const withFields = (value: object, source: object, properties: readonly string[]): object => {
  const made: Record<string, unknown> = { ...value }
  for (const property of properties) {
    const content: unknown = Reflect.get(source, property)
    if (content === undefined) delete made[property]
    else made[property] = content
  }
  return made
}
