import type { Residue } from '../../lexicon/retired'
import { DEPTH_POSITION, ELEMENT_POSITION, PART_POSITION } from './records'

/** Residue that tells how to write a record, rather than what to put back into it. */
export const isShape = ({ position }: Residue): boolean =>
  position === ELEMENT_POSITION || position === DEPTH_POSITION || position === PART_POSITION

/** Looks up how a record stood in the file. */
export const shapesIn = (
  residue: readonly Residue[],
): ((id: string, position: string) => string | undefined) => {
  if (residue.length === 0) return () => undefined
  const shapes = new Map<string, string>()
  for (const row of residue)
    if (isShape(row) && row.format === 'lift') shapes.set(`${row.owner} ${row.position}`, row.raw)
  return (id, position) => shapes.get(`${id} ${position}`)
}
