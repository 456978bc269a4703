/** An element to be written. Its children keep their order, text between elements too. */
export interface XmlOutput {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlOutput | string | XmlComment)[]
}

/** An element as it was read, with where its start tag ends. */
export interface XmlElement extends XmlOutput {
  readonly children: readonly XmlNode[]
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
}

export interface XmlComment {
  readonly comment: string
}

export type XmlNode = XmlElement | string | XmlComment

export const isElement = <Element extends XmlOutput>(
  node: Element | string | XmlComment,
): node is Element => typeof node !== 'string' && 'name' in node

/** The child elements, all of them or those of one name. */
export const elementsIn = <Element extends XmlOutput>(
  parent: { readonly children: readonly (Element | string | XmlComment)[] },
  name?: string,
): Element[] => {
  const elements: Element[] = []
  for (const node of parent.children)
    if (isElement(node) && (name === undefined || node.name === name)) elements.push(node)
  return elements
}

/** The first child element of a name. */
export const firstElement = <Element extends XmlOutput>(
  parent: { readonly children: readonly (Element | string | XmlComment)[] },
  name: string,
): Element | undefined => {
  for (const node of parent.children) if (isElement(node) && node.name === name) return node
  return undefined
}

/** All text in it, without marks and comments. */
export const textIn = (element: XmlOutput): string => {
  const [only] = element.children
  if (element.children.length === 1 && typeof only === 'string') return only
  let text = ''
  for (const node of element.children)
    if (typeof node === 'string') text += node
    else if (isElement(node)) text += textIn(node)
  return text
}

export const createElement = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (XmlOutput | string | XmlComment)[]
): XmlOutput => ({ name, attributes, children })
