import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexicon } from '../../scripts/read-lexicon'
import type { Files, ReadContext, ReadResult } from '../../src/formats/format'
import { mdf } from '../../src/formats/mdf'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { EVERY_FIELD, LANGUAGE } from '../fixtures'
import { arbitraryLexicon, contentValues, settings } from './arbitrary-lexicon'
import { ATTRIBUTION } from './attribution'

const SHARED = process.env.RONG_SHARED ?? join(import.meta.dirname, '../../../shared')
const FOREIGN = join(SHARED, 'formats/mdf')

const context = (mapping: Readonly<Record<string, string>> = {}): ReadContext => ({
  settings: settings(),
  attribution: ATTRIBUTION,
  mapping: new Map(Object.entries(mapping)),
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const filesOf = (text: string): Files => new Map([['a.sfm', bytes(text)]])
const read = (files: Files, mapping?: Readonly<Record<string, string>>): Promise<ReadResult> =>
  mdf.read!(files, context(mapping))
const write = (lexicon: Lexicon): Promise<Files> => mdf.write!(lexicon, {})
const textOf = (files: Files): string => new TextDecoder().decode([...files.values()][0])

/** Fields of a file, without empty lines and what we add. */
const foreignLines = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\\(rg|_sh) /.test(line))

describe('read after write', () => {
  test('gives every field of the example dictionary', async () => {
    const lexicon = readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
    const again = await read(await write(lexicon))
    expect(again.problems).toEqual([])
    expect(contentValues(again.lexicon!)).toEqual(contentValues(lexicon))
  })

  test('gives any lexicon', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon(), async (lexicon) => {
        const files = await write(lexicon)
        expect(contentValues((await read(files)).lexicon!)).toEqual(contentValues(lexicon))
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

/** The order of residue says something for one owner only. */
const sorted = (lexicon: Lexicon) => {
  const values = contentValues(lexicon)
  return {
    ...values,
    residue: values
      .residue!.map((row) => JSON.stringify(Object.entries(row as object).sort()))
      .sort(),
  }
}

const withOneBlank = (line: string): string => line.replace(/^(\\\S+)[ \t]+/, '$1 ').trimEnd()

const cameBack = async (files: Files, mapping?: Readonly<Record<string, string>>) => {
  const first = await read(files, mapping)
  const written = await write(first.lexicon!)
  const again = await read(written)
  expect(contentValues(again.lexicon!)).toEqual(contentValues(first.lexicon!))
  return { first, written: textOf(written), again }
}

describe('write after read', () => {
  const here = existsSync(FOREIGN)
  const names = here ? readdirSync(FOREIGN).filter((name) => name.endsWith('-db.sfm')) : ['shared']

  test.skipIf(!here).each(names)('gives back %s', async (name) => {
    const text = readFileSync(join(FOREIGN, name), 'utf8')
    const { written } = await cameBack(new Map([[name, bytes(text)]]))
    expect(foreignLines(written)).toEqual(foreignLines(text).map(withOneBlank))
  })

  test('gives back the lines of any file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(foreignRecord(), { minLength: 1, maxLength: 4 }),
        async (records) => {
          const text = records.map((lines) => lines.join('\n')).join('\n\n')
          const { first, written } = await cameBack(filesOf(text))
          if (first.refused!.length === 0)
            expect(foreignLines(written)).toEqual(foreignLines(text).map(withOneBlank))
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 150) },
    )
  }, 600_000)
})

const FIXTURES = join(import.meta.dirname, '../fixtures/formats/mdf')
const fixture = (name: string): string => readFileSync(join(FIXTURES, name), 'utf8')
const codes = ({ problems }: ReadResult) => problems.map(({ code, at }) => `${code} ${at.line}`)
const linesAfter = (text: string, begin: string): string[] => {
  const lines = text.split('\r\n')
  const from = lines.indexOf(begin)
  const end = lines.indexOf('', from)
  return lines.slice(from, end < 0 ? undefined : end)
}

describe('mdf on a file of Toolbox', () => {
  test('reads what is ours and keeps the rest as residue', async () => {
    const result = await read(filesOf(fixture('toolbox.sfm')))
    const expected: unknown = JSON.parse(fixture('toolbox.json'))
    expect(contentValues(result.lexicon!)).toEqual(expected)
    expect(codes(result)).toEqual(
      [11, 12, 19, 23, 26, 28, 39, 43, 41, 22].map((line) => `value-not-understood ${line}`),
    )
  })

  test('gives its lines back in their order', async () => {
    const text = fixture('toolbox.sfm')
    const { written } = await cameBack(filesOf(text))
    const joined = text.replace('a\n   b', 'a b').replace('\\_sh v3.0  400  MDF 4.0\n', '')
    expect(foreignLines(written)).toEqual(foreignLines(joined).map(withOneBlank))
    expect(written).toContain('\\_sh v3.0  400  MDF 4.0\r\n')
  })

  test('does not mind line ends, a byte order mark or blanks at the end of lines', async () => {
    const text = fixture('toolbox.sfm')
    const plain = await read(filesOf(text))
    const windows = await read(filesOf(`\uFEFF${text.replace(/\n/g, ' \r\n')}`))
    expect(contentValues(windows.lexicon!)).toEqual(contentValues(plain.lexicon!))
  })
})

describe('mdf where a headword is lost', () => {
  test('refuses the lines instead of joining them to the entry above', async () => {
    const result = await read(filesOf(fixture('lost.sfm')))
    expect(codes(result)).toEqual([
      'record-without-headword 6',
      'record-without-headword 10',
      'record-without-headword 23',
    ])
    expect(result.refused!.map(({ at }) => at.line)).toEqual([6, 10, 23])
    const { entries, senses } = result.lexicon!
    expect(entries.map(({ value }) => value.headword)).toEqual(['inh', 'et'])
    expect(senses.map(({ value }) => value.glossEn)).toEqual([['I'], ['a'], ['b']])
  })

  test('gives the refused lines with the reason, and passes it over later', async () => {
    const files = filesOf(fixture('lost.sfm'))
    const { refused } = await read(files)
    const written = textOf(await mdf.writeRefused!(files, refused!, () => 'a'))
    expect(written.split('\r\n')).toEqual([
      ...['\\hm 1', '\\ps v', '\\ge drink', '\\dt 01/Nov/2026', '\\rz Rông: a', ''],
      ...['\\ps n', '\\ge feast', '\\dt 01/Nov/2026', '\\rz Rông: a', ''],
      ...['\\lx', '\\ge c', '\\rz Rông: a', ''],
    ])
    const mended = await read(filesOf(`\\lx et\n${written.replace('\\lx', '\\lx a')}`))
    expect(mended.lexicon!.residue.filter(({ value }) => value.raw.includes('\\rz'))).toEqual([])
  })

  test('leaves alone files that keep empty lines or dates within records', async () => {
    const text = '\\lx a\n\n\\ps n\n\\ge a\n\n\\ps v\n\\ge b\n\\dt 1\n\\ge c\n\\lx b\n\\ge d'
    const { lexicon, refused } = await read(filesOf(text))
    expect(refused).toEqual([])
    expect(lexicon!.senses).toHaveLength(3)
  })

  test('says it of lines before the first headword', async () => {
    const result = await read(filesOf('\\id a\n\\ps n\n\\ge b\n\\lx c'))
    expect(codes(result)).toEqual(['record-without-headword 2'])
    expect(result.lexicon!.residue.map(({ value }) => value.raw)).toEqual(['\\id a'])
  })

  test('says it of a record of ours whose headword was deleted', async () => {
    const text = textOf(await write(settings())).replace('\\lx et\r\n', '')
    expect(codes(await read(filesOf(text)))).toContain('record-without-headword 33')
  })
})

describe('mdf by a mapping', () => {
  const text = '\\lex inh\n\\gv tôi\n\\gn a\n\\lx b\n\\xref et\n\\se a et\n\\lex et'
  const mapping = { headword: 'lex', 'gloss.vi': 'gv', see: 'xref', 'compound-of': 'se' }

  test('takes the markers it names', async () => {
    const { lexicon } = await read(filesOf(text), mapping)
    expect(lexicon!.entries.map(({ value }) => value.headword)).toEqual(['inh', 'a et', 'et'])
    expect(lexicon!.senses.map(({ value }) => value.glossVi)).toEqual([['tôi']])
    expect(lexicon!.relations.map(({ value }) => value.kind)).toEqual(['see', 'compound-of'])
  })

  test('writes them, and reads what it wrote without being told again', async () => {
    const { lexicon } = await read(filesOf(text), mapping)
    const written = await write(lexicon!)
    expect(foreignLines(textOf(written))).toEqual(text.split('\n'))
    expect(contentValues((await read(written)).lexicon!)).toEqual(contentValues(lexicon!))
  })

  test('says which fields there are and which markers the file has not', async () => {
    const result = await read(filesOf('\\lx a'), { glos: 'ge', 'gloss.vi': 'gv' })
    expect(result.problems).toMatchObject([
      { code: 'unknown-column', given: 'glos' },
      { code: 'unknown-column', given: 'gv', known: ['lx'] },
    ])
  })
})

describe('mdf with several files', () => {
  test('keeps a file without records beside the dictionary', async () => {
    const files = new Map([
      ['b.sfm', bytes('\\ref xv.1\r\n\\tx a\r\n')],
      ['a.sfm', bytes('\\lx a\n\\xref xv.1')],
    ])
    const { lexicon } = await read(files)
    const written = await write(lexicon!)
    expect(new TextDecoder().decode(written.get('b.sfm'))).toBe('\\ref xv.1\r\n\\tx a\r\n')
    expect(contentValues((await read(written)).lexicon!)).toEqual(contentValues(lexicon!))
  })

  test.skipIf(!existsSync(FOREIGN))(
    'keeps the examples of pydictionaria beside theirs',
    async () => {
      const names = ['sub_sfm_with_examples-db.sfm', 'sub_sfm_with_examples-examples.sfm']
      const files = new Map(
        names.map((name) => [name, new Uint8Array(readFileSync(join(FOREIGN, name)))]),
      )
      const { lexicon } = await read(files)
      const written = await write(lexicon!)
      expect(written.get(names[1]!)).toEqual(files.get(names[1]!))
      expect(contentValues((await read(written)).lexicon!)).toEqual(contentValues(lexicon!))
    },
  )
})

describe('mdf where a file is missing', () => {
  const told = { ...context(), hasMedia: (path: string) => path === 'a.opus' }
  const text = '\\lx a\n\\sf a.opus\n\\ps n\n\\pc b.png\n\\ge c'

  test('keeps the line as residue, writes it back, and finds nothing new in it', async () => {
    const first = await mdf.read!(filesOf(text), told)
    expect(first.problems).toMatchObject([
      { code: 'media-missing', severity: 'warning', path: 'b.png', at: { line: 4 } },
    ])
    expect(first.lexicon!.media.map(({ value }) => value.path)).toEqual(['a.opus'])
    const written = await write(first.lexicon!)
    expect(foreignLines(textOf(written))).toEqual(text.split('\n'))
    const again = await mdf.read!(written, told)
    expect(contentValues(again.lexicon!)).toEqual(contentValues(first.lexicon!))
  })

  test('takes what a line of ours describes, file or no file', async () => {
    const lexicon = readLexicon(EVERY_FIELD, LANGUAGE).lexicon!
    expect(lexicon.media.length).toBeGreaterThan(0)
    const again = await mdf.read!(await write(lexicon), { ...told, hasMedia: () => false })
    expect(contentValues(again.lexicon!)).toEqual(contentValues(lexicon))
  })
})

describe('mdf after an edit', () => {
  test('that numbers homographs, the order of lines is what it was', async () => {
    const { lexicon } = await read(filesOf('\\lx a\n\\ps n\n\\zz b\n\\ge c\n\\nt d\n\\gn e'))
    const [entry, ...others] = lexicon!.entries
    const numbered = { ...entry!, value: { ...entry!.value, homograph: 1 } }
    const files = await write({ ...lexicon!, entries: [numbered, ...others] })
    const again = await read(files)
    expect(foreignLines(textOf(files)).slice(0, 3)).toEqual(['\\lx a', '\\hm 1', '\\ps n'])
    expect(sorted(again.lexicon!).residue).toEqual(sorted(lexicon!).residue)
    expect(again.lexicon!.residue.map(({ value }) => value.position)).toContain('layout')
  })

  const text =
    '\\lx a\n\\ps vt\n\\hm 1\n\\sn 1\n\\ge b\n\\zz c\n\\sn 2\n\\ge d\n\\yy e\n\\dt 1\n\n\\lx b\n\\ge c\n\\cf a'
  const edit = async (change: (lexicon: Lexicon) => Lexicon) => {
    const lexicon = change((await read(filesOf(text))).lexicon!)
    const written = await write(lexicon)
    const again = contentValues((await read(written)).lexicon!)
    const expected = contentValues(lexicon)
    expect({ ...again, residue: [] }).toEqual({ ...expected, residue: [] })
    return linesAfter(textOf(written), '\\lx a').filter((line) => !/^\\rg (form|sense)/.test(line))
  }
  const withSense = (lexicon: Lexicon, id: string, change: object): Lexicon => ({
    ...lexicon,
    senses: lexicon.senses.map((row) =>
      row.value.id === id ? { ...row, value: { ...row.value, ...change } } : row,
    ),
  })

  test('a new gloss stands behind the one before it, the rest where it was', async () => {
    const lines = await edit((lexicon) =>
      withSense(lexicon, 'new-1-s1', { glossEn: ['b', 'f'], glossVi: ['g'] }),
    )
    expect(lines).toEqual([
      ...['\\lx a', '\\ps vt', '\\hm 1', '\\sn 1', '\\ge b', '\\zz c', '\\ge f', '\\gn g'],
      ...['\\sn 2', '\\ge d', '\\yy e', '\\dt 1'],
    ])
  })

  test('another part of speech replaces the wording of the file, which is kept', async () => {
    const lines = await edit((lexicon) => withSense(lexicon, 'new-1-s1', { partOfSpeech: 'n' }))
    expect(lines).toContain('\\ps n')
    expect(lines).toContain('\\ps v')
    expect(lines).not.toContain('\\ps vt')
    expect(lines).toContain('\\rg residue Format=mdf; Position=as ps; Raw=\\\\ps vt')
  })

  test('a relation of the entry does not move into a sense', async () => {
    const relation = { id: 'r', kind: 'synonym', from: 'new-1', to: 'new-2', source: 'editor' }
    const lines = await edit((lexicon) => ({
      ...lexicon,
      relations: [...lexicon.relations, { ...lexicon.relations[0]!, value: relation as never }],
    }))
    expect(lines.indexOf('\\sy b')).toBeLessThan(lines.indexOf('\\sn 1'))
  })

  test('what hung on a sense that is gone is kept at the head of the file', async () => {
    const lexicon = (await read(filesOf(text))).lexicon!
    const senses = lexicon.senses.filter(({ value }) => value.id !== 'new-1-s2')
    const written = textOf(await write({ ...lexicon, senses }))
    expect(written).toContain(
      '\\rg residue Owner=new-1-s2; Format=mdf; Position=after ge; Raw=\\\\yy e',
    )
  })

  test('a record that was copied with our lines becomes a new one', async () => {
    const written = textOf(await write(settings()))
    const copy = linesAfter(written, '\\lx inh').join('\r\n')
    const { lexicon, problems } = await read(filesOf(`${written}\r\n${copy}`))
    expect(problems.map(({ code }) => code)).toContain('duplicate-id')
    const { id, number } = lexicon!.entries[3]!.value
    expect([id, number]).toEqual(['new-4', 0])
    expect(new Set(lexicon!.forms.map(({ value }) => value.id)).size).toBe(lexicon!.forms.length)
  })
})

describe('mdf on bad input', () => {
  const reasonOf = async (content: Uint8Array): Promise<unknown> => {
    const { lexicon, problems } = await read(new Map([['a.sfm', content]]))
    expect(lexicon).toBeUndefined()
    const [problem] = problems
    return problem?.code === 'unreadable-file' ? [problem.reason, problem.at.line] : problem?.code
  }

  test('says what is wrong with the file, and where', async () => {
    expect(await reasonOf(bytes(''))).toEqual(['empty', 1])
    expect(await reasonOf(bytes('\\lx a\n\\ge \0'))).toEqual(['nul', 2])
    expect(await reasonOf(Uint8Array.of(92, 108, 120, 32, 97, 10, 92, 103, 101, 32, 0xe1))).toEqual(
      ['not-utf-8', 2],
    )
    expect(await reasonOf(bytes('a,b\n1,2'))).toEqual(['wrong-format', 1])
    expect(await reasonOf(bytes('<lift version="0.13"/>'))).toEqual(['wrong-format', 1])
  })

  test('refuses a record with a field of 10 MB, and one of too many fields', async () => {
    const long = await read(filesOf(`\\lx a\n\\ge ${'a'.repeat(10_000_000)}\n\n\\lx b\n\\ge c`))
    expect(long.problems).toMatchObject([
      { code: 'unreadable-file', reason: 'too-large', at: { line: 2, column: '\\ge' } },
    ])
    expect(long.lexicon!.entries.map(({ value }) => value.headword)).toEqual(['b'])
    const many = await read(filesOf(`\\lx a\n\\zz b${'\n\\ge c'.repeat(200_000)}\n\\lx b`))
    expect(many.problems.map(({ code }) => code)).toEqual(['unreadable-file'])
    expect(many.lexicon!.entries).toHaveLength(1)
  })

  test('says where a field or a style stands within the text of another', async () => {
    const { problems, lexicon } = await read(
      filesOf('\\lx a\n\\nt b |fv{c}\n\\ge d \\gn e\n\\gn fv:x'),
    )
    expect(
      problems.map((problem) => [problem.at.line, 'given' in problem && problem.given]),
    ).toEqual([
      [2, '|fv{c}'],
      [3, '\\gn'],
      [4, 'fv:x'],
    ])
    expect(lexicon!.senses[0]!.value.glossEn).toEqual(['d \\gn e'])
  })

  test('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (content) => {
        await read(new Map([['a.sfm', content]]))
        await read(new Map([['a.sfm', Uint8Array.from([...bytes('\\lx a\n'), ...content])]]))
      }),
    )
  })

  test('never throws on a file that was damaged, and writes what it read', async () => {
    const whole = bytes(`${fixture('toolbox.sfm')}\n${textOf(await write(settings()))}`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.nat(whole.length), fc.nat(8), fc.array(fc.nat(126), { maxLength: 4 })),
          { maxLength: 4 },
        ),
        fc.nat(whole.length),
        async (changes, end) => {
          const content = [...whole.subarray(0, end)]
          for (const [at, removed, added] of changes) content.splice(at, removed, ...added)
          const files = new Map([['a.sfm', Uint8Array.from(content)]])
          const { lexicon, refused } = await read(files)
          if (lexicon !== undefined) {
            const again = await read(await write(lexicon))
            expect(sorted(again.lexicon!)).toEqual(sorted(lexicon))
          }
          await mdf.writeRefused!(files, refused ?? [], () => 'a')
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 50) },
    )
  }, 600_000)
})

