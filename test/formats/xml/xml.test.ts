import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml, readXmlRecords, XML_LIMITS } from '../../../src/formats/xml/read-xml'
import { writeInline, writeXml } from '../../../src/formats/xml/write-xml'
import {
  createElement,
  isElement,
  textIn,
  type XmlOutput,
} from '../../../src/formats/xml/xml-element'
import { awkwardText } from '../awkward-text'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const reasonOf = (input: Uint8Array | string, limits = XML_LIMITS): string => {
  const result = readXml(input, 'a.xml', limits)
  if (result.ok) return 'read'
  const { error } = result
  return error.code === 'unreadable-file' ? `${error.reason} ${error.at.line}` : error.code
}

describe('readXml', () => {
  test('keeps elements, texts and comments in the order of the document, with their lines', () => {
    const result = readXml('<a>\n <b x="1">t<c/>u</b><!--n--></a>', 'a.xml')
    expect(result.ok && result.value).toMatchObject({
      name: 'a',
      line: 1,
      children: [
        '\n ',
        { name: 'b', attributes: { x: '1' }, children: ['t', { name: 'c' }, 'u'], line: 2 },
        { comment: 'n' },
      ],
    })
  })

  test('decodes references and CDATA', () => {
    const result = readXml('<a>&lt;&#x2019;<![CDATA[<b>&amp;]]>&amp;</a>', 'a.xml')
    expect(result.ok && textIn(result.value)).toBe('<\u2019<b>&amp;&')
  })

  test.each([
    ['UTF-8', utf8('<a>ă</a>')],
    ['UTF-8 with a byte order mark', utf8('\uFEFF<a>ă</a>')],
    ['UTF-16, little-endian, marked', utf16('\uFEFF<a>ă</a>', true)],
    ['UTF-16, big-endian, marked', utf16('\uFEFF<a>ă</a>', false)],
    ['UTF-16 without a mark', utf16('<?xml version="1.0" encoding="UTF-16"?><a>ă</a>', true)],
    [
      'what its declaration names',
      new Uint8Array([
        ...utf8('<?xml version="1.0" encoding="windows-1258"?><a>'),
        0xe3,
        ...utf8('</a>'),
      ]),
    ],
  ])('reads %s', (_, bytes) => {
    const result = readXml(bytes, 'a.xml')
    expect(result.ok && textIn(result.value)).toBe('ă')
  })

  test.each([
    ['an empty file', '', 'empty 1'],
    ['white space', ' \n ', 'empty 1'],
    ['text', 'a,b', 'not-xml 1'],
    ['a file cut short', '<a>\n<b>', 'not-xml 2'],
    ['tags that cross', '<a>\n<b></a></b>', 'not-xml 2'],
    ['two roots', '<a/>\n<b/>', 'not-xml 2'],
    ['an entity nobody declared', '<a>\n&b;</a>', 'not-xml 2'],
    ['NUL', '<a>\n\0</a>', 'nul 2'],
    ['bytes that are no UTF-8', new Uint8Array([0x3c, 0x61, 0x3e, 0xff]), 'not-utf-8 1'],
    ['an encoding nobody knows', '<?xml version="1.0" encoding="x-none"?><a/>', 'not-utf-8 1'],
    ['entities in entities', BOMB, 'document-type 5'],
    ['an entity outside', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'document-type 1'],
  ])('refuses %s', (_, input, reason) => {
    expect(reasonOf(typeof input === 'string' ? utf8(input) : input)).toBe(reason)
  })

  test('refuses what is too deep, too large or too much', () => {
    expect(reasonOf('<a>'.repeat(1_000_000))).toBe('too-deep 1')
    expect(reasonOf(`<a>${'<b/>'.repeat(11)}</a>`, { ...XML_LIMITS, elements: 11 })).toBe(
      'too-large 1',
    )
    expect(reasonOf('<a></a>', { ...XML_LIMITS, bytes: 6 })).toBe('too-large 1')
  })

  test.each([
    ['a text', `<b>${'c'.repeat(1_000_001)}</b>`],
    ['a text of many parts', `<b><d>${'c&amp;'.repeat(500_001)}</d></b>`],
    ['an attribute', `<b><d e="${'c'.repeat(1_000_001)}"/></b>`],
  ])('refuses %s that is too long in a record, not around it', (_, record) => {
    const read = (xml: string) =>
      readXmlRecords(xml, 'a.xml', { record: 'b', holdsText: () => true, take: () => undefined })
    expect(read(`<a>\n${record}</a>`)).toMatchObject({
      error: { reason: 'too-large', detail: '> 1000000 characters', at: { line: 2 } },
    })
    expect(read(`<a>\n<h>${record}</h></a>`).ok).toBe(true)
  })

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          fc.string({
            unit: fc.constantFrom('<', '>', '/', 'a', '&', ';', '!', '-', '[', '"', '=', '?'),
          }),
        ),
        (input) => {
          readXml(input, 'a.xml')
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('readXmlRecords', () => {
  test('hands each record over and keeps the rest', () => {
    const taken: string[] = []
    const xml = '<a> <h> <r>0</r></h><r>1</r><r>2<r>3</r> </r></a>'
    const rest = readXmlRecords(xml, 'a.xml', {
      record: 'r',
      holdsText: (name) => name === 'r',
      take: (element) => taken.push(textIn(element)),
    })
    expect(taken).toEqual(['1', '23 '])
    expect(rest.ok && writeInline(rest.value)).toBe('<a><h><r>0</r></h></a>')
  })
})

describe('writeXml', () => {
  test('indents elements but not text', () => {
    const xml = createElement('a', { x: '<"\n' }, createElement('b', {}, 'x', createElement('c')), {
      comment: 'n',
    })
    expect(writeXml(xml)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<a x="&lt;&quot;&#10;">\n  <b>x<c/></b>\n  <!--n-->\n</a>\n',
    )
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const result = readXml(writeXml(root), 'a.xml')
        expect(result.ok && bare(result.value)).toEqual(bare(root))
      }),
    )
  })

  test('a character that XML lacks becomes one that is seen', () => {
    expect(writeInline(createElement('a', {}, 'x\u0001\uD800y\uFFFF'))).toBe('<a>x��y�</a>')
  })
})

const BOMB = `<!DOCTYPE a [
<!ENTITY b "bb">
<!ENTITY c "&b;&b;">
<!ENTITY d "&c;&c;">
]><a>&d;</a>`

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return new Uint8Array(bytes.buffer)
}

const xmlText = awkwardText(1).filter(
  (text) => !/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text),
)

const { tree } = fc.letrec<{ tree: XmlOutput; text: XmlOutput }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom('a', 'b'),
    attributes: fc.dictionary(fc.constantFrom('x', 'y'), xmlText),
    children: fc.array(fc.oneof({ depthSize: 'small' }, tie('text'), tie('tree')), {
      maxLength: 3,
    }),
  }),
  text: fc.record({
    name: fc.constant('text'),
    attributes: fc.constant({}),
    children: fc.tuple(xmlText),
  }),
}))

/** Without places and without what stands between elements. */
const bare = (node: XmlOutput): unknown => ({
  name: node.name,
  attributes: { ...node.attributes },
  children:
    node.name === 'text'
      ? node.children
      : node.children.filter(isElement).map((child) => bare(child)),
})
