import type { Residue } from '../../lexicon/retired'
import { writeInline } from '../xml/write-xml'
import {
  firstElement,
  isElement,
  textIn,
  type XmlElement,
  type XmlNode,
  type XmlOutput,
} from '../xml/xml-element'
import { attributeIn, childInSlot, type Draft, isDraft } from './draft'

/** Slot of what we wrote for ourselves or treat elsewhere: it is no residue. */
export const PASSED_OVER = '(passed over)'

/**
 * What an element says beyond what we would write for the records made from it, so that the two
 * together are the element again. `slots` names the elements that were understood. Positions:
 *
 *     definition/@dateCreated       an attribute
 *     pos/@value=n                  an attribute of another value than ours
 *     definition/form/text          the inside of a text with marks in it, which we hold plain
 *     definition/form[2]            an element: the second of its name
 *     #comment   #text              a comment, text between elements
 */
export const differenceOf = (
  read: XmlElement,
  made: Draft,
  slots: ReadonlyMap<XmlElement, string>,
  owner: string,
): Residue[] => {
  const rows: Residue[] = []
  compare(read, made, slots, { rows, owner, path: '' })
  return rows
}

/** One row of LIFT residue; no owner: of the whole file. */
export const residueRow = (owner: string, position: string, raw: string): Residue => ({
  ...(owner !== '' && { owner }),
  format: 'lift',
  position,
  raw,
})

/**
 * By owner and position, whatever order the file had them in, so that what is put back reads the same;
 * of one name by number.
 */
export const inOrder = (rows: readonly Residue[]): readonly Residue[] => {
  if (rows.length < 2) return rows
  const keyed = rows.map((row) => {
    const [, name = row.position, nth = '0'] = /^(.*)\[(\d+)\]$/.exec(row.position) ?? []
    return { row, key: `${row.owner ?? ''} ${name}`, nth: Number(nth) }
  })
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.nth - b.nth))
  return keyed.map(({ row }) => row)
}

/** An element as residue keeps it: on one line, without the white space between elements. */
export const rawOf = (element: XmlElement): string => writeInline(withoutBlanks(element))

interface Where {
  readonly rows: Residue[]
  readonly owner: string
  /** Empty or ending in `/`. */
  readonly path: string
}

const compare = (
  read: XmlElement,
  made: Draft,
  slots: ReadonlyMap<XmlElement, string>,
  where: Where,
): void => {
  const add = (position: string, raw: string): void => {
    where.rows.push(residueRow(where.owner, where.path + position, raw))
  }
  for (const name of Object.keys(read.attributes)) {
    const [theirs, ours] = [read.attributes[name] ?? '', attributeIn(made, name)]
    if (theirs === ours || isOurMark(name, theirs, made)) continue
    add(ours === undefined ? `@${name}` : `@${name}=${ours}`, theirs)
  }
  const draftOf = draftFinder(made)
  let numbers: ReadonlyMap<XmlElement, number> | undefined
  const stray: string[] = []
  for (const node of read.children) {
    if (typeof node === 'string') {
      if (!isBlank(node)) stray.push(node.trim())
    } else if (!isElement(node)) {
      add('#comment', node.comment)
    } else {
      const slot =
        slots.get(node) ??
        (node.name === 'text' && node === firstElement(read, 'text') ? 'text' : '')
      if (slot === PASSED_OVER) continue
      const target = draftOf(slot)
      if (target === undefined) {
        numbers ??= numbersOf(read, slots)
        add(`${node.name}[${numbers.get(node)}]`, rawOf(node))
      } else if (target.name === 'text') compareText(node, target, where)
      else if (target.owns) compare(node, target, slots, { ...where, owner: slot, path: '' })
      else compare(node, target, slots, { ...where, path: `${where.path}${slot}/` })
    }
  }
  if (stray.length > 0) add('#text', writeInline(stray.join(' ')))
}

/** Most elements have few children, and there are very many elements. */
const draftFinder = (parent: Draft): ((slot: string) => Draft | undefined) => {
  if (parent.children.length < 16) return (slot) => childInSlot(parent, slot)
  const drafts = new Map<string, Draft>()
  for (const child of parent.children) if (isDraft(child)) drafts.set(child.slot, child)
  return (slot) => drafts.get(slot)
}

/** Of each child, which of its name it is, from 1; our own do not count. */
const numbersOf = (
  parent: XmlElement,
  slots: ReadonlyMap<XmlElement, string>,
): ReadonlyMap<XmlElement, number> => {
  const counts = new Map<string, number>()
  const numbers = new Map<XmlElement, number>()
  for (const node of parent.children) {
    if (!isElement(node) || slots.get(node) === PASSED_OVER) continue
    const count = (counts.get(node.name) ?? 0) + 1
    counts.set(node.name, count)
    numbers.set(node, count)
  }
  return numbers
}

const compareText = (read: XmlElement, made: Draft, { rows, owner, path }: Where): void => {
  if (
    Object.keys(read.attributes).length > 0 ||
    read.children.some((node) => typeof node !== 'string')
  )
    rows.push(residueRow(owner, `${path}text`, writeInline(read)))
  else if (textIn(read) !== textIn(made))
    throw new RangeError(`"${textIn(read)}" was read as "${textIn(made)}"`)
}

/** The id that we put on our own records. */
const isOurMark = (name: string, value: string, made: Draft): boolean =>
  made.owns && name === 'id' && value === made.slot

const withoutBlanks = (element: XmlElement): XmlOutput => ({
  ...element,
  children: element.children
    .filter((node: XmlNode) => holdsText(element.name) || !isBlankText(node))
    .map((node) => (isElement(node) ? withoutBlanks(node) : node)),
})

/** The elements of LIFT in which white space is text. */
export const holdsText = (name: string): boolean => name === 'text' || name === 'span'

const isBlankText = (node: XmlNode): boolean => typeof node === 'string' && isBlank(node)

const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)
