import { REVIEW_STATES, type ReviewState } from '../../src/lexicon/review'
import { bar } from './bars'
import { type Figures, type StateCounts, settledOf, totalOf } from './figures'
import { barTable, both, escapeHtml, number, swatch } from './markup'

const STATES: Readonly<Record<ReviewState, readonly [vi: string, en: string]>> = {
  reviewed: ['người nói đã xác nhận', 'confirmed by a speaker'],
  attested: ['theo nguồn đã công bố', 'attested by a published source'],
  draft: ['nháp, chưa kiểm chứng', 'draft'],
  rejected: ['bị bác bỏ', 'rejected'],
}

const ORDER: readonly ReviewState[] = ['reviewed', 'attested', 'draft', 'rejected']

/** For each language a bar of all its entries, then one a variety: entries that have a form of it. */
export const statesSection = (languages: readonly Figures[]): string => {
  const most = Math.max(1, ...languages.map(({ entries }) => totalOf(entries)))
  return `<ul class="legend">
${ORDER.map((state) => `<li>${swatch(state)}${both(...STATES[state])}</li>`).join('\n')}
</ul>
${languages.map((language) => languageStates(language, most)).join('\n')}
<p>${both('Ở mỗi vùng, nhóm: số mục từ có dạng của nơi đó.', 'By variety: entries that have a form of it.')}</p>`
}

const languageStates = (
  { nameVi, nameEn, entries, varieties }: Figures,
  most: number,
): string => `<h3>${both(nameVi, nameEn)}</h3>
${barTable([
  { head: `<strong>${both('tất cả', 'all')}</strong>`, ...stateBar(entries, most) },
  ...varieties
    .filter(({ entries }) => totalOf(entries) > 0)
    .map(({ nameVi, nameEn, isCompareOnly, entries }) => ({
      head: `${both(nameVi, nameEn)}${isCompareOnly ? ` ${escapeHtml('(chỉ để so sánh)')}` : ''}`,
      ...stateBar(entries, most),
    })),
])}`

const stateBar = (counts: StateCounts, most: number) => ({
  chart: bar(
    ORDER.map((state) => ({ value: counts[state], kind: state })),
    most,
  ),
  figure: figureOf(counts),
})

/** `403`, and what is not confirmed: `403 +549 nháp`. */
const figureOf = (counts: StateCounts): string => {
  const others = REVIEW_STATES.filter((state) => state === 'draft' || state === 'rejected')
    .filter((state) => counts[state] > 0)
    .map((state) => ` +${number(counts[state])} ${state === 'draft' ? 'nháp' : 'bác bỏ'}`)
  return `${number(settledOf(counts))}${others.join('')}`
}
