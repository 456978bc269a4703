import { CONTENT_TABLES, type Content, type ContentTable } from '../formats/content'
import type { Field } from '../lexicon/field'
import type { Lexicon, Row } from '../lexicon/lexicon'
import type { Place } from '../lexicon/problem'
import { convertLegacy } from '../text/legacy/detect'
import type { LegacyEncoding } from '../text/legacy/tell-tales'
import { createTidyOrthography, type TidyOrthography } from '../text/look-alikes'
import { tidyPlain, tidyText, type Uncertain } from '../text/tidy'
import { contentFields, type Values, valuesIn } from './incoming'

/** One text that is taken in otherwise than the file has it. */
export interface TextChange {
  readonly at: Place
  /** Names of rules, in the order they were used: `tnkeyuni`, `caron-for-breve`. */
  readonly rules: readonly string[]
  readonly before: string
  readonly after: string
  /** The row and its field. */
  readonly row: object
  readonly property: string
}

/** A sign that may be meant for one of several; it was left as it is. */
export interface UncertainText extends Uncertain {
  readonly at: Place
  readonly text: string
}

export interface TidiedContent {
  readonly content: Content
  readonly changes: readonly TextChange[]
  readonly uncertain: readonly UncertainText[]
  /** What a row said before, by the row; those that were changed. */
  readonly asGiven: ReadonlyMap<object, Values>
}

/**
 * Brings the texts of a reading into the form that the dictionary stores: out of an old encoding where
 * one is named, then signs that stand in for letters. Every change is told; a form keeps what the file
 * had as its `sourceText`. What a source says to the letter stays.
 */
export const tidyContent = (
  content: Content,
  { graphemes, equivalences }: Lexicon,
  encoding?: LegacyEncoding,
): TidiedContent => {
  const changes: TextChange[] = []
  const uncertain: UncertainText[] = []
  const asGiven = new Map<object, Values>()
  const orthography = createTidyOrthography({
    graphemes: graphemes.map(({ value }) => value),
    equivalences: equivalences.map(({ value }) => value),
  })

  const fields = new Map(CONTENT_TABLES.map((table) => [table, tidiedFields(table)]))

  const tidyRow = (table: ContentTable, row: Row<Values>): Row<Values> => {
    let tidy: Record<string, unknown> | undefined
    for (const { property, column, isOfLanguage } of fields.get(table) ?? []) {
      const given = row.value[property]
      if (given === undefined) continue
      const isTranscription = row.value.kind === 'transcription'
      const kind = !isOfLanguage ? 'plain' : isTranscription ? 'transcription' : 'language'
      const texts = Array.isArray(given) ? given.map(String) : [String(given)]
      const made = texts.map((text) => repair(text, kind, orthography, encoding))
      const isList = Array.isArray(given)
      // A list of nothing has no cell of its own.
      const hasGaps = isList && texts.includes('')
      if (!hasGaps && made.every((text) => text === undefined)) continue
      const after = texts.map((text, i) => made[i]?.text ?? text)
      if (hasGaps || after.some((text, i) => text !== texts[i])) {
        tidy ??= { ...row.value }
        tidy[property] = isList ? after.filter((text) => text !== '') : after[0]
        if (table === 'forms' && property === 'text')
          tidy.sourceText = row.value.sourceText ?? given
      }
      const at = row.place(column)
      for (const [i, repaired] of made.entries()) {
        if (repaired === undefined) continue
        const [before = '', { text, rules }] = [texts[i], repaired]
        if (tidy !== undefined && text !== before)
          changes.push({ at, rules, before, after: text, row: tidy, property })
        for (const sign of repaired.uncertain) uncertain.push({ ...sign, at, text })
      }
    }
    if (tidy === undefined) return row
    asGiven.set(tidy, row.value)
    return { ...row, value: tidy }
  }

  const forms = valuesIn(content, 'forms').map((row) => tidyRow('forms', row))
  const textById = new Map(forms.map(({ value }) => [value.id, value.text]))
  const tables = CONTENT_TABLES.map((table) => {
    const rows = valuesIn(content, table)
    if (table === 'forms') return [table, forms]
    if (table === 'residue') return [table, rows]
    const tidied = rows.map((row) => tidyRow(table, row))
    return [
      table,
      table === 'entries' ? tidied.map((row) => withHeadword(row, textById, asGiven)) : tidied,
    ]
  })
  return { content: Object.fromEntries(tables), changes, uncertain, asGiven }
}

/** A headword repeats its form, which tells its changes. */
const withHeadword = (
  row: Row<Values>,
  textById: ReadonlyMap<unknown, unknown>,
  asGiven: Map<object, Values>,
): Row<Values> => {
  const headword = textById.get(row.value.headwordForm)
  if (headword === undefined || headword === row.value.headword) return row
  const value = { ...row.value, headword }
  asGiven.set(value, asGiven.get(row.value) ?? row.value)
  return { ...row, value }
}

/** Columns that hold what a source says, to the letter, stay as they are; so do ids, codes and addresses. */
const isTidied = ({ kind, column }: Field): boolean =>
  (kind === 'text' || kind === 'language-text' || kind === 'list') &&
  !/^(Source_|Headword$|Foreign_ID$|Path$|SHA256$|Date$)/.test(column)

interface TidiedField {
  readonly property: string
  readonly column: string
  readonly isOfLanguage: boolean
}

const tidiedFields = (table: ContentTable): readonly TidiedField[] =>
  contentFields(table)
    .filter(([, field]) => isTidied(field))
    .map(([property, { column, kind }]) => ({
      property,
      column,
      isOfLanguage: kind === 'language-text',
    }))

type TextKind = 'language' | 'transcription' | 'plain'

interface Repaired {
  readonly text: string
  readonly rules: readonly string[]
  readonly uncertain: readonly Uncertain[]
}

/** Nothing where the text is as it should be. The Vietnamese of TNKeyUni is Unicode already; that of VNI is not. */
const repair = (
  given: string,
  kind: TextKind,
  orthography: TidyOrthography,
  encoding: LegacyEncoding | undefined,
): Repaired | undefined => {
  const isOld = encoding !== undefined && (kind !== 'plain' || encoding === 'vni')
  const converted = isOld ? convertLegacy(given, encoding) : given
  const { text, changes, uncertain } =
    kind === 'language' ? tidyText(converted, orthography) : tidyPlain(converted)
  if (text === given && uncertain.length === 0) return undefined
  const rules = new Set<string>(changes.map(({ rule }) => rule))
  return {
    text,
    rules: isOld && converted !== given ? [encoding, ...rules] : [...rules],
    uncertain,
  }
}
