import type { Licence, SourceId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import type { Source } from '../../src/lexicon/source'
import { publishedLexicon, shareAlikeForms } from '../../src/pack/published-lexicon'

/** What a release has of one source. */
interface Use {
  readonly source: Source
  /** Records by language and licence: `Ba Na: 389`. */
  readonly counts: {
    readonly language: string
    readonly licence: Licence
    readonly records: number
  }[]
}

/** A file a source, under LICENCES/: what it is, under what licence, the line that credits it. */
export const licenceFiles = (lexicons: readonly Lexicon[]): ReadonlyMap<string, string> => {
  const uses = new Map<SourceId, Use>()
  for (const lexicon of lexicons) addUses(uses, lexicon)
  const licences = new Map(
    lexicons.flatMap(({ shared }) => shared.licences.map(({ value }) => [value.id, value])),
  )
  return new Map(
    [...uses.values()].map(({ source, counts }) => {
      const ids = new Set([source.licence, ...counts.map(({ licence }) => licence)])
      const lines = [
        `${source.title}`,
        `${source.authors} (${source.year})`,
        ...[source.published, source.url].flatMap((text) => text ?? []),
        '',
        ...[...ids].flatMap((id) => {
          const licence = licences.get(id)
          return licence === undefined
            ? [`Giấy phép · Licence: ${id}`]
            : [
                `Giấy phép · Licence: ${id}`,
                `  ${licence.nameVi}`,
                `  ${licence.nameEn}`,
                `  ${licence.url}`,
              ]
        }),
        '',
        'Dòng ghi công, hiện ở nơi hiện dữ liệu · Credit line, to be shown with the data:',
        `  ${source.attribution}`,
        '',
        ...(counts.length === 0
          ? ['Không bản ghi nào lấy thẳng từ nguồn này · No record is taken from it directly']
          : [
              'Số bản ghi (dạng, nghĩa, ví dụ, âm thanh) · Records (forms, senses, examples, media):',
              ...counts.map(
                ({ language, licence, records }) => `  ${language}: ${records} (${licence})`,
              ),
            ]),
        ...(source.note === undefined ? [] : ['', source.note]),
        '',
      ]
      return [`LICENCES/${source.id}.txt`, lines.join('\n')]
    }),
  )
}

const addUses = (uses: Map<SourceId, Use>, lexicon: Lexicon): void => {
  const published = publishedLexicon(lexicon)
  const apart = shareAlikeForms(lexicon)
  const records = new Map<string, number>()
  const keyOf = (source: string, licence: string): string => `${source} ${licence}`
  for (const rows of [
    published.forms,
    apart,
    published.senses,
    published.examples,
    published.media,
  ])
    for (const { value } of rows) {
      const key = keyOf(value.source, value.licence)
      records.set(key, (records.get(key) ?? 0) + 1)
    }
  const cited = new Set<string>([...apart].map(({ value }) => value.source))
  const credited = new Set<string>(published.sources.map(({ value }) => value.id))
  const licences = lexicon.shared.licences.map(({ value }) => value.id)
  for (const { value: source } of lexicon.sources) {
    if (!cited.has(source.id) && !credited.has(source.id)) continue
    const use = uses.get(source.id) ?? { source, counts: [] }
    uses.set(source.id, use)
    for (const licence of licences) {
      const count = records.get(keyOf(source.id, licence))
      if (count !== undefined)
        use.counts.push({ language: lexicon.language.nameVi, licence, records: count })
    }
  }
}
