import { isElement, type XmlComment, type XmlOutput } from '../xml/xml-element'

/**
 * An element as we write it from a record, before residue is put back. The slot names it among its
 * siblings and is the step that leads to it in the position of residue: `definition`, `gloss-vi-1`.
 */
export interface Draft extends XmlOutput {
  readonly attributes: Record<string, string>
  readonly children: (XmlOutput | string | XmlComment)[]
  /** Of an element that stands for a record: the record's id. */
  readonly slot: string
  /** It stands for a record: positions within it start anew, under the record's id. */
  readonly owns: boolean
}

export const draft = (
  name: string,
  slot: string,
  attributes: Record<string, string> = {},
  children: (XmlOutput | string)[] = [],
  owns = false,
): Draft => ({ name, slot, attributes, children, owns })

/** The element of a record. */
export const ownDraft = (
  name: string,
  id: string,
  attributes: Record<string, string> = {},
  children: (XmlOutput | string)[] = [],
): Draft => draft(name, id, attributes, children, true)

/** `<form lang="vi"><text>…</text></form>`, or a gloss, which is built like it. */
export const textDraft = (name: string, slot: string, lang: string, text: string): Draft =>
  draft(name, slot, { lang }, [draft('text', 'text', {}, [text])])

/** After the last of its name, since some tools want them together. */
export const putAmong = (parent: Draft, element: XmlOutput): void => {
  const { children } = parent
  for (let i = children.length - 1; i >= 0; i--) {
    const child = children[i]
    if (child === undefined || typeof child === 'string' || !isElement(child)) continue
    if (child.name !== element.name) continue
    children.splice(i + 1, 0, element)
    return
  }
  children.push(element)
}

export const childInSlot = (parent: Draft, slot: string): Draft | undefined => {
  for (const node of parent.children) if (isDraft(node) && node.slot === slot) return node
  return undefined
}

/** Not what every object has, whatever a file calls its attributes. */
export const attributeIn = ({ attributes }: Draft, name: string): string | undefined =>
  Object.prototype.propertyIsEnumerable.call(attributes, name) ? attributes[name] : undefined

export const isDraft = (node: XmlOutput | string | XmlComment): node is Draft =>
  typeof node !== 'string' && 'slot' in node
