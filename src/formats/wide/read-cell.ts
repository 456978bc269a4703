import type { Field } from '../../lexicon/field'
import { EDITOR } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'
import { bareLetters } from '../../text/orthography'
import { splitList } from '../list-cell'

/** What a cell says. `rest`: it says something that the value does not; it has to be kept. */
export type CellValue =
  | { readonly value: unknown; readonly rest?: true }
  | { readonly fault: 'not-a-number' }
  | {
      readonly fault: 'not-a-choice' | 'unknown-variety' | 'without-licence'
      readonly known: readonly string[]
    }

export interface CellReader {
  /**
   * A filled cell as the value of a field; codes may also be called by their names. In `exact` columns
   * lists are joined as in our own tables, and a code that is not known is taken as it stands, for the
   * checks to judge; in others it has no value.
   */
  readonly read: (field: Field, cell: string, exact: boolean) => CellValue
  /** The id of a code or name of a kind of thing. */
  readonly codeOf: (of: Field['of'], text: string) => string | undefined
}

/** `separator`: what else parts the lists of a foreign cell, beside `;`. */
export const createCellReader = (settings: Lexicon, separator: string | undefined): CellReader => {
  const known = new Map<Field['of'], ReadonlyMap<string, string>>()
  const codeOf = (of: Field['of'], text: string): string | undefined => {
    let codes = known.get(of)
    if (codes === undefined) known.set(of, (codes = codesByName(settings, of)))
    return codes.get(text) ?? codes.get(bareLetters(text))
  }
  const listOf = (cell: string, exact: boolean): string[] =>
    exact && separator === undefined
      ? splitList(cell).filter((value) => value !== '')
      : splitForeignList(cell, separator)
  const read = (field: Field, cell: string, exact: boolean): CellValue => {
    switch (field.kind) {
      case 'list':
        return { value: listOf(cell, exact) }
      case 'references': {
        const given = listOf(cell, exact)
        if (exact) return { value: given.map((text) => codeOf(field.of, text) ?? text) }
        const codes = given.map((text) => codeOf(field.of, text))
        const value = codes.filter((code) => code !== undefined)
        return value.length === given.length ? { value } : { value, rest: true }
      }
      case 'reference': {
        if (isRecord(field.of)) return { value: cell }
        const value = codeOf(field.of, cell)
        if (value !== undefined) return { value }
        if (exact) return { value: cell }
        // The terms and the people of others must not become those that the whole file is taken in with.
        if (field.of === 'licence') return { fault: 'without-licence', known: [] }
        if (field.of === 'variety')
          return { fault: 'unknown-variety', known: settings.varieties.map((row) => row.value.id) }
        return { value, rest: true }
      }
      case 'number': {
        if (/^[0-9]{1,10}$/.test(cell)) return { value: Number(cell) }
        return exact ? { fault: 'not-a-number' } : { value: undefined, rest: true }
      }
      case 'choice': {
        const choices = field.choices ?? []
        const value = choices.includes(cell)
          ? cell
          : choices.find((choice) => !exact && choice === bareLetters(cell))
        if (value !== undefined) return { value }
        return exact ? { fault: 'not-a-choice', known: choices } : { value, rest: true }
      }
      case 'id':
      case 'text':
      case 'language-text':
        return { value: cell }
    }
  }
  return { read, codeOf }
}

const isRecord = (of: Field['of']): boolean =>
  of === 'entry' || of === 'form' || of === 'sense' || of === 'entry-or-sense'

const OPENING = '([{'
const CLOSING = ')]}'

/** `;` always parts, another separator where one is told; neither inside brackets. Empty parts are none. */
export const splitForeignList = (cell: string, separator: string | undefined): string[] => {
  if (!cell.includes(';') && (separator === undefined || !cell.includes(separator)))
    return trimmed(cell)
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (const sign of cell) {
    if (OPENING.includes(sign)) depth++
    else if (CLOSING.includes(sign)) depth = Math.max(0, depth - 1)
    if (depth === 0 && (sign === ';' || sign === separator)) {
      parts.push(part.trim())
      part = ''
    } else part += sign
  }
  parts.push(part.trim())
  // A bracket that is never closed holds nothing together.
  if (depth > 0)
    return cell
      .split(';')
      .flatMap((piece) => (separator === undefined ? [piece] : piece.split(separator)))
      .flatMap(trimmed)
  return parts.flatMap(trimmed)
}

const trimmed = (part: string): string[] => {
  const text = part.trim()
  return text === '' ? [] : [text]
}

/** Ids by themselves and by the letters of their names; a name of two ids is none's. */
const codesByName = (settings: Lexicon, of: Field['of']): ReadonlyMap<string, string> => {
  const idsByName = new Map<string, Set<string>>()
  const codes = namedCodes(settings, of)
  for (const [id, ...names] of codes)
    for (const name of [id, ...names].map(bareLetters))
      if (name !== '') idsByName.set(name, (idsByName.get(name) ?? new Set()).add(id))
  const byName = new Map<string, string>()
  for (const [name, ids] of idsByName) if (ids.size === 1) byName.set(name, [...ids][0]!)
  for (const [id] of codes) byName.set(id, id)
  return byName
}

const namedCodes = (
  { varieties, sources, language, shared }: Lexicon,
  of: Field['of'],
): readonly (readonly [id: string, ...names: string[]])[] => {
  const named = (
    rows: readonly { readonly value: { id: string; nameVi: string; nameEn: string } }[],
  ) => rows.map(({ value }) => [value.id, value.nameVi, value.nameEn] as const)
  switch (of) {
    case 'variety':
      return varieties.map(({ value }) => [
        value.id,
        value.nameVi,
        value.nameEn,
        ...value.sourceNames,
      ])
    case 'source':
      return [[EDITOR], ...sources.map(({ value }) => [value.id] as const)]
    case 'licence':
      return named(shared.licences)
    case 'practice':
      return language.practices.map(({ id, nameVi, nameEn }) => [id, nameVi, nameEn])
    case 'notation':
      return named(shared.notations)
    case 'part-of-speech':
      return named(shared.partsOfSpeech)
    case 'semantic-domain':
      return named(shared.semanticDomains)
    case 'topic':
      return named(shared.topics)
    case 'concept':
      return shared.concepts.map(({ value }) => [value.id, value.gloss])
    default:
      return []
  }
}

/** The forms of a cell: one, unless a separator is told. */
export const partsOf = (cell: string, separator: string | undefined): readonly string[] =>
  separator === undefined ? [cell] : splitForeignList(cell, separator)
