import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Files, ReadContext, ReadResult } from '../../src/formats/format'
import { guidOf } from '../../src/formats/guid'
import { lift } from '../../src/formats/lift'
import { readXml } from '../../src/formats/xml/read-xml'
import { isElement, type XmlElement } from '../../src/formats/xml/xml-element'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { arbitraryLexicon, contentValues, settings } from './arbitrary-lexicon'
import { ATTRIBUTION } from './attribution'
import { awkwardText } from './awkward-text'

const SHARED = process.env.RONG_SHARED ?? join(import.meta.dirname, '../../../shared')
const FOREIGN = join(SHARED, 'formats/lift')
const SCHEMA = join(FOREIGN, 'lift-0.13.rng')
const FIXTURES = join(import.meta.dirname, '../fixtures/formats/lift')

const CONTEXT: ReadContext = {
  settings: settings(),
  attribution: ATTRIBUTION,
  mapping: new Map(),
}

const read = (files: Files): Promise<ReadResult> => lift.read!(files, CONTEXT)
const write = (lexicon: Lexicon): Promise<Files> => lift.write!(lexicon, {})
const fileOf = (xml: string): Files => new Map([['a.lift', new TextEncoder().encode(xml)]])
const entryFile = (entry: string): Files =>
  fileOf(`<lift version="0.13"><entry id="a">${entry}</entry></lift>`)
const textOf = (files: Files, end = '.lift'): string => {
  const [, bytes] = [...files].find(([path]) => path.endsWith(end))!
  return new TextDecoder().decode(bytes)
}

describe('lift.write and lift.read', () => {
  test('give the dictionary with every field back', async () => {
    const lexicon = settings()
    const { lexicon: again, problems } = await read(await write(lexicon))
    expect(problems).toEqual([])
    expect(contentValues(again!)).toEqual(contentValues(lexicon))
  })

  test('give every dictionary back', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon(xmlText), async (lexicon) => {
        const { lexicon: again, problems } = await read(await write(lexicon))
        expect(problems).toEqual([])
        expect(contentValues(again!)).toEqual(contentValues(lexicon))
      }),
    )
  }, 30_000)

  test('write the same bytes for the same dictionary', async () => {
    expect(await write(settings())).toEqual(await write(settings()))
  })

  test.skipIf(!canValidate())('write what the schema of LIFT 0.13 allows', async () => {
    expect(validate(textOf(await write(settings())))).toBe('')
    for (const lexicon of fc.sample(arbitraryLexicon(xmlText), { numRuns: 10, seed: 4 }))
      expect(validate(textOf(await write(lexicon)))).toBe('')
  })
})

describe.skipIf(!existsSync(FOREIGN))('lift on the files of ../shared/formats/lift', () => {
  const names = existsSync(FOREIGN)
    ? readdirSync(FOREIGN).filter((name) => /^[^.]+\.lift$/.test(name))
    : []

  test.each(names)('%s is read, written and read with nothing lost', async (name) => {
    const bytes = readFileSync(join(FOREIGN, name))
    const first = await read(new Map([[name, bytes]]))
    expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const files = await write(first.lexicon!)
    const second = await read(files)
    expect(contentValues(second.lexicon!)).toEqual(contentValues(first.lexicon!))
    expect(missing(bytes.toString(), textOf(files))).toEqual([])
  })
})

