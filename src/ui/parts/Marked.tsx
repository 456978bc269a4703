import type { Hit } from '../../search/hit'

interface MarkedProps {
  readonly text: string
  readonly ranges: Hit['ranges']
}

/** A text with what answers the query marked. */
export function Marked({ text, ranges }: MarkedProps) {
  const pieces = []
  let from = 0
  for (const [start, end] of ranges) {
    pieces.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  )
}
