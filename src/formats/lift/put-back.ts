import type { Residue } from '../../lexicon/retired'
import { readXml } from '../xml/read-xml'
import { isElement, textIn, type XmlElement, type XmlOutput } from '../xml/xml-element'
import { attributeIn, childInSlot, type Draft, isDraft } from './draft'

/**
 * Puts residue back into the elements it came from: the reverse of `differenceOf`. What no longer fits
 * is given back: its place is gone, or what it changes has been edited since, and the edit holds.
 */
export const putBack = (
  residue: readonly Residue[],
  ownerOf: (id: string) => Draft | undefined,
): Residue[] => {
  const cursor: Cursor = { parent: undefined, name: '', nth: 0, index: 0 }
  return residue.filter(({ owner = '', position, raw }) => {
    const root = ownerOf(owner)
    return root === undefined || !putRow(root, position, raw, cursor)
  })
}

/** The element put last: residue comes in order, so that the place of the next is after it. */
interface Cursor {
  parent: Draft | undefined
  name: string
  nth: number
  index: number
}

/** Whether it was put. */
const putRow = (root: Draft, position: string, raw: string, cursor: Cursor): boolean => {
  const attribute = /^((?:[^@/]*\/)*)@([^=]*)(?:=([\s\S]*))?$/.exec(position)
  if (attribute !== null) {
    const [, path = '', name = '', expected] = attribute
    const target = follow(root, path)
    if (target === undefined || !isName(name)) return false
    if (attributeIn(target, name) !== expected) return false
    // Defined, since `__proto__` cannot be assigned.
    const options = { value: raw, enumerable: true, configurable: true, writable: true }
    return Reflect.defineProperty(target.attributes, name, options)
  }
  const end = position.lastIndexOf('/') + 1
  const target = follow(root, position.slice(0, end))
  return target !== undefined && putChild(target, position.slice(end), raw, cursor)
}

const follow = (root: Draft, path: string): Draft | undefined => {
  let target: Draft | undefined = root
  for (const slot of path.split('/'))
    if (slot !== '' && target !== undefined) target = childInSlot(target, slot)
  return target
}

const putChild = (parent: Draft, step: string, raw: string, cursor: Cursor): boolean => {
  if (step === '#comment') {
    parent.children.push({ comment: raw })
    return true
  }
  const element = parse(step === '#text' ? `<text>${raw}</text>` : raw)
  if (element === undefined) return false
  if (step === '#text') {
    for (const child of element.children) parent.children.push(child)
    return true
  }
  if (step === 'text') return replaceText(parent, element)
  const [, name, index] = /^(.*)\[(\d+)\]$/.exec(step) ?? []
  return element.name === name && insert(parent, element, Number(index), cursor)
}

/** A text with marks in it stands for a plain one of the same letters. */
const replaceText = (parent: Draft, element: XmlElement): boolean => {
  const plain = childInSlot(parent, 'text')
  if (plain === undefined || textIn(plain) !== textIn(element)) return false
  parent.children[parent.children.indexOf(plain)] = element
  return true
}

/** As the nth of its name, or after the last. */
const insert = (parent: Draft, element: XmlOutput, nth: number, cursor: Cursor): boolean => {
  const { name } = element
  const { children } = parent
  const goesOn = cursor.parent === parent && cursor.name === name && cursor.nth < nth
  let index = goesOn ? cursor.index + 1 : children.length
  let place = (goesOn ? cursor.nth : 0) + 1
  for (let i = goesOn ? index : 0; i < children.length; i++) {
    const child = children[i]
    if (child === undefined || !isNamed(child, name)) continue
    if (nth === 1 && isDraft(child) && ONLY_ONE.test(name)) return merge(child, element)
    index = place === nth ? i : i + 1
    if (place === nth) break
    place++
  }
  children.splice(index, 0, element)
  Object.assign(cursor, { parent, name, nth: place, index })
  return true
}

/** Elements of which there should be one: where the file had one that was not ours, we may now have ours. */
const ONLY_ONE = /^(lexical-unit|citation|definition|grammatical-info|label|usage|main)$/

/** Into an element of ours; nothing of an attribute may be lost by it. */
const merge = (present: Draft, more: XmlOutput): boolean => {
  if (present.name === 'grammatical-info' || Object.keys(more.attributes).length > 0) return false
  for (const child of more.children) present.children.push(child)
  return true
}

const isNamed = (node: Draft['children'][number], name: string): boolean =>
  typeof node !== 'string' && isElement(node) && node.name === name

const isName = (name: string): boolean => /^[A-Za-z_][\w.:-]*$/.test(name)

const parse = (raw: string): XmlElement | undefined => {
  const result = readXml(raw, '')
  return result.ok ? result.value : undefined
}
