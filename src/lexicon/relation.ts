import type { FieldsOf } from './field'
import type { RelationId, SourceId } from './ids'

export const RELATION_KINDS = ['synonym', 'antonym', 'compound-of', 'derived-from', 'see'] as const

/** A tie between two entries or senses, as a source or an editor states it. */
export interface Relation {
  readonly id: RelationId
  readonly kind: (typeof RELATION_KINDS)[number]
  /** Ids of entries or senses. */
  readonly from: string
  readonly to: string
  readonly source: SourceId
  readonly note?: string
}

export const RELATION_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  kind: { column: 'Kind', kind: 'choice', required: true, choices: RELATION_KINDS },
  from: { column: 'From_ID', kind: 'reference', of: 'entry-or-sense', required: true },
  to: { column: 'To_ID', kind: 'reference', of: 'entry-or-sense', required: true },
  source: { column: 'Source', kind: 'reference', of: 'source', required: true },
  note: { column: 'Note', kind: 'text' },
} as const satisfies FieldsOf<Relation>
