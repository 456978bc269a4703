import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainVi } from '../../src/checks/explain/vi'
import type { Format, ReadContext, ReadResult } from '../../src/formats/format'
import { wideCsv, wideTsv } from '../../src/formats/wide-csv'
import type { Licence, SourceId, VarietyId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { arbitraryLexicon, contentValues, settings } from './arbitrary-lexicon'
import { awkwardText } from './awkward-text'

const BASE = settings()
const SHARED = process.env.RONG_SHARED ?? join(import.meta.dirname, '../../../shared')

const context = (mapping: Readonly<Record<string, string>> = {}): ReadContext => ({
  settings: BASE,
  attribution: {
    variety: 'ba-na' as VarietyId,
    source: 'bartbahnar2025' as SourceId,
    licence: 'Apache-2.0' as Licence,
    reviewState: 'draft',
  },
  mapping: new Map(Object.entries(mapping)),
})

const readText = (
  text: string,
  mapping: Readonly<Record<string, string>> = {},
  format: Format = wideCsv,
): Promise<ReadResult> =>
  format.read!(new Map([['list.csv', new TextEncoder().encode(text)]]), context(mapping))

const writeText = async (lexicon: Lexicon, format: Format = wideCsv): Promise<string> => {
  const [bytes] = [...(await format.write!(lexicon, {})).values()]
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

const again = async (lexicon: Lexicon, format: Format = wideCsv): Promise<ReadResult> =>
  format.read!(await format.write!(lexicon, {}), context())

/** The content without what every record has in common. */
const said = ({ lexicon }: ReadResult) =>
  lexicon!.senses.map(({ value }) => {
    const entry = lexicon!.entries.find((row) => row.value.id === value.entry)!
    return [entry.value.headword, ...value.glossVi].join(' = ')
  })

const FIXTURES = join(import.meta.dirname, '../fixtures/formats/wide-csv')
const readFixture = (name: string): Promise<ReadResult> =>
  wideCsv.read!(new Map([[name, readFileSync(join(FIXTURES, name))]]), context())

const codes = ({ problems }: ReadResult) =>
  problems.map(
    ({ code, at }) => `${code} ${at.row}${at.column === undefined ? '' : ` ${at.column}`}`,
  )

const withoutNul = (minLength?: number) =>
  awkwardText(minLength).filter((text) => !text.includes('\0'))

describe.each([wideCsv, wideTsv])('$id', { timeout: 60_000 }, (format) => {
  test('write∘read = identity', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryLexicon(withoutNul), async (lexicon) => {
        const { lexicon: read, problems } = await again(lexicon, format)
        expect(problems).toEqual([])
        expect(contentValues(read!)).toEqual(contentValues(lexicon))
      }),
      { numRuns: 150 },
    )
  })

  test('keeps every field, and the residue of other formats', async () => {
    const { lexicon, problems } = await again(BASE, format)
    expect(problems).toEqual([])
    expect(contentValues(lexicon!)).toEqual(contentValues(BASE))
  })
})

describe('reading lists of two columns', () => {
  test('takes a header that names the gloss, or none at all', async () => {
    expect(said(await readText('Bahnaric,Vietnamese\ninh,tôi\n'))).toEqual(['inh = tôi'])
    expect(said(await readText('inh,tôi\net,uống\n'))).toEqual(['inh = tôi', 'et = uống'])
    expect(said(await readText('nghĩa\tx\ntôi\tinh\n'))).toEqual(['inh = tôi'])
  })

  test('takes byte order marks, any line end and any delimiter', async () => {
    for (const text of [
      '\uFEFFTừ,Nghĩa\r\ninh,tôi\r\n',
      'Từ;Nghĩa\rinh;tôi',
      'Từ\tNghĩa\ninh\ttôi',
    ])
      expect(said(await readText(text))).toEqual(['inh = tôi'])
    expect(said(await readText('từ,nghĩa; ý\ninh,"tôi, a; b"\net,uống; c\n', PAIR))).toEqual([
      'inh = tôi, a = b',
      'et = uống = c',
    ])
  })

  test('gives what the file does not say, and ids that last until it is taken in', async () => {
    const { lexicon, problems } = await readText('inh,tôi\n')
    expect(problems).toEqual([])
    expect(lexicon!.entries[0]!.value).toEqual({
      id: 'new-1',
      number: 0,
      headword: 'inh',
      headwordForm: 'new-1-f1',
      variety: 'ba-na',
    })
    expect(lexicon!.senses[0]!.value).toEqual({
      id: 'new-1-s1',
      entry: 'new-1',
      glossVi: ['tôi'],
      glossEn: [],
      topics: [],
      source: 'bartbahnar2025',
      sourceRow: '1',
      licence: 'Apache-2.0',
      reviewState: 'draft',
    })
    expect(lexicon!.forms[0]!.value).toMatchObject({ text: 'inh', kind: 'spelling' })
    expect(lexicon!.senses[0]!.place('Gloss_Vi')).toMatchObject({
      file: 'list.csv',
      line: 1,
      row: 1,
    })
  })

  test('joins the rows of one headword, and refuses one that says the same again', async () => {
    const result = await readText('Từ,Nghĩa\net,uống\ninh,tôi\net,lễ\net,uống\n,lễ\n')
    expect(said(result)).toEqual(['et = uống', 'et = lễ', 'inh = tôi'])
    expect(codes(result)).toEqual(['duplicate-entry 5 Từ', 'record-without-headword 6'])
    expect(result.refused!.map(({ at }) => at.row)).toEqual([5, 6])
  })

  test('takes a long one', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `a${i % 3_000},b${i}`).join('\n')
    const { lexicon } = await readText(rows)
    expect(lexicon!.entries).toHaveLength(3_000)
    expect(lexicon!.senses).toHaveLength(9_000)
  })
})

