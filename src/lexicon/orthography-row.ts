import type { FieldsOf } from './field'
import type { Notation } from './ids'
import { CONFIDENCES, type Confidence } from './variety'

/** One grapheme of the language: a letter as its writers count it (`ng`, `ơ̆`). */
export interface GraphemeRow {
  readonly grapheme: string
  readonly upper: string
  /**
   * Place in the alphabet, from 1; 0: in none, a sign of the letter bar (`'`, `-`). Graphemes of one
   * order are equal letters (`ƀ` and `'b`).
   */
  readonly order: number
  /** `letter` of the alphabet · `auxiliary` in loans or one practice · `marked` a letter with a tone or register mark, sorted with its letter. */
  readonly role: 'letter' | 'auxiliary' | 'marked'
  /** Place on the special-letter bar, from 1; none: not on it. */
  readonly barRank?: number
  readonly source: string
  readonly confidence: Confidence
  readonly note?: string
}

export const GRAPHEME_FIELDS = {
  grapheme: { column: 'Grapheme', kind: 'text', required: true },
  upper: { column: 'Upper', kind: 'text', required: true },
  order: { column: 'Order', kind: 'number', required: true },
  role: {
    column: 'Role',
    kind: 'choice',
    required: true,
    choices: ['letter', 'auxiliary', 'marked'],
  },
  barRank: { column: 'Bar_Rank', kind: 'number' },
  source: { column: 'Source', kind: 'text', required: true },
  confidence: { column: 'Confidence', kind: 'choice', required: true, choices: CONFIDENCES },
  note: { column: 'Note', kind: 'text' },
} as const satisfies FieldsOf<GraphemeRow>

/**
 * Two spellings of one sound, or two signs people type for one letter. `V` and `C` stand for any
 * vowel and any consonant; a combining mark after `V` stands for the mark alone.
 */
export interface EquivalenceRow {
  readonly id: string
  readonly a: string
  /** Empty: `a` may be left out. */
  readonly b?: string
  /** 0 the same … 1 unrelated. */
  readonly cost: number
  readonly kind: 'spelling' | 'regional' | 'look-alike' | 'keyboard' | 'transcription'
  /** Of a `transcription` row: the notation `a` belongs to; none: all. */
  readonly notation?: Notation
  /** Where it holds, in the source's words. */
  readonly context?: string
  readonly evidence?: string
  readonly source: string
  readonly confidence: Confidence
}

export const EQUIVALENCE_FIELDS = {
  id: { column: 'ID', kind: 'id', required: true },
  a: { column: 'A', kind: 'text', required: true },
  b: { column: 'B', kind: 'text' },
  cost: { column: 'Cost', kind: 'number', required: true },
  kind: {
    column: 'Kind',
    kind: 'choice',
    required: true,
    choices: ['spelling', 'regional', 'look-alike', 'keyboard', 'transcription'],
  },
  notation: { column: 'Notation', kind: 'reference', of: 'notation' },
  context: { column: 'Context', kind: 'text' },
  evidence: { column: 'Evidence', kind: 'text' },
  source: { column: 'Source', kind: 'text', required: true },
  confidence: { column: 'Confidence', kind: 'choice', required: true, choices: CONFIDENCES },
} as const satisfies FieldsOf<EquivalenceRow>
