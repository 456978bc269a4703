/**
 * How a field is written in a CSV cell, checked and shown.
 *
 * - `id` the row's own id · `text` one string · `list` strings joined by `; `
 * - `number` a decimal number · `choice` one of a fixed few · `language-text` text in the language
 *   itself, held to its orthography
 * - `reference` / `references` one id or code / several joined by `; `, looked up in `of`
 */
export type FieldKind =
  | 'id'
  | 'text'
  | 'language-text'
  | 'list'
  | 'number'
  | 'choice'
  | 'reference'
  | 'references'

/** What a reference points to. */
export type ReferenceTarget =
  | 'entry'
  | 'form'
  | 'sense'
  | 'entry-or-sense'
  | 'variety'
  | 'language'
  | 'source'
  | 'practice'
  | 'part-of-speech'
  | 'semantic-domain'
  | 'topic'
  | 'notation'
  | 'licence'
  | 'concept'

type KindOf<Value> = [Value] extends [number]
  ? 'number'
  : [Value] extends [readonly string[]]
    ? 'list' | 'references'
    : 'id' | 'text' | 'language-text' | 'choice' | 'reference'

/** What the rest of the project needs to know about a field to treat it without naming it. */
export interface Field<Value = unknown> {
  /** Column header in the CSV table. */
  readonly column: string
  readonly kind: unknown extends Value ? FieldKind : KindOf<Value>
  readonly required?: true
  /** For `reference` and `references`. */
  readonly of?: ReferenceTarget
  /** For `choice`. */
  readonly choices?: readonly string[]
}

/** One field for every property of a record, so that none can be forgotten. */
export type FieldsOf<Record> = {
  readonly [Name in keyof Record]-?: Field<NonNullable<Record[Name]>>
}

/** What joins the values of a `list` or `references` cell. A `;` inside a value is written `\;`. */
export const LIST_SEPARATOR = '; '