/** A record of a few markers in any order, some of them unknown, some values with meaning. */
function foreignRecord(): fc.Arbitrary<readonly string[]> {
  const value = fc.constantFrom(
    'a',
    'b',
    'a1',
    'b 1',
    'b  c',
    '1',
    '2',
    'n',
    'vt',
    'food-drink',
    '',
    'x/y.wav',
    'ʔiɲ',
  )
  const marker = fc.constantFrom(
    ...[
      'hm',
      'lc',
      'va',
      'vn',
      've',
      'ph',
      'sf',
      'pc',
      'nt',
      'se',
      'ps',
      'pn',
      'sn',
      'ge',
      'ge',
      'gn',
      'de',
      'dn',
    ],
    ...[
      'gv',
      'sd',
      'xv',
      'xn',
      'xe',
      'xr',
      'rf',
      'so',
      'cf',
      'sy',
      'mn',
      'dt',
      'st',
      'zz',
      'lx2',
      'bw',
    ],
  )
  const line = fc.tuple(marker, value).map(([name, text]) => `\\${name} ${text}`)
  return fc
    .tuple(fc.constantFrom('a', 'b', 'c'), fc.array(line, { maxLength: 10 }))
    .map(([headword, lines]) => [`\\lx ${headword}`, ...lines])
}
