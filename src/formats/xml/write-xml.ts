import { isElement, type XmlComment, type XmlOutput } from './xml-element'

/**
 * An XML file in UTF-8, the same for the same elements: a line for each element, indented by two
 * spaces, but never where white space is text: an element with text in it is written on one line with
 * all it holds. Carriage returns and, in attributes, tabs and line ends are written as references, so
 * that a reader gives them back.
 *
 * XML 1.0 has no control characters but tab and line ends, no U+FFFE, no U+FFFF and no halves of
 * surrogate pairs: U+FFFD stands in for each.
 *
 * `written`: further children of the root, as `writeChild` gave them; text in the root is then a line.
 */
export const writeXml = (root: XmlOutput, written?: readonly string[]): string => {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  if (written === undefined) {
    writeNode(parts, root, '')
    return parts.join('')
  }
  parts.push(startTag(root), '>\n')
  for (const child of root.children)
    if (typeof child === 'string') parts.push(INDENT, escapeText(child), '\n')
    else writeNode(parts, child, INDENT)
  return `${parts.join('')}${written.join('')}</${root.name}>\n`
}

/** A child of the root as it stands in the file: so that long files need not be held as elements. */
export const writeChild = (child: XmlOutput): string => {
  const parts: string[] = []
  writeNode(parts, child, INDENT)
  return parts.join('')
}

const INDENT = '  '

/** One element on one line, as it stands inside text. */
export const writeInline = (node: XmlOutput | string | XmlComment): string => {
  if (typeof node === 'string') return escapeText(node)
  if (!isElement(node)) return writeComment(node)
  const start = startTag(node)
  if (node.children.length === 0) return `${start}/>`
  let text = `${start}>`
  for (const child of node.children) text += writeInline(child)
  return `${text}</${node.name}>`
}

const writeNode = (parts: string[], node: XmlOutput | XmlComment, indent: string): void => {
  if (!isElement(node)) {
    parts.push(indent, writeComment(node), '\n')
    return
  }
  if (node.children.length === 0 || node.children.some((child) => typeof child === 'string')) {
    parts.push(indent, writeInline(node), '\n')
    return
  }
  parts.push(indent, startTag(node), '>\n')
  for (const child of node.children)
    if (typeof child !== 'string') writeNode(parts, child, indent + INDENT)
  parts.push(indent, '</', node.name, '>\n')
}

/** Without its closing bracket. */
const startTag = ({ name, attributes }: XmlOutput): string => {
  let tag = `<${name}`
  for (const attribute of Object.keys(attributes))
    tag += ` ${attribute}="${escapeAttribute(attributes[attribute] ?? '')}"`
  return tag
}

/** Two hyphens end a comment, and it may not end in one. */
const writeComment = ({ comment }: XmlComment): string =>
  `<!--${onlyXml(comment)
    .replace(/-(?=-)/g, '- ')
    .replace(/-$/, '- ')
    .replace(/\r/g, '')}-->`

/** What most texts are made of, none of it to be escaped. */
const PLAIN = /^[ !#-%'-;=?-\uD7FF\uE000-\uFFFD]*$/

const escapeText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : onlyXml(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\r/g, '&#13;')

const escapeAttribute = (text: string): string =>
  PLAIN.test(text)
    ? text
    : onlyXml(text)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/"/g, '&quot;')
        .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** With the `u` flag a pair of surrogates is one character, and a lone half is outside the class. */
const onlyXml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
