import { editionOf } from '../../src/formats/edition/edition'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Source } from '../../src/lexicon/source'
import { publishedLexicon, shareAlikeForms } from '../../src/pack/published-lexicon'

/** The Citation File Format 1.2.0, which archives and reference managers read; the newest release dates it. */
export const citationOf = (lexicons: readonly Lexicon[]): string => {
  const editions = lexicons.map((lexicon) => editionOf(lexicon))
  const releases = lexicons.map(({ language }) => language.release).sort(compareReleases)
  const dates = editions.map(({ date }) => date).sort()
  const names = lexicons.map(({ language }) => language.nameVi)
  return `${[
    'cff-version: 1.2.0',
    'message: Please cite this dictionary and the sources of what you use of it.',
    'type: dataset',
    `title: ${quoted(`Rông: ${names.join(', ')}`)}`,
    'authors:',
    '  - name: Rông',
    `version: ${quoted(releases[releases.length - 1] ?? '')}`,
    `date-released: ${quoted(dates[dates.length - 1] ?? '')}`,
    `abstract: ${quoted(
      `Electronic dictionaries with Vietnamese: ${lexicons.map(({ language }) => language.nameEn).join(', ')}. Each source has its own licence: see the folder LICENCES.`,
    )}`,
    'keywords:',
    ...lexicons.flatMap(({ language }) =>
      [language.nameEn, `ISO 639-3 ${language.iso639}`, `Glottolog ${language.glottocode}`].map(
        (keyword) => `  - ${quoted(keyword)}`,
      ),
    ),
    'references:',
    ...sourcesOf(lexicons).flatMap(referenceLines),
  ].join('\n')}\n`
}

/** Each once, whichever dictionaries have it. */
const sourcesOf = (lexicons: readonly Lexicon[]): readonly Source[] => {
  const sources = new Map<string, Source>()
  for (const lexicon of lexicons) {
    const credited = new Set<string>(publishedLexicon(lexicon).sources.map(({ value }) => value.id))
    for (const { value } of shareAlikeForms(lexicon)) credited.add(value.source)
    for (const { value } of lexicon.sources)
      if (credited.has(value.id) && !sources.has(value.id)) sources.set(value.id, value)
  }
  return [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const referenceLines = ({
  title,
  authors,
  year,
  url,
  published,
  licence,
  attribution,
}: Source): readonly string[] => [
  '  - type: generic',
  `    title: ${quoted(title)}`,
  '    authors:',
  ...namesIn(authors).map((name) => `      - name: ${quoted(name)}`),
  ...(/^\d{4}$/.test(year) ? [`    year: ${year}`] : []),
  ...(url === undefined ? [] : [`    url: ${quoted(url)}`]),
  `    notes: ${quoted([...(published === undefined ? [] : [published]), licence, attribution].join('. '))}`,
]

/** The format has no place for two authors of one name: then they stand together. */
const namesIn = (authors: string): readonly string[] => {
  const names = authors.split('; ')
  return new Set(names).size === names.length ? names : [authors]
}

/** `2026.9.1` before `2026.11.0`. */
const compareReleases = (a: string, b: string): number => {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** JSON strings are YAML. */
const quoted = (text: string): string => JSON.stringify(text)
