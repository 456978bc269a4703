import type { FieldsOf } from './field'
import type { LanguageCode, VarietyId } from './ids'

/** How sure a fact about a language is, as its source or the editors judge it. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** A named language or dialect counted under one of the four, by the name its source gives it. */
export interface Variety {
  readonly id: VarietyId
  readonly nameVi: string
  readonly nameEn: string
  /** The name in the sources (`BahnarKontum`, `Didra`). */
  readonly sourceNames: readonly string[]
  /** The dictionaries it is counted under: one, or two (Hà Lăng). The folder's own comes first. */
  readonly countedUnder: readonly LanguageCode[]
  readonly iso639?: string
  readonly glottocode?: string
  /** 0 = the language as a whole; then the order in which varieties are listed. */
  readonly rank: number
  /** `default`: in results and counts. `compare`: recorded elsewhere, shown on compare pages only. */
  readonly shown: 'default' | 'compare'
  /** Where it is spoken or was recorded, with the date of the place name. */
  readonly placeVi?: string
  readonly placeEn?: string
  readonly source: string
  readonly confidence: Confidence
  readonly note?: string
}

export const VARIETY_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  nameVi: { column: 'Name', kind: 'text', required: true },
  nameEn: { column: 'Name_En', kind: 'text', required: true },
  sourceNames: { column: 'Source_Names', kind: 'list' },
  countedUnder: { column: 'Counted_Under', kind: 'references', of: 'language', required: true },
  iso639: { column: 'ISO639P3code', kind: 'text' },
  glottocode: { column: 'Glottocode', kind: 'text' },
  rank: { column: 'Rank', kind: 'number', required: true },
  shown: { column: 'Shown', kind: 'choice', required: true, choices: ['default', 'compare'] },
  placeVi: { column: 'Place_Vi', kind: 'text' },
  placeEn: { column: 'Place_En', kind: 'text' },
  source: { column: 'Source', kind: 'text', required: true },
  confidence: { column: 'Confidence', kind: 'choice', required: true, choices: CONFIDENCES },
  note: { column: 'Note', kind: 'text' },
} as const satisfies FieldsOf<Variety>
