import type { Residue } from '../../lexicon/retired'
import type { Item } from './items'
import { lineOf } from './lines'

/** A line as it will stand in the file; without a marker, the place where only lines of ours stand. */
export interface Placed {
  readonly scope: number
  readonly marker: string
  readonly text: string
  /** The field it says, if it says one. */
  readonly item?: Item
  /** The residue it is, or that words it as the file did. */
  readonly row?: Residue
}

export interface Arrangement {
  readonly lines: readonly Placed[]
  /** Residue that found no place among them. */
  readonly left: readonly Residue[]
}

/** Whether a line of a file says the same as the item. */
export type Fits = (item: Item, marker: string, text: string) => boolean

/*
 * Positions of residue of this format, as residue.csv has them:
 *
 *     after xe 2       a line of its own, after the second \xe of the entry's head or of the sense
 *     first            … before every line of the sense
 *     end              … after all senses
 *     as ps            how the file had the line that we would write otherwise
 *     without sn       a line that we would write and the file has not
 *     layout           the order of all lines of the entry
 */
export const FIRST = 'first'
export const END = 'end'
export const LAYOUT = 'layout'
export const afterPosition = (marker: string, n: number): string =>
  n === 1 ? `after ${marker}` : `after ${marker} ${n}`
export const asPosition = (slot: string): string => `as ${slot}`
export const withoutPosition = (slot: string): string => `without ${slot}`

const AFTER = /^after (\S+)(?: ([0-9]{1,6}))?$/

/** The lines of an article with its residue among them, in the order the file had them. */
export const arrange = (
  items: readonly Item[],
  rows: readonly Residue[],
  scopeOf: (owner: string) => number | undefined,
  fits: Fits,
): Arrangement => {
  const left: Residue[] = []
  const layouts: Residue[] = []
  const wordings = new Map<string, Residue>()
  const loose: Residue[] = []
  for (const row of rows) {
    if (row.position === LAYOUT) layouts.push(row)
    else if (/^(?:as|without) /.test(row.position))
      wordings.set(wordingKey(row.owner, row.position), row)
    else loose.push(row)
  }
  const lines: Placed[] = []
  const used = new Set<Residue>()
  for (const item of items) {
    const { scope, slot, record } = item
    const wording = wordings.size > 0 && wordings.get(wordingKey(record.id, asPosition(slot)))
    const said = wording ? lineOf(wording.raw) : undefined
    const omitted = wordings.size > 0 && wordings.get(wordingKey(record.id, withoutPosition(slot)))
    if (wording && said !== undefined && fits(item, said.marker, said.text)) {
      used.add(wording)
      lines.push({ scope, ...said, item, row: wording })
    } else if (omitted && slot === 'sn') {
      used.add(omitted)
    } else if (!item.silent) {
      lines.push({ scope, marker: item.marker, text: item.text, item })
    }
  }
  for (const row of wordings.values()) if (!used.has(row)) left.push(row)
  for (const row of loose) if (!insert(lines, row, scopeOf)) left.push(row)
  const [layout, ...others] = layouts
  if (layout === undefined) return { lines, left }
  return { lines: inOrder(lines, layout.raw.split(' ')), left: [...left, ...others] }
}

/**
 * The order of lines as a layout: their markers, with a number where one is not the next of its
 * marker (`sf.2`), and `/2` where lines of the second sense follow, `/0` of the entry.
 */
export const layoutOf = (lines: readonly Placed[], order: readonly Placed[]): string => {
  const numbers = new Map<Placed, number>()
  const counts = new Map<string, number>()
  for (const line of lines) {
    const n = (counts.get(turnKey(line)) ?? 0) + 1
    counts.set(turnKey(line), n)
    numbers.set(line, n)
  }
  const turns = createTurns()
  const tokens: string[] = []
  let scope = 0
  for (const line of order) {
    if (line.scope !== scope) tokens.push(`/${line.scope}`)
    scope = line.scope
    const n = numbers.get(line) ?? 0
    const next = turns.next(turnKey(line))
    turns.take(turnKey(line), n)
    tokens.push(n === next ? line.marker : `${line.marker}.${n}`)
  }
  return tokens.join(' ')
}

const turnKey = ({ scope, marker }: { readonly scope: number; readonly marker: string }): string =>
  `${scope} ${marker}`

const wordingKey = (owner: string | undefined, position: string): string =>
  `${owner ?? ''} ${position}`