const PAIR = { headword: 'từ', 'gloss.vi': 'nghĩa; ý' }

describe('reading tables of others', () => {
  test('knows columns by what people call them', async () => {
    const { lexicon, problems } = await readFixture('synonyms.csv')
    expect(
      lexicon!.senses.map(({ value }) => [value.glossVi, value.partOfSpeech, value.note]),
    ).toEqual([
      [['tôi', 'mình'], 'pron', undefined],
      [['uống'], 'v', undefined],
      [['lễ'], 'n', 'hai\r\ndòng'],
      [['uống'], 'v', 'lại'],
    ])
    expect(
      lexicon!.examples.map(({ value }) => [value.sense, value.text, value.translationVi]),
    ).toEqual([['new-1-s1', 'inh', 'tôi']])
    expect(problems.map(({ code, at }) => `${code} ${at.line} ${at.row}`)).toEqual([
      'record-without-headword 7 6',
    ])
  })

  test('takes a column for each variety; what no field holds is residue, told once', async () => {
    const result = await readFixture('comparison.csv')
    const { lexicon } = result
    expect(lexicon!.entries.map(({ value }) => [value.headword, value.variety])).toEqual([
      ['inh', 'kon-tum'],
      ['et', 'kon-tum'],
    ])
    expect(lexicon!.forms.map(({ value }) => [value.entry, value.variety, value.text])).toEqual([
      ['new-1', 'kon-tum', 'inh'],
      ['new-1', 'golar', 'inh'],
      ['new-2', 'kon-tum', 'et'],
      ['new-2', 'golar', 'et'],
      ['new-2', 'pleiku', 'et'],
    ])
    expect(lexicon!.senses.map(({ value }) => [value.glossVi[0], value.sourceRow])).toEqual([
      ['tôi', '1'],
      ['uống', '2'],
      ['lễ', '3'],
    ])
    expect(lexicon!.residue.map(({ value }) => value)).toEqual([
      { owner: 'new-1-s1', format: 'wide-csv', position: 'Ảnh', raw: 'a.png' },
      { owner: 'new-2-s2', format: 'wide-csv', position: 'Ảnh', raw: 'b.png' },
    ])
    expect(codes(result)).toEqual(['value-not-understood 2 Ảnh'])
  })

  test.each(['comparison.csv', 'synonyms.csv'])(
    '%s written and read again is the same',
    async (name) => {
      const { lexicon } = await readFixture(name)
      const second = await again(lexicon!)
      expect(contentValues(second.lexicon!)).toEqual(contentValues(lexicon!))
      expect(second.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    },
  )

  test('gives columns of the user back as they were', async () => {
    const { lexicon } = await readFixture('comparison.csv')
    expect((await writeText(lexicon!)).split('\r\n')[0]).toMatch(/,Ảnh$/)
  })

  test('takes columns by a mapping', async () => {
    const text = 'A;B;C;D;E\ninh / a;tôi, mình;x;iɲ;tôi\n'
    const { lexicon, problems } = await readText(text, {
      headword: 'A',
      'gloss.vi': 'b',
      'form@golar': 'C',
      transcription: 'D',
      notation: 'peiros',
      'definition.vi': 'E',
      'list-separator': ',',
      'form-separator': '/',
    })
    expect(problems).toEqual([])
    expect(lexicon!.senses[0]!.value).toMatchObject({
      glossVi: ['tôi', 'mình'],
      definitionVi: 'tôi',
    })
    expect(
      lexicon!.forms.map(({ value }) => [value.text, value.variety, value.kind, value.sourceText]),
    ).toEqual([
      ['inh', 'ba-na', 'spelling', 'inh / a'],
      ['a', 'ba-na', 'spelling', 'inh / a'],
      ['x', 'golar', 'spelling', undefined],
      ['iɲ', 'ba-na', 'transcription', undefined],
    ])
  })

  test('tells columns that are not there, twice there, or missing', async () => {
    expect(codes(await readText('a,b,c\n1,2,3\n', { headword: 'x', 'gloss.fr': 'b' }))).toEqual([
      'unknown-column 1',
      'unknown-column 1',
      'missing-column 1',
    ])
    expect(codes(await readText('từ,nghĩa,nghĩa\n1,2,3\n'))).toEqual(['duplicate-column 1 nghĩa'])
    expect(codes(await readText('từ,nghĩa,Vietnamese\n1,2,3\n'))).toEqual([
      'duplicate-column 1 Vietnamese',
    ])
    expect(codes(await readText('a,b,c\n1,2,3\n'))).toEqual(['missing-column 1'])
    const mapped = await readText('từ,nghĩa,Vietnamese\na,2,3\n', { 'gloss.vi': 'nghĩa' })
    expect(said(mapped)).toEqual(['a = 2'])
    expect(mapped.lexicon!.residue.map(({ value }) => value.raw)).toEqual(['3'])
  })

  test('refuses a row of a variety or a licence that nobody knows, unless told to keep the column', async () => {
    const text = 'từ,nghĩa,phương ngữ,giấy phép\na,b,Golar,CC-BY-4.0\nb,a,x,\nc,a,,y\n'
    const result = await readText(text)
    expect(codes(result)).toEqual(['unknown-variety 3 phương ngữ', 'without-licence 4 giấy phép'])
    expect(
      result.lexicon!.forms.map(({ value }) => [value.text, value.variety, value.licence]),
    ).toEqual([['a', 'golar', 'CC-BY-4.0']])
    const kept = await readText(text, { residue: 'phương ngữ; giấy phép' })
    expect(said(kept)).toEqual(['a = b', 'b = a', 'c = a'])
    expect(kept.problems).toEqual([])
    expect(kept.lexicon!.residue).toHaveLength(4)
  })

  test('a column with other marks is another column', async () => {
    const { lexicon } = await readText('tu,nghia,ảnh\na,b,c\n')
    expect(lexicon!.senses[0]!.value).toMatchObject({ glossVi: ['b'], glossEn: [] })
    expect(lexicon!.residue[0]!.value).toMatchObject({ position: 'ảnh', raw: 'c' })
  })

  test('keeps a code that nobody knows, and leaves foreign ids and numbers alone', async () => {
    const { lexicon, problems } = await readText(
      'ID,Từ,Từ loại,Nghĩa\n007,inh,đt,=1+1\n1-2,et,Động từ,uống\n',
    )
    expect(lexicon!.entries.map(({ value }) => value.foreignId)).toEqual(['007', '1-2'])
    expect(lexicon!.senses.map(({ value }) => [value.partOfSpeech, value.glossVi])).toEqual([
      [undefined, ['=1+1']],
      ['v', ['uống']],
    ])
    expect(lexicon!.residue[0]!.value).toMatchObject({ position: 'Từ loại', raw: 'đt' })
    expect(problems.map(({ code }) => code)).toEqual(['value-not-understood'])
  })
})

describe('editing a file of ours', () => {
  test('a changed headword changes its form, whichever row is first', async () => {
    const text = (await writeText(BASE)).split(',inh,').join(',b,')
    const { lexicon } = await readText(text)
    const entry = lexicon!.entries.find(({ value }) => value.id === 'bn-00001')!.value
    const form = lexicon!.forms.find(({ value }) => value.id === entry.headwordForm)!.value
    expect([entry.headword, form.text]).toEqual(['b', 'b'])
  })

  test('rows in any order are the same dictionary', async () => {
    const [header, ...rows] = (await writeText(twoSenses())).trimEnd().split('\r\n')
    const { lexicon, problems } = await readText([header, ...rows.reverse()].join('\r\n'))
    expect(problems).toEqual([])
    expect(contentValues(lexicon!)).toEqual(contentValues(twoSenses()))
  })

  test('a new row without ids joins by its id, or is a new entry', async () => {
    const text = 'id,headword,gloss.vi,sense.id\nbn-1,et,uống,bn-s1\nbn-1,,lễ,\n,inh,tôi,\n'
    const { lexicon } = await readText(text)
    expect(lexicon!.senses.map(({ value }) => [value.entry, value.id])).toEqual([
      ['bn-1', 'bn-s1'],
      ['bn-1', 'new-1-s1'],
      ['new-2', 'new-2-s1'],
    ])
  })

  test('refuses an entry whole: one id over two headwords, a choice that is none, no form', async () => {
    const text =
      'id,headword,gloss.vi,form.text,form.note,review-state\nbn-1,et,uống,,,\nbn-1,inh,tôi,,,\nbn-2,a,b,,,good\nbn-3,b,b,,c,\nbn-4,c,d,,,\n'
    const result = await readText(text)
    expect(codes(result)).toEqual([
      'duplicate-id 3 id',
      'not-a-choice 4 review-state',
      'missing-value 5 form.text',
    ])
    expect(result.refused!.map(({ at }) => at.row)).toEqual([2, 3, 4, 5])
    expect(said(result)).toEqual(['c = d'])
  })

  test('formulas are written so that no spreadsheet runs them', async () => {
    const { lexicon } = await readText("từ\tnghĩa\n=cmd\t'@x\n")
    expect(await writeText(lexicon!)).toMatch(/^new-1,'=cmd,.*,'@x,/m)
    expect(said(await again(lexicon!))).toEqual(['=cmd = @x'])
  })
})

/** The first entry of the specimen with a second sense. */
const twoSenses = (): Lexicon => {
  const [sense] = BASE.senses
  const second = { ...sense!, value: { ...sense!.value, id: 'bn-s00002' as never } }
  return { ...BASE, senses: [sense!, second, ...BASE.senses.slice(1)] }
}

describe('refused rows', () => {
  test('come in the file of their own, with the reasons, and can be corrected there', async () => {
    const text = 'Từ;Nghĩa;a;b\net;uống;;=1\net;uống;;\n;lễ;"x\ny"\n'
    const files = new Map([['list.csv', new TextEncoder().encode(text)]])
    const { refused } = await wideCsv.read!(files, context())
    const written = await wideCsv.writeRefused!(files, refused!, explainVi)
    const refusedText = new TextDecoder().decode(written.get('list.csv'))
    expect(refusedText).toMatch(
      /^Từ;Nghĩa;a;b;Lý do không nhận\r\net;uống;;;"list\.csv:3 .*\r\n;lễ;"x\ny";;"list\.csv:4.*\r\n$/s,
    )
    const corrected = await readText(refusedText.replace('\r\n;lễ', '\r\ninh;lễ'))
    expect(said(corrected)).toEqual(['et = uống', 'inh = lễ'])
    expect(corrected.lexicon!.residue.map(({ value }) => value.position)).toEqual(['a'])
  })

  test('of a list without a header are read as such again', async () => {
    const files = new Map([['list.csv', new TextEncoder().encode(',tôi\net,uống\net,uống\n')]])
    const { refused } = await wideCsv.read!(files, context())
    const written = await wideCsv.writeRefused!(files, refused!, explainVi)
    const text = new TextDecoder().decode(written.get('list.csv'))
    expect(said(await readText(text.replace('\n,tôi', '\ninh,tôi')))).toEqual([
      'inh = tôi',
      'et = uống',
    ])
  })
})

describe('bad input', { timeout: 60_000 }, () => {
  test.each([
    ['empty', ''],
    ['empty', '\uFEFF \r\n'],
    ['nul', 'từ,nghĩa\na,\0\n'],
    ['quotes', 'từ,nghĩa\na,"b\nc,d\n'],
    ['quotes', 'từ,nghĩa\na,"b"c\n'],
    ['too-large', `từ,nghĩa\na,${'b'.repeat(10_000_000)}\n`],
    ['too-large', `từ,nghĩa\na,"${'b'.repeat(10_000_000)}`],
    ['too-large', `từ${',x'.repeat(200)}\n`],
    ['too-large', `từ,nghĩa\n${'a,b\n'.repeat(250_000)}`],
  ])('is refused: %s', async (reason, text) => {
    const { lexicon, problems } = await readText(text)
    expect(lexicon).toBeUndefined()
    expect(problems).toMatchObject([{ code: 'unreadable-file', reason }])
  })

  test('says which row is one too many, and stops there', async () => {
    const begin = performance.now()
    const { problems } = await readText(`từ,nghĩa\n"a\nb",c\n${'d,e\n'.repeat(1_000_000)}`)
    expect(performance.now() - begin).toBeLessThan(5000)
    expect(problems).toMatchObject([
      { reason: 'too-large', detail: '> 250000 rows', at: { line: 250_002 } },
    ])
  })

  test('names the line on which a quote begins', async () => {
    const { problems } = await readText('từ,nghĩa\r\n"a\r\nb",c\r\nd,"e\r\nf,g\r\nh,i\r\n')
    expect(problems[0]!.at.line).toBe(4)
  })

  test('takes quotes that enclose nothing as signs', async () => {
    expect(said(await readText('từ\tnghĩa\na\tb "c\n'))).toEqual(['a = b "c'])
  })

  test('is told of bytes that are no text, and of nothing to read', async () => {
    const bytes = new Uint8Array([0x61, 0x0a, 0xff, 0x62])
    const { problems } = await wideCsv.read!(new Map([['a.csv', bytes]]), context())
    expect(problems).toMatchObject([{ reason: 'not-utf-8', at: { line: 2 } }])
    expect((await wideCsv.read!(new Map(), context())).problems).toMatchObject([
      { code: 'missing-file' },
    ])
  })

  test('never throws', async () => {
    const original = new TextEncoder().encode(await writeText(BASE))
    const mutated = fc
      .array(fc.tuple(fc.nat(original.length - 1), fc.nat(2), fc.nat(255)), { maxLength: 8 })
      .map((changes) => {
        const bytes = [...original]
        for (const [at, kind, byte] of changes)
          bytes.splice(at, kind === 2 ? 0 : 1, ...(kind === 1 ? [] : [byte]))
        return new Uint8Array(bytes)
      })
    const cut = fc.nat(original.length).map((length) => original.slice(0, length))
    const lines = fc
      .array(fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }), { maxLength: 6 })
      .map((rows) => new TextEncoder().encode(rows.map((row) => row.join('')).join('\n')))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), mutated, cut, lines), async (bytes) => {
        const files = new Map([['list.csv', bytes]])
        const { lexicon, refused } = await wideCsv.read!(files, context())
        await wideCsv.writeRefused!(files, refused ?? [], explainVi)
        if (lexicon !== undefined) await wideCsv.write!(lexicon, {})
      }),
      { numRuns: 600 },
    )
  })

  test('what is read from any table comes back the same', async () => {
    const lines = fc
      .array(fc.array(fc.constantFrom(...SIGNS), { maxLength: 20 }), { maxLength: 6 })
      .map((rows) => ['từ,nghĩa,Kon Tum,x,y', ...rows.map((row) => row.join(''))].join('\n'))
    await fc.assert(
      fc.asyncProperty(lines, async (text) => {
        const { lexicon } = await readText(text)
        if (lexicon === undefined) return
        const second = await again(lexicon)
        expect(contentValues(second.lexicon!)).toEqual(contentValues(lexicon))
      }),
      { numRuns: 300 },
    )
  })
})

