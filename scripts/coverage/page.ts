import type { Code, Concept } from '../../src/lexicon/concept'
import { bar } from './bars'
import type { Changes } from './changes'
import type { Figures } from './figures'
import type { Gap } from './gaps'
import { changesSection, duplicatesSection, gapsSection, unknownWordsSection } from './lists'
import { barTable, both, escapeHtml, number, swatch } from './markup'
import { statesSection } from './states'
import { COVERAGE_STYLE } from './style'

/** Everything the coverage page tells. */
export interface CoveragePage {
  readonly languages: readonly Figures[]
  readonly domains: readonly (Code<string> & { readonly concepts: readonly Concept[] })[]
  readonly topics: readonly Code<string>[]
  readonly gaps: readonly Gap[]
  /** What changed since an earlier release, by language; none: there was no release. */
  readonly changes:
    | { readonly since: string; readonly byLanguage: ReadonlyMap<string, Changes> }
    | undefined
  /** Address of the app from the page, up to its `#`. */
  readonly app: string
}

/** A page of HTML that needs nothing else: Vietnamese first, English second, charts as inline SVG. */
export const coverageHtml = (page: CoveragePage): string => {
  const sections = [
    section('tong-quan', 'Tổng quan', 'Overview', overview(page)),
    section('tinh-trang', 'Tình trạng mục từ', 'Entries by state', statesSection(page.languages)),
    section(
      'chu-viet',
      'Chữ viết hay chỉ có phiên âm',
      'Spelling or transcription only',
      spellings(page),
    ),
    section('vi-du', 'Ví dụ và âm thanh', 'Examples and audio', examples(page)),
    section('truong-nghia', 'Trường nghĩa', 'Semantic domains', domains(page)),
    section('chu-de', 'Chủ đề của chương trình', 'School topics', topics(page)),
    section(
      'con-thieu',
      'Khái niệm chỉ thiếu ở một tiếng',
      'Concepts one language lacks',
      gapsSection(page),
    ),
    section('trung', 'Mục từ có thể trùng', 'Suspected duplicates', duplicatesSection(page)),
    section(
      'tu-la',
      'Từ trong ví dụ chưa có mục',
      'Words of examples without an entry',
      unknownWordsSection(page),
    ),
    section('thay-doi', 'Thay đổi từ bản trước', 'Since the last release', changesSection(page)),
  ]
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rông: từ điển đã có gì, còn thiếu gì</title>
<style>${COVERAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Từ điển đã có gì, còn thiếu gì <span class="en" lang="en">Coverage</span></h1>
<p>${page.languages.map(({ nameVi, release }) => `${escapeHtml(nameVi)} ${escapeHtml(release)}`).join(' · ')}</p>
<nav><ul>${sections.map(({ id, vi }) => `<li><a href="#${id}">${vi}</a></li>`).join('')}</ul></nav>
</header>
<main>
${sections.map(({ html }) => html).join('\n')}
</main>
</body>
</html>
`
}

const section = (id: string, vi: string, en: string, content: string) => ({
  id,
  vi,
  html: `<section id="${id}">\n<h2>${both(vi, en)}</h2>\n${content}\n</section>`,
})

/** A row a figure, a column a language. */
const matrix = (
  { languages }: CoveragePage,
  corner: string,
  rows: readonly { readonly head: string; readonly cells: readonly string[] }[],
): string => `<table class="matrix">
<thead><tr><th scope="col">${corner}</th>${languages
  .map(({ nameVi }) => `<th scope="col">${escapeHtml(nameVi)}</th>`)
  .join('')}</tr></thead>
<tbody>
${rows
  .map(
    ({ head, cells }) =>
      `<tr><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  )
  .join('\n')}
</tbody>
</table>`

const overview = (page: CoveragePage): string => {
  const row = (vi: string, en: string, of: (figures: Figures) => string) => ({
    head: both(vi, en),
    cells: page.languages.map(of),
  })
  return `<p>Mục từ “hiện” là mục có dạng và nghĩa đã công bố hoặc đã được xác nhận, và không chỉ ghi ở nơi khác. <span class="en" lang="en">Shown: confirmed form and sense, not only recorded elsewhere.</span></p>
${matrix(page, '', [
  row('mục từ hiện', 'entries shown', ({ shown }) => number(shown.length)),
  row('mục từ nháp', 'entries still drafts', ({ entries }) => number(entries.draft)),
  row('mục từ bị bác bỏ', 'rejected', ({ entries }) => number(entries.rejected)),
  row('người nói đã xác nhận', 'confirmed by a speaker', ({ entries }) => number(entries.reviewed)),
  row('nghĩa', 'senses', ({ senses }) => number(senses)),
  row('khái niệm', 'concepts', ({ concepts }) => number(concepts.size)),
  row('có chữ viết', 'with a spelling', ({ spelt }) => number(spelt)),
  row('có ví dụ', 'with an example', ({ withExample }) => number(withExample)),
  row('có âm thanh', 'with audio', ({ withAudio }) => number(withAudio)),
])}`
}

const spellings = ({ languages }: CoveragePage): string => `<ul class="legend">
<li>${swatch('spelt')}${both('có chữ viết', 'with a spelling')}</li>
<li>${swatch('spoken')}${both('chỉ có phiên âm', 'transcription only')}</li>
</ul>
${barTable(
  languages.map(({ nameVi, nameEn, spelt, shown }) => ({
    head: both(nameVi, nameEn),
    chart: bar(
      [
        { value: spelt, kind: 'spelt' },
        { value: shown.length - spelt, kind: 'spoken' },
      ],
      shown.length,
    ),
    figure: `${number(spelt)} / ${number(shown.length)}`,
  })),
)}`

const examples = ({ languages }: CoveragePage): string =>
  barTable(
    languages.flatMap(({ nameVi, nameEn, shown, withExample, withAudio }) => [
      {
        head: both(`${nameVi}: ví dụ`, `${nameEn}: examples`),
        chart: bar([{ value: withExample, kind: 'full' }], shown.length),
        figure: `${number(withExample)} / ${number(shown.length)}`,
      },
      {
        head: both(`${nameVi}: âm thanh`, `${nameEn}: audio`),
        chart: bar([{ value: withAudio, kind: 'full' }], shown.length),
        figure: `${number(withAudio)} / ${number(shown.length)}`,
      },
    ]),
  )

const domains = (
  page: CoveragePage,
): string => `<p>Số khái niệm đã có trên số khái niệm của trường nghĩa trong danh sách chung. <span class="en" lang="en">Concepts with an entry, of those in the shared list.</span></p>
${matrix(
  page,
  both('trường nghĩa', 'domain'),
  page.domains
    .filter(({ concepts }) => concepts.length > 0)
    .map(({ nameVi, nameEn, concepts }) => ({
      head: both(nameVi, nameEn),
      cells: page.languages.map((language) => {
        const have = concepts.filter(({ id }) => language.concepts.has(id)).length
        return `${number(have)}/${number(concepts.length)}${bar([{ value: have, kind: 'full' }], concepts.length)}`
      }),
    })),
)}
${domainsWithoutConcepts(page)}`

const domainsWithoutConcepts = ({ domains }: CoveragePage): string => {
  const empty = domains.filter(({ concepts }) => concepts.length === 0)
  return empty.length === 0
    ? ''
    : `<p>${both('Chưa có khái niệm nào', 'No concept yet')}: ${empty.map(({ nameVi }) => escapeHtml(nameVi)).join(', ')}.</p>`
}

const topics = (page: CoveragePage): string => {
  const most = Math.max(1, ...page.languages.flatMap(({ topics }) => [...topics.values()]))
  const counts = page.languages.map(
    ({ nameVi, topics }) => `${escapeHtml(nameVi)} ${topics.size}/${page.topics.length}`,
  )
  return `<p>Số mục từ hiện của mỗi chủ đề. <span class="en" lang="en">Entries shown, by topic.</span> ${both('Chủ đề đã có từ', 'Topics with entries')}: ${counts.join(' · ')}.</p>
${matrix(
  page,
  both('chủ đề', 'topic'),
  page.topics.map(({ id, nameVi, nameEn }) => ({
    head: both(nameVi, nameEn),
    cells: page.languages.map(({ topics }) => {
      const count = topics.get(id) ?? 0
      return `${number(count)}${bar([{ value: count, kind: 'full' }], most)}`
    }),
  })),
)}`
}