describe('lift on a project of FLEx', () => {
  const files = (): Files =>
    new Map(
      ['flex.lift', 'flex.lift-ranges'].map((name) => [name, readFileSync(join(FIXTURES, name))]),
    )

  test('reads what is ours and keeps the rest as residue', async () => {
    const { lexicon, problems, refused } = await read(files())
    const expected: unknown = JSON.parse(readFileSync(join(FIXTURES, 'flex.json'), 'utf8'))
    expect(contentValues(lexicon!)).toEqual(expected)
    expect(problems.map(({ code, at }) => [code, at.line, at.row])).toEqual([
      ['value-not-understood', 54, 1],
      ['value-not-understood', 58, 1],
      ['dangling-reference', 72, 2],
      ['record-without-headword', 79, 4],
    ])
    expect(refused!.map(({ at }) => at.row)).toEqual([4])
  })

  test('gives it back with nothing lost', async () => {
    const { lexicon } = await read(files())
    const written = await write(lexicon!)
    const again = await read(written)
    expect(contentValues(again.lexicon!)).toEqual(contentValues(lexicon!))
    const [xml, ranges] = [...files().values()].map((bytes) => new TextDecoder().decode(bytes))
    const refused = /<entry id="p">.*<\/entry>/
    expect(missing(xml!.replace(refused, ''), textOf(written))).toEqual([])
    expect(missing(ranges!, textOf(written, '.lift-ranges'))).toEqual([])
  })

  test('keeps recordings and pictures whose files are not there, and says so', async () => {
    const { lexicon, problems } = await lift.read!(files(), { ...CONTEXT, hasMedia: () => false })
    expect(lexicon!.media).toEqual([])
    const paths = problems.flatMap((problem) =>
      problem.code === 'media-missing' ? [problem.path] : [],
    )
    expect(paths).toEqual(['a.wav', 'b.wav', 'l.png', 'm.png'])
    const written = await write(lexicon!)
    const [xml] = [...files().values()].map((bytes) => new TextDecoder().decode(bytes))
    const refused = /<entry id="p">.*<\/entry>/
    expect(missing(xml!.replace(refused, ''), textOf(written))).toEqual([])
    const again = await lift.read!(written, { ...CONTEXT, hasMedia: () => false })
    expect(contentValues(again.lexicon!)).toEqual(contentValues(lexicon!))
  })

  test.skipIf(!canValidate())('gives back what the schema allows', async () => {
    const { lexicon } = await read(files())
    expect(validate(textOf(await write(lexicon!)))).toBe('')
  })

  test('writes refused entries with the reason, and reads them without it', async () => {
    const { refused } = await read(files())
    const written = await lift.writeRefused!(files(), refused!, () => 'a < b')
    const xml = textOf(written).replace(/>\s+</g, '><')
    expect(xml.match(/<entry/g)).toHaveLength(1)
    expect(xml).toContain('<note type="rong-refused"><form lang="vi"><text>a &lt; b</text>')
    const mended = xml.replace(
      '<sense',
      '<lexical-unit><form lang="bdq"><text>et</text></form></lexical-unit><sense',
    )
    const again = await read(fileOf(mended))
    expect(again.problems).toEqual([])
    expect(again.lexicon!.residue.filter(({ value }) => value.raw.includes('rong'))).toEqual([])
  })
})

describe('lift.write', () => {
  test('writes what XML and addresses lack as a sign that is seen', async () => {
    const lexicon = settings()
    const broken = {
      ...lexicon,
      entries: lexicon.entries.map((row) => ({
        ...row,
        value: { ...row.value, note: 'a\u0001b' },
      })),
      media: lexicon.media.map((row) => ({ ...row, value: { ...row.value, path: 'a\uD800.wav' } })),
    }
    const again = await read(await write(broken))
    expect(again.problems).toEqual([])
    expect(again.lexicon!.entries[0]!.value.note).toBe('a\uFFFDb')
    expect(again.lexicon!.media[0]!.value.path).toBe('a\uFFFD.wav')
  })

  test('puts the media beside the file, where FLEx looks for them', async () => {
    const bytes = new Uint8Array([1])
    const files = await lift.write!(settings(), { media: () => bytes })
    expect([...files.keys()]).toEqual(['ba-na.lift', 'ba-na.lift-ranges', 'audio/clip.txt'])
  })
})

