/** Motifs of the woven band. Which one stands where is only rhythm: a motif names no language. */
export type Motif = 'lozenge' | 'teeth' | 'zigzag' | 'steps' | 'stripes'

export const MOTIFS: readonly Motif[] = ['lozenge', 'teeth', 'zigzag', 'steps']

interface BandProps {
  readonly motif?: Motif
  /** Side of one woven point in CSS pixels. */
  readonly point?: number
}

/** A narrow woven band across the whole width. Ornament only: hidden from assistive technology. */
export function Band({ motif = 'lozenge', point = 2 }: BandProps) {
  const rows = ROWS[motif]
  return (
    <svg
      class="band"
      width="100%"
      height={rows.length * point}
      shape-rendering="crispEdges"
      aria-hidden="true"
      focusable="false"
    >
      <g transform={`scale(${point})`}>{rows.map(weft)}</g>
    </svg>
  )
}

// One period of each motif, a row of points a string: c cinnabar, b bone, t turmeric.
const ROWS: Readonly<Record<Motif, readonly string[]>> = {
  lozenge: [
    'cccccccccccccccc',
    '................',
    't......cc......t',
    '......cccc......',
    '.....cc..cc.....',
    '....cc.bb.cc....',
    't..cc.bbbb.cc..t',
    '....cc.bb.cc....',
    '.....cc..cc.....',
    '......cccc......',
    't......cc......t',
    '................',
    'cccccccccccccccc',
  ],
  teeth: [
    'tttttttt',
    '........',
    'cccccccc',
    '.cccccc.',
    '..cccc..',
    '...cc...',
    'b......b',
    'bb....bb',
    'bbb..bbb',
    'bbbbbbbb',
    'bbbbbbbb',
    '........',
    'tttttttt',
  ],
  zigzag: [
    'bbbbbbbbbbbb',
    '............',
    '............',
    'c....tt....c',
    'cc..tttt..cc',
    '.cctt..ttcc.',
    '..cc....cc..',
    '.ttcc..cctt.',
    'tt..cccc..tt',
    't....cc....t',
    '............',
    '............',
    'bbbbbbbbbbbb',
  ],
  steps: [
    'cccccccccccc',
    '............',
    '............',
    '.....bb.....',
    '...bbbbbb...',
    't....bb....t',
    'tt.cccccc.tt',
    't....bb....t',
    '...bbbbbb...',
    '.....bb.....',
    '............',
    '............',
    'cccccccccccc',
  ],
  stripes: ['cccc', '....', 'tt..', '....', 'cccc'],
}

/**
 * A row as dashed lines, one per colour: the dashes repeat by themselves, so the band needs neither
 * its width nor an id that could stand twice in a page.
 */
function weft(row: string, y: number) {
  return [...new Set(row)]
    .filter((colour) => colour !== '.')
    .map((colour) => {
      const start = row.indexOf(colour)
      const dashes = runLengths(row.slice(start) + row.slice(0, start), colour)
      return (
        <path
          key={colour}
          class={colour}
          d={`M${start - row.length} ${y + 0.5}H2000`}
          stroke-dasharray={dashes.join(' ')}
        />
      )
    })
}

/** Lengths of on, off, on, off … of a colour in a row that begins with it; always an even number. */
function runLengths(row: string, colour: string): number[] {
  const lengths: number[] = []
  let from = 0
  for (let at = 1; at <= row.length; at++) {
    if (at < row.length && (row[at] === colour) === (row[from] === colour)) continue
    lengths.push(at - from)
    from = at
  }
  return lengths.length % 2 === 0 ? lengths : [...lengths, 0]
}
