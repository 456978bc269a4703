import { FORM_FIELDS } from '../../lexicon/form'
import { PROVISIONAL_ID } from '../../lexicon/ids'
import { MEDIA_FIELDS } from '../../lexicon/media'
import type { Place } from '../../lexicon/problem'
import { type Block, openSense, senseOf } from './block'
import type { Line } from './lines'
import { applyOwn, type OwnLine, type RecordKind } from './own-line'

/** Puts what a line of ours says into the record it goes with. False: there is none. */
export const readOwnLine = (block: Block, line: Line, { kind, cells }: OwnLine): boolean => {
  const { draft, context } = block
  const at = (column: string): Place => context.place(line.line, column)
  if (kind === 'residue') {
    const row = { format: '', position: '', raw: '' }
    for (const problem of applyOwn('residue', row, cells, at)) context.report(problem)
    draft.kept.push({ owner: block.keptOwner, row })
    return true
  }
  if (kind === 'mapping' || kind === 'default') return false
  const record = recordFor(block, line, kind, cells)
  if (record === undefined) return false
  const { id } = record
  const usual = [...context.defaults.of(kind)].filter(
    ([column]) => !(block.phonetic && column === FORM_FIELDS.kind.column),
  )
  for (const problem of applyOwn(kind, record, [...usual, ...cells], at)) context.report(problem)
  if (PROVISIONAL_ID.test(record.id)) record.id = id
  if (cells.some(([column]) => column === FORM_FIELDS.sourceRow.column)) block.rowSaid.add(record)
  if (kind === 'entry') for (const [column] of cells) draft.said.add(column)
  block.keptOwner = record
  return true
}

/** The record that a line of ours goes on with: the last of its kind, or a new one. */
const recordFor = (
  block: Block,
  line: Line,
  kind: Exclude<RecordKind, 'residue'>,
  cells: OwnLine['cells'],
): { id: string } | undefined => {
  const { draft, make } = block
  switch (kind) {
    case 'entry':
      return draft.entry
    case 'form':
      return draft.forms[draft.forms.length - 1]
    case 'sense': {
      const current = block.open.own ? undefined : senseOf(block)
      const { sense } = current ?? openSense(block, line)
      block.open.own = true
      return sense
    }
    case 'example': {
      const examples = senseOf(block)?.examples
      return examples?.[examples.length - 1]
    }
    case 'relation': {
      let last = draft.made.length - 1
      while (last >= 0 && draft.made[last]?.kind !== 'relation') last--
      return draft.made[last]?.record
    }
    case 'media': {
      if (cells.some(([column]) => column === MEDIA_FIELDS.path.column))
        draft.media.push(make.media('audio', '', line.line))
      return draft.media[draft.media.length - 1]
    }
  }
}
