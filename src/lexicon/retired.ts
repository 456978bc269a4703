import type { FieldsOf } from './field'

/** An id that is no longer used, and what to show instead. Routes, favourites and compile follow it. */
export interface Retired {
  readonly id: string
  /** Of an entry: the pack number it had, which is never given out again. */
  readonly number?: number
  /** None: withdrawn without a successor. */
  readonly successor?: string
  readonly date: string
  readonly reason: string
}

export const RETIRED_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  number: { column: 'Number', kind: 'number' },
  successor: { column: 'Successor_ID', kind: 'text' },
  date: { column: 'Date', kind: 'text', required: true },
  reason: { column: 'Reason', kind: 'text', required: true },
} as const satisfies FieldsOf<Retired>

/** What a foreign format said that no field of ours holds, kept to be written back. */
export interface Residue {
  /** Id of the entry, form, sense … it belongs to; empty: the whole file. */
  readonly owner?: string
  readonly format: string
  /** Where in the owner, so that it can be put back. */
  readonly position: string
  readonly raw: string
}

export const RESIDUE_FIELDS = {
  owner: { column: 'Owner', kind: 'text' },
  format: { column: 'Format', kind: 'text', required: true },
  position: { column: 'Position', kind: 'text', required: true },
  raw: { column: 'Raw', kind: 'text', required: true },
} as const satisfies FieldsOf<Residue>
