/** Vietnamese, and the same in English in a smaller hand. */
export const both = (vi: string, en: string): string =>
  `${escapeHtml(vi)} <span class="en" lang="en">${escapeHtml(en)}</span>`

/** `1.234` */
export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.')

/** The colour of a kind of stretch, for a legend. */
export const swatch = (kind: string): string =>
  `<svg viewBox="0 0 1 1" aria-hidden="true"><rect class="${kind}" width="1" height="1"/></svg>`

/** A row a bar, with its figure. */
export const barTable = (
  rows: readonly { readonly head: string; readonly chart: string; readonly figure: string }[],
): string => `<table class="bars">
<tbody>
${rows
  .map(
    ({ head, chart, figure }) =>
      `<tr><th scope="row">${head}</th><td class="chart">${chart}</td><td class="number">${figure}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>`

/** Texts of the tables are never markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