describe('lift after an edit', () => {
  const edited = async (edit: (lexicon: Lexicon) => Lexicon): Promise<string> => {
    const { lexicon } = await read(entryFile(ENTRY))
    return textOf(await write(edit(lexicon!)))
  }
  const withSense = (lexicon: Lexicon, change: object): Lexicon => ({
    ...lexicon,
    senses: lexicon.senses.map((row) => ({ ...row, value: { ...row.value, ...change } })),
  })

  test('an edited value stands, and what it replaced is kept aside', async () => {
    const xml = await edited((lexicon) => withSense(lexicon, { partOfSpeech: 'v' }))
    expect(xml).toContain('<grammatical-info value="v"')
    expect(xml).toContain('&quot;pos/@value=n&quot;'.replace(/&quot;/g, '"'))
  })

  test('marks in a text go with the text', async () => {
    const xml = await edited((lexicon) => withSense(lexicon, { definitionVi: 'b' }))
    expect(xml).toContain('<text>b</text>')
    expect(xml).not.toMatch(/<text>a <span/)
  })

  test('a definition that was in another language only becomes one of two', async () => {
    const { lexicon } = await read(
      entryFile(
        '<lexical-unit><form lang="bdq"><text>a</text></form></lexical-unit><sense><definition><form lang="fr"><text>b</text></form></definition></sense>',
      ),
    )
    const written = await write(withSense(lexicon!, { definitionVi: 'c' }))
    const xml = textOf(written).replace(/>\s+</g, '><')
    expect(xml.match(/<definition/g)).toHaveLength(1)
    expect(xml).toMatch(/<form lang="vi"><text>c<\/text><\/form><form lang="fr"><text>b/)
  })

  const ENTRY =
    '<lexical-unit><form lang="bdq"><text>a</text></form></lexical-unit>' +
    '<sense><grammatical-info value="Noun"/>' +
    '<definition><form lang="vi"><text>a <span class="c">b</span></text></form></definition></sense>'
})

