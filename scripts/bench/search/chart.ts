import { summaryOf } from './summary'
import type { Measured } from './tables'

interface Panel {
  readonly title: string
  readonly note: string
  readonly values: readonly (number | undefined)[]
  readonly write: (value: number) => string
}

const WIDTH = 760
const LABELS = 238
const BAR = 16
const ROW = 22
const TITLE = 40
const RIGHT = 64

/** Bars of what matters on one corpus, an engine a row: a picture that needs nothing to be drawn with. */
export const chart = ({ corpus, results }: Measured): string => {
  const summaries = results.map((result) => summaryOf(result, corpus))
  const entries = corpus.entries.length
  const panels: Panel[] = [
    {
      title: 'Quality: MRR@10 over all classes',
      note: 'longer is better',
      values: summaries.map((summary) => summary?.mrr),
      write: (value) => value.toFixed(3),
    },
    {
      title: 'Hard classes: right answer among the first five, %',
      note: 'longer is better',
      values: summaries.map((summary) => summary?.byGroup.get('hard')?.successAt5),
      write: (value) => (value * 100).toFixed(1),
    },
    {
      title: 'Index: bytes per entry, gzip',
      note: 'shorter is better',
      values: results.map(({ built }) => built && built.gzip / entries),
      write: (value) => value.toFixed(1),
    },
    {
      title: 'Slowest class: p95, ms',
      note: 'shorter is better',
      values: summaries.map((summary) => summary?.p95),
      write: (value) => value.toFixed(value < 10 ? 1 : 0),
    },
  ]
  const height = panels.length * (TITLE + results.length * ROW) + 16
  const name = `Search engines on ${entries.toLocaleString('en')} entries`
  let top = 8
  const drawn = panels.map((panel) => {
    const group = drawPanel(
      panel,
      results.map(({ label }) => label),
      top,
    )
    top += TITLE + results.length * ROW
    return group
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="name">
<title id="name">${name}</title>
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600 }
.note { fill: #59636e }
rect { fill: #a3adb8 }
.ours { fill: #b3402a }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.note { fill: #9198a1 }
rect { fill: #59636e }
.ours { fill: #e0715c }
}
</style>
${drawn.join('\n')}
</svg>
`
}

const drawPanel = (panel: Panel, labels: readonly string[], top: number): string => {
  const most = Math.max(...panel.values.map((value) => value ?? 0), Number.MIN_VALUE)
  const rows = labels.map((label, i) => {
    const y = top + TITLE - 8 + i * ROW
    const value = panel.values[i]
    const width = value === undefined ? 0 : Math.max(1, (value / most) * (WIDTH - LABELS - RIGHT))
    const text = value === undefined ? 'not run' : panel.write(value)
    const own = label.startsWith('Rông') ? ' class="ours"' : ''
    return `<text x="${LABELS - 8}" y="${y + 13}" text-anchor="end">${escaped(label)}</text>
<rect${own} x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${BAR}"/>
<text x="${(LABELS + width + 6).toFixed(1)}" y="${y + 13}">${text}</text>`
  })
  return `<text class="title" x="8" y="${top + 18}">${escaped(panel.title)}<tspan class="note" dx="8" font-weight="400">${panel.note}</tspan></text>
${rows.join('\n')}`
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
