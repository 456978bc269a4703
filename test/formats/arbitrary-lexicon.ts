import fc from 'fast-check'
import { readLexicon } from '../../scripts/read-lexicon'
import { CONTENT_TABLES, type Content, rowOf, withContent } from '../../src/formats/content'
import { fieldsOf } from '../../src/formats/records'
import { LANGUAGE_TABLES } from '../../src/formats/table-list'
import type { Field } from '../../src/lexicon/field'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'
import { awkwardText } from './awkward-text'

/** Settings that generated content refers to: two varieties, sources, practices, notations, codes. */
export const settings = (): Lexicon => readLexicon(EVERY_FIELD, LANGUAGE).lexicon!

/** The records of a lexicon by table, by id, without places: equal contents are equal values. */
export const contentValues = (lexicon: Lexicon): Record<string, readonly unknown[]> =>
  Object.fromEntries(
    CONTENT_TABLES.map((name) => {
      const values = lexicon[name].map(({ value }) => value as object)
      return [name, name === 'residue' ? values : [...values].sort(byId)]
    }),
  )

const byId = (a: object, b: object): number => {
  const [x, y] = [String(Reflect.get(a, 'id')), String(Reflect.get(b, 'id'))]
  return x < y ? -1 : x > y ? 1 : 0
}

/**
 * Lexicons with up to four entries, each with up to three forms, three senses, examples, relations,
 * media, any optional field there or not, and texts of every awkward character. Without residue: what a
 * format keeps of its own is tested with its own files.
 */
export const arbitraryLexicon = (
  text: (minLength?: number) => fc.Arbitrary<string> = awkwardText,
): fc.Arbitrary<Lexicon> => {
  const base = settings()
  return fc
    .array(
      fc.record({
        forms: fc.array(fc.record({}), { minLength: 1, maxLength: 3 }),
        senses: fc.array(fc.nat({ max: 2 }), { maxLength: 3 }),
        media: fc.nat({ max: 1 }),
        relations: fc.nat({ max: 1 }),
      }),
      { maxLength: 4 },
    )
    .chain((shape) => {
      const content = { entries: [], forms: [], senses: [], examples: [], relations: [], media: [] }
      const made: Record<keyof typeof content, fc.Arbitrary<object>[]> = { ...content }
      const senseIds: string[] = []
      shape.forEach(({ forms, senses, media, relations }, e) => {
        const entry = `e${e + 1}`
        const headword = `${entry}-f1`
        made.entries = [
          ...made.entries,
          record(base, 'entries', text, { id: entry, number: e + 1, headwordForm: headword }),
        ]
        const own = forms.map((_, i) =>
          record(base, 'forms', text, { id: `${entry}-f${i + 1}`, entry }),
        )
        made.forms = [...made.forms, ...own]
        senses.forEach((examples, s) => {
          const sense = `${entry}-s${s + 1}`
          senseIds.push(sense)
          made.senses = [...made.senses, record(base, 'senses', text, { id: sense, entry })]
          for (let x = 0; x < examples; x++)
            made.examples = [
              ...made.examples,
              record(base, 'examples', text, { id: `${sense}-x${x + 1}`, sense }),
            ]
        })
        for (let r = 0; r < relations; r++) {
          const ends = { from: senseIds[e] ?? entry, to: `e${shape.length - e}` }
          made.relations = [
            ...made.relations,
            record(base, 'relations', text, { id: `${entry}-r${r + 1}`, ...ends }),
          ]
        }
        for (let m = 0; m < media; m++)
          made.media = [
            ...made.media,
            record(base, 'media', text, {
              id: `${entry}-m${m + 1}`,
              entry,
              form: headword,
              path: `clips/${entry}-${m + 1}.opus`,
            }),
          ]
      })
      return fc.record(
        Object.fromEntries(
          Object.entries(made).map(([name, records]) => [name, fc.tuple(...records)]),
        ),
      )
    })
    .map((values) => {
      const rows = Object.fromEntries(
        CONTENT_TABLES.map((name) => [name, (values[name] ?? []).map((value) => rowOf(value))]),
      )
      return withSameHeadwords(withContent(base, rows as unknown as Content))
    })
}

/** An entry repeats the text and the variety of its headword's form. */
const withSameHeadwords = (lexicon: Lexicon): Lexicon => {
  const formById = new Map(lexicon.forms.map(({ value }) => [value.id, value]))
  return {
    ...lexicon,
    entries: lexicon.entries.map((row) => {
      const form = formById.get(row.value.headwordForm)!
      return { ...row, value: { ...row.value, headword: form.text, variety: form.variety } }
    }),
  }
}

type Generated = 'entries' | 'forms' | 'senses' | 'examples' | 'relations' | 'media'

/** A record with the ids given; every other field as its kind and, for references, the settings allow. */
const record = (
  base: Lexicon,
  table: Generated,
  text: (minLength?: number) => fc.Arbitrary<string>,
  ids: object,
): fc.Arbitrary<object> =>
  fc
    .record(
      Object.fromEntries(
        fieldsOf(LANGUAGE_TABLES[table].fields)
          .filter(([name]) => !(name in ids))
          .map(([name, field]) => [name, cellOf(base, field, text)]),
      ),
    )
    .map((values) => {
      const known = Object.entries(values).filter(([, value]) => value !== undefined)
      return { ...ids, ...Object.fromEntries(known) }
    })

const cellOf = (
  base: Lexicon,
  field: Field,
  text: (minLength?: number) => fc.Arbitrary<string>,
): fc.Arbitrary<unknown> => {
  const value = filledCellOf(base, field, text)
  if (field.kind === 'list' || field.kind === 'references') return value
  return field.required === true ? value : fc.option(value, { nil: undefined })
}

const filledCellOf = (
  base: Lexicon,
  field: Field,
  text: (minLength?: number) => fc.Arbitrary<string>,
): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'number':
      return fc.integer({ min: 1, max: 4_294_967_295 })
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []))
    case 'list':
      return fc.array(text(1), { maxLength: 3 })
    case 'references':
      return fc.uniqueArray(fc.constantFrom(...codesOf(base, field)), { maxLength: 2 })
    case 'reference':
      return fc.constantFrom(...codesOf(base, field))
    default:
      return text(1)
  }
}

const codesOf = (base: Lexicon, { of }: Field): readonly string[] => {
  const ids = (rows: readonly { readonly value: { readonly id: string } }[]) =>
    rows.map(({ value }) => value.id)
  switch (of) {
    case 'variety':
      return ids(base.varieties)
    case 'source':
      return ['editor', ...ids(base.sources)]
    case 'licence':
      return ids(base.shared.licences)
    case 'practice':
      return base.language.practices.map(({ id }) => id)
    case 'notation':
      return ids(base.shared.notations)
    case 'concept':
      return ids(base.shared.concepts)
    case 'semantic-domain':
      return ids(base.shared.semanticDomains)
    case 'topic':
      return ids(base.shared.topics)
    case 'part-of-speech':
      return ids(base.shared.partsOfSpeech)
    default:
      throw new RangeError(`No codes of ${of}`)
  }
}
