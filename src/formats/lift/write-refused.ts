import type { Files, Refused, Say } from '../format'
import { readXmlRecords } from '../xml/read-xml'
import { writeXml } from '../xml/write-xml'
import { createElement, isElement, type XmlElement, type XmlOutput } from '../xml/xml-element'
import { holdsText } from './difference'
import { formElement } from './lists'
import { REFUSED_NOTE } from './records'

/** For each .lift file with refused entries, one with just these, each with a note that says why. */
export const writeRefusedLift = (files: Files, refused: readonly Refused[], say: Say): Files => {
  const written = new Map<string, Uint8Array>()
  for (const [path, bytes] of files) {
    const here = new Map(
      refused.filter(({ at }) => at.file === path).map((each) => [each.at.row, each]),
    )
    if (here.size === 0) continue
    const entries: XmlOutput[] = []
    let nth = 0
    const take = (element: XmlElement): void => {
      const reasons = here.get(++nth)
      if (reasons !== undefined) entries.push(withNote(element, reasons, say))
    }
    const result = readXmlRecords(bytes, path, { record: 'entry', holdsText, take })
    if (!result.ok) continue
    const { attributes, children } = result.value
    const header = children.filter(isElement).filter(({ name }) => name === 'header')
    const lift = createElement('lift', attributes, ...header, ...entries)
    written.set(path, new TextEncoder().encode(writeXml(lift)))
  }
  return written
}

const withNote = (element: XmlElement, { problems }: Refused, say: Say): XmlOutput => {
  const children = element.children.filter(
    (node) =>
      !(typeof node !== 'string' && isElement(node) && node.attributes.type === REFUSED_NOTE),
  )
  const note = createElement(
    'note',
    { type: REFUSED_NOTE },
    formElement('vi', problems.map(say).join('\n')),
  )
  return { ...element, children: [...children, note] }
}