/** False: its place is not there, or it is no line. */
const insert = (
  lines: Placed[],
  row: Residue,
  scopeOf: (owner: string) => number | undefined,
): boolean => {
  const scope = row.owner === undefined ? undefined : scopeOf(row.owner)
  const said = lineOf(row.raw)
  if (scope === undefined || said === undefined) return false
  const index = indexOf(lines, row.position, scope)
  if (index === undefined) return false
  lines.splice(index, 0, { scope, ...said, row })
  return true
}

const indexOf = (lines: readonly Placed[], position: string, scope: number): number | undefined => {
  if (position === END) return lines.length
  if (position === FIRST) {
    const index = lines.findIndex((line) => line.scope === scope)
    return index < 0 || scope === 0 ? undefined : index
  }
  const after = AFTER.exec(position)
  if (after === null) return undefined
  let n = Number(after[2] ?? 1)
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]?.scope !== scope || lines[i]?.marker !== after[1] || --n > 0) continue
    const next = lines[i + 1]
    return next?.marker === '' && next.scope === scope ? i + 2 : i + 1
  }
  return undefined
}

/**
 * Lines by a layout; one that it does not name stays behind the line of its sense that it stood
 * behind, the first before the one that it stood before.
 */
const inOrder = (lines: readonly Placed[], tokens: readonly string[]): readonly Placed[] => {
  const byKey = new Map<string, Placed[]>()
  for (const line of lines) {
    const same = byKey.get(turnKey(line))
    if (same === undefined) byKey.set(turnKey(line), [line])
    else same.push(line)
  }
  const placeOf = new Map<Placed, number>()
  const turns = createTurns()
  let scope = 0
  tokens.forEach((token, place) => {
    if (/^\/[0-9]{1,6}$/.test(token)) {
      scope = Number(token.slice(1))
      return
    }
    const [marker, number] = splitToken(token, (marker) => byKey.has(turnKey({ scope, marker })))
    const key = turnKey({ scope, marker })
    const n = number ?? turns.next(key)
    turns.take(key, n)
    const line = byKey.get(key)?.[n - 1]
    if (line !== undefined && marker !== '' && !placeOf.has(line)) placeOf.set(line, place)
  })
  const before = new Map<number, number>()
  let last = -1
  const placed = lines.map((line, index) => {
    const place =
      placeOf.get(line) ?? before.get(line.scope) ?? placeBefore(lines, index, placeOf) ?? last
    before.set(line.scope, place)
    last = place
    return { line, place, named: placeOf.has(line), index }
  })
  placed.sort((a, b) => a.place - b.place || Number(b.named) - Number(a.named) || a.index - b.index)
  return placed.map(({ line }) => line)
}

/** Just before the line of the same sense that has the first place. */
const placeBefore = (
  lines: readonly Placed[],
  index: number,
  placeOf: ReadonlyMap<Placed, number>,
): number | undefined => {
  const scope = lines[index]?.scope
  let first: number | undefined
  for (let i = index + 1; i < lines.length; i++) {
    const line = lines[i]
    const place = line !== undefined && line.scope === scope ? placeOf.get(line) : undefined
    if (place !== undefined && (first === undefined || place < first)) first = place
  }
  return first === undefined ? undefined : first - 0.5
}

/** A marker may itself end in `.2`: then it is one of those there are. */
const splitToken = (
  token: string,
  isMarker: (token: string) => boolean,
): readonly [marker: string, n: number | undefined] => {
  const dot = token.lastIndexOf('.')
  const numbered = dot > 0 && /^[1-9][0-9]{0,5}$/.test(token.slice(dot + 1))
  if (!numbered || isMarker(token)) return [token, undefined]
  return [token.slice(0, dot), Number(token.slice(dot + 1))]
}

/** Which line of a marker comes next: the first that was not taken out of turn. */
const createTurns = () => {
  const byMarker = new Map<string, { next: number; readonly taken: Set<number> }>()
  const of = (marker: string) => {
    const turn = byMarker.get(marker) ?? { next: 1, taken: new Set<number>() }
    byMarker.set(marker, turn)
    return turn
  }
  return {
    next: (marker: string): number => {
      const turn = of(marker)
      while (turn.taken.has(turn.next)) turn.next++
      return turn.next
    },
    take: (marker: string, n: number): void => {
      of(marker).taken.add(n)
    },
  }
}
