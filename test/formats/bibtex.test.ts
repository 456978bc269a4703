import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBibtex, writeBibtex } from '../../src/formats/bibtex'
import type { Licence, SourceId } from '../../src/lexicon/ids'
import type { Source } from '../../src/lexicon/source'

const TEXT = `@article{sidwell2015,
  author = {Sidwell, Paul and Nguyễn, Văn Trọng},
  title = {Austroasiatic dataset: 2015 version},
  year = {2015},
  journal = {Mon-Khmer Studies},
  volume = {44},
  pages = {lxviii-ccclvii},
  url = {https://github.com/lexibank/a_b%20c},
  license = {CC-BY-4.0},
  attribution = {Sidwell 2015, CC-BY-4.0, modified},
  note = {The list hala1252-2 is Jeh & not Halang.}
}
`

describe('readBibtex', () => {
  test('reads names in the order they are said and where it appeared as one line', () => {
    const { sources, problems, unexplained } = readBibtex(TEXT, 'ba-na/sources.bib')
    expect([problems, unexplained]).toEqual([[], []])
    expect(sources.map(({ value }) => value)).toEqual([
      {
        id: 'sidwell2015',
        authors: 'Paul Sidwell; Văn Trọng Nguyễn',
        title: 'Austroasiatic dataset: 2015 version',
        year: '2015',
        published: 'Mon-Khmer Studies, 44, lxviii-ccclvii',
        url: 'https://github.com/lexibank/a_b%20c',
        licence: 'CC-BY-4.0',
        attribution: 'Sidwell 2015, CC-BY-4.0, modified',
        note: 'The list hala1252-2 is Jeh & not Halang.',
      },
    ])
  })

  test('says what is missing, and what nothing explains, with the line of the entry', () => {
    const text = `${TEXT}\n@misc{x,\n  title = {X},\n  author = {Y},\n  colour = {red},\n}\n`
    const { problems, unexplained } = readBibtex(text, 'b.bib')
    expect(problems.map(({ code, at }) => `${code} ${at.line} ${at.column}`)).toEqual([
      'missing-value 14 year',
      'missing-value 14 attribution',
    ])
    expect(unexplained).toEqual([
      { at: { file: 'b.bib', line: 14, row: 14, column: 'colour' }, text: 'red' },
    ])
  })

  test('refuses a file whose syntax is broken', () => {
    const { sources, problems } = readBibtex(`${TEXT}\n@misc{x, title = {X`, 'b.bib')
    expect(sources).toEqual([])
    expect(problems).toMatchObject([{ code: 'unreadable-file', reason: 'not-bibtex' }])
  })
})

test('readBibtex refuses a bare % outside addresses, where TeX would drop the rest of the line', () => {
  const text = TEXT.replace('2015 version', '50% of it')
  expect(readBibtex(text, 'b.bib').problems).toMatchObject([
    { code: 'unreadable-file', reason: 'not-bibtex', at: { column: 'title' } },
  ])
})

describe('writeBibtex', () => {
  test('is read back as the same sources', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aBđê7.,:;()[]/-_&%#~$^\'"`<>{}\\!?@|=*+'),
      minLength: 1,
      maxLength: 9,
    })
    const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const source: fc.Arbitrary<Source> = fc.record(
      {
        id: fc.stringMatching(/^[a-z]{1,6}[0-9]{4}$/).map((id) => id as SourceId),
        authors: fc
          .array(fc.stringMatching(/^[A-Z][a-z]{1,5}( [A-Z][a-z]{1,5})?$/), {
            minLength: 1,
            maxLength: 3,
          })
          .map((names) => names.join('; ')),
        title: line,
        year: fc.constantFrom('2015', '1968'),
        published: line,
        url: fc.webUrl().map((url) => url.replace(/[$]/g, '%24')),
        licence: fc.constantFrom('CC-BY-4.0' as Licence),
        attribution: line,
        note: line,
      },
      { requiredKeys: ['id', 'authors', 'title', 'year', 'licence', 'attribution'] },
    )
    fc.assert(
      fc.property(fc.uniqueArray(source, { maxLength: 3, selector: ({ id }) => id }), (sources) => {
        const { problems, sources: read } = readBibtex(writeBibtex(sources), 'b.bib')
        expect(problems).toEqual([])
        expect(read.map(({ value }) => value)).toEqual(sources)
      }),
    )
  })
})