describe('lift as other tools give our files back', () => {
  test('ids survive without our fields by the guid, and with them whatever the id attribute', async () => {
    const xml = textOf(await write(settings()))
    const renamed = xml.replace('<entry id="bn-00001"', '<entry id="inh_1"')
    const { lexicon, problems } = await read(fileOf(renamed))
    expect(problems).toEqual([])
    expect(lexicon!.entries.map(({ value }) => value.id)).toContain('bn-00001')
    const bare = xml.replace(/<field type="rong[\s\S]*?<\/field>/g, '')
    const { lexicon: without } = await read(fileOf(bare))
    expect(without!.entries.map(({ value }) => value.foreignId)).toContain(guidOf('bn-00001'))
  })

  test('an entry that was copied with our field becomes a new one', async () => {
    const xml = textOf(await write(settings()))
    const [entry = ''] = /<entry order="1" id="bn-00152"[\s\S]*?<\/entry>/.exec(xml) ?? []
    const { lexicon, problems } = await read(fileOf(xml.replace('</lift>', `${entry}</lift>`)))
    expect(problems.map(({ code }) => code)).toContain('duplicate-id')
    const { id, number } = lexicon!.entries[3]!.value
    expect([id, number]).toEqual(['new-4', 0])
    expect(new Set(lexicon!.forms.map(({ value }) => value.id)).size).toBe(lexicon!.forms.length)
  })

  test('a part of our field that we do not know is kept', async () => {
    const xml = textOf(await write(settings())).replace('ID=bn-00001;', 'ID=bn-00001; a=b;')
    const { lexicon } = await read(fileOf(xml))
    expect(textOf(await write(lexicon!))).toContain('; a=b<')
  })
})

describe('lift.read', () => {
  const reasonOf = async (files: Files): Promise<unknown> => {
    const { lexicon, problems } = await read(files)
    const [problem] = problems
    expect(lexicon).toBeUndefined()
    return problem?.code === 'unreadable-file' ? problem.reason : problem?.code
  }

  test.each([
    ['no file', new Map<string, Uint8Array>(), 'empty'],
    ['an empty file', fileOf(''), 'empty'],
    ['another format', fileOf('<TEI/>'), 'wrong-format'],
    ['text', fileOf('\\lx a'), 'not-xml'],
    ['a file cut short', fileOf('<lift><entry>'), 'not-xml'],
    ['entities', fileOf('<!DOCTYPE lift [<!ENTITY a "b">]><lift/>'), 'document-type'],
    ['nesting', fileOf(`<lift>${'<entry>'.repeat(100_000)}`), 'too-deep'],
    [
      'ranges that are none',
      new Map([...fileOf('<lift/>'), ...new Map([['a.lift-ranges', new Uint8Array([60])]])]),
      'not-xml',
    ],
  ])('refuses %s', async (_, files, reason) => {
    expect(await reasonOf(files)).toBe(reason)
  })

  test('takes texts of a million characters and entries of very many parts, not longer ones', async () => {
    const many = '<sense><gloss lang="vi"><text>a</text></gloss><x/><y/></sense>'.repeat(20_000)
    const unitOf = (length: number): string =>
      `<lexical-unit><form lang="bdq"><text>${'a'.repeat(length)}</text></form></lexical-unit>`
    const { lexicon } = await read(entryFile(unitOf(1_000_000) + many))
    expect(lexicon!.senses).toHaveLength(20_000)
    expect(lexicon!.entries[0]!.value.headword).toHaveLength(1_000_000)
    expect(await reasonOf(entryFile(unitOf(1_000_001)))).toBe('too-large')
  }, 30_000)

  test('never throws, whatever happened to a file, and what it takes can be written', async () => {
    const originals = [
      readFileSync(join(FIXTURES, 'flex.lift'), 'utf8'),
      textOf(await write(settings())),
    ]
    const edit = fc.record({
      of: fc.constantFrom(...originals),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 400 }),
      put: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom(
          '',
          '<text>',
          '</sense><sense>',
          '<form lang="vi"><text>a</text></form>',
          '; ID=',
          '\\',
        ),
      ),
      end: fc.constantFrom('', '', '</lift>'),
    })
    await fc.assert(
      fc.asyncProperty(edit, async ({ of, at, cut, put, end }) => {
        const from = Math.floor(at * of.length)
        const xml = of.slice(0, from) + put + of.slice(from + cut) + end
        const { lexicon } = await read(fileOf(xml))
        if (lexicon !== undefined) await write(lexicon)
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  test('reads what other tools may say anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(anyLift, async (xml) => {
        const first = await read(fileOf(xml))
        expect(first.problems.filter(({ code }) => code === 'unreadable-file')).toEqual([])
        const written = textOf(await write(first.lexicon!))
        const second = await read(fileOf(written))
        expect(contentValues(second.lexicon!)).toEqual(contentValues(first.lexicon!))
        if (first.refused!.length === 0) expect(missing(xml, written)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

/** LIFT's elements in any order and number, where they belong and where they do not. */
const anyLift: fc.Arbitrary<string> = (() => {
  const lang = fc.constantFrom('bdq', 'bdq-fonipa', 'vi', 'en', 'vi-VN', 'fr', '')
  const text = fc.constantFrom('a', 'b', ' ', '', 'a<span class="x">b</span>c', '&amp;')
  const some = (name: string, attributes: fc.Arbitrary<string>, inner: fc.Arbitrary<string>) =>
    fc.tuple(attributes, inner).map(([a, i]) => `<${name}${a}>${i}</${name}>`)
  const none = fc.constant('')
  const attribute = (name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.oneof(
      none,
      value.map((each) => ` ${name}="${each}"`),
    )
  const several = (...parts: fc.Arbitrary<string>[]) =>
    fc.array(fc.oneof(...parts), { maxLength: 4 }).map((each) => each.join(' '))
  const form = some(
    'form',
    attribute('lang', lang),
    several(some('text', none, text), fc.constant('<annotation name="flag"/>')),
  )
  const odd = fc.constantFrom('<trait constructor="a" __proto__="b" name="x" value="y"/>')
  const trait = some(
    'trait',
    fc.constantFrom(
      ' name="semantic-domain" value="function-words"',
      ' name="x" value="y"',
      ' name="complex-form-type" value="Compound"',
    ),
    none,
  )
  const field = some('field', attribute('type', fc.constantFrom('x')), several(form))
  const stray = fc.constantFrom('<!--c-->', 'stray', '<unknown a="b"><c/>d</unknown>')
  const also = [trait, field, stray, odd]
  const note = some('note', attribute('type', fc.constantFrom('x')), several(form, ...also))
  const media = some(
    'media',
    attribute('href', fc.constantFrom('a.wav', 'http://a/b', '../a', '%')),
    several(some('label', none, several(form))),
  )
  const example = some(
    'example',
    attribute('source', fc.constantFrom('x')),
    several(form, note, some('translation', none, several(form)), ...also),
  )
  const relation = some(
    'relation',
    fc.constantFrom(
      ' type="synonym" ref="a"',
      ' type="x" ref="a"',
      ' ref="b"',
      ' type="_component-lexeme" ref="a"',
    ),
    several(...also),
  )
  const common = [note, relation, ...also]
  const sense = (name: string, ...within: fc.Arbitrary<string>[]) =>
    some(
      name,
      attribute('order', fc.constantFrom('1')),
      several(
        some('gloss', attribute('lang', lang), several(some('text', none, text))),
        some('definition', none, several(form, ...also)),
        some(
          'grammatical-info',
          attribute('value', fc.constantFrom('n', 'Noun', 'x', '')),
          several(trait),
        ),
        some('illustration', attribute('href', fc.constantFrom('a.png', '')), none),
        example,
        ...common,
        ...within,
      ),
    )
  const entry = some(
    'entry',
    fc.constantFrom(
      ' id="a"',
      ' guid="6b1dd5b2-8c0e-4d3c-9b64-6f7a8d1f2c01"',
      ' order="2" constructor="y" __proto__="z"',
    ),
    several(
      some('citation', none, several(form)),
      some('variant', none, several(form, ...also)),
      some('pronunciation', none, several(form, media, ...also)),
      sense('sense', sense('subsense', sense('subsense'))),
      ...common,
    ).chain((inner) => some('lexical-unit', none, several(form)).map((unit) => unit + inner)),
  )
  return several(entry, stray).map((inner) => `<lift version="0.13">${inner}</lift>`)
})()

const CONTROL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
/** XML has no other characters. */
const xmlText = (minLength?: number): fc.Arbitrary<string> =>
  awkwardText(minLength).filter((text) => !CONTROL.test(text))

/** Everything a file says, as lines, that the other does not say as often. */
const missing = (original: string, written: string): string[] => {
  const left = new Map<string, number>()
  for (const line of sayings(written)) left.set(line, (left.get(line) ?? 0) + 1)
  return sayings(original).filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

const sayings = (xml: string): string[] => {
  const result = readXml(xml, '')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const lines: string[] = []
  const walk = (element: XmlElement, above: string): void => {
    const path = `${above}/${element.name}`
    lines.push(path)
    for (const [name, value] of Object.entries(element.attributes))
      if (path !== '/lift') lines.push(`${path}/@${name}=${value}`)
    for (const node of element.children) {
      if (isElement(node)) walk(node, path)
      else if (typeof node !== 'string') lines.push(`${path}/comment=${node.comment}`)
      else if (/^(text|span)$/.test(element.name)) lines.push(`${path}="${node}"`)
      else
        lines.push(
          ...node
            .split(/\s+/)
            .filter((word) => word !== '')
            .map((word) => `${path}="${word}"`),
        )
    }
  }
  walk(result.value, '')
  return lines
}

function canValidate(): boolean {
  if (!existsSync(SCHEMA)) return false
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What xmllint finds wrong; empty: nothing. */
function validate(xml: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lift-'))
  const file = join(folder, 'a.lift')
  try {
    writeFileSync(file, xml)
    execFileSync('xmllint', ['--noout', '--relaxng', SCHEMA, file], { stdio: 'pipe' })
    return ''
  } catch (fault) {
    return String(Reflect.get(Object(fault), 'stderr'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