const SIGNS = [
  ',',
  ',',
  ',',
  ';',
  '"',
  '\r',
  '\n',
  ' ',
  "'",
  '=',
  '-',
  'a',
  'b',
  'id',
  'từ',
  'nghĩa',
  'Kon Tum',
]

describe.skipIf(!existsSync(SHARED))('real lists (RONG_SHARED)', { timeout: 60_000 }, () => {
  const real = (path: string): Uint8Array => readFileSync(join(SHARED, 'sources', path))
  const read = (path: string, format: Format, mapping = {}) =>
    format.read!(new Map([[path, real(path)]]), context(mapping))

  test('bavi.csv', async () => {
    const result = await read('bartbahnar/bavi.csv', wideCsv)
    // 36,167 differ to the letter; 35,731 once marks are in one order and spaces around a cell are none of it.
    expect(result.lexicon!.senses.length).toBe(35_731)
    expect(result.refused!.length).toBe(36_168 - 35_731)
    expect(new Set(result.problems.map(({ code }) => code))).toEqual(new Set(['duplicate-entry']))
    const second = await again(result.lexicon!)
    expect(contentValues(second.lexicon!)).toEqual(contentValues(result.lexicon!))
  })

  test.each([
    ['channumerals/numerals.tsv', { transcription: 'ipa', notation: 'ipa-chan' }],
    ['seed-candidates.tsv', { transcription: 'ipa', notation: 'ipa-sidwell' }],
    ['negative/invented-words.tsv', { residue: 'dialect' }],
    ['bartbahnar/sentences.tsv', {}],
  ])('%s', async (path, mapping) => {
    const { lexicon, problems } = await read(path, wideTsv, mapping)
    if (lexicon === undefined) throw new Error(problems.map(explainVi).join('\n'))
    expect(lexicon.entries.length).toBeGreaterThan(0)
    const second = await again(lexicon)
    expect(contentValues(second.lexicon!)).toEqual(contentValues(lexicon))
  })
})
