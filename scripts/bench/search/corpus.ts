import type { OrthographyTables } from '../../../src/text/orthography'

/** Entries that every engine is given, and queries whose answers are known. As JSON, it goes to the workers. */
export interface Corpus {
  /** `2k` … `1m`, or the language of a pack. */
  readonly name: string
  readonly entries: readonly CorpusEntry[]
  readonly sets: readonly QuerySet[]
  /** Texts to be typed letter by letter. */
  readonly typed: readonly { readonly text: string; readonly field: Field }[]
  /** The one table of letters and edit costs that Rông searches this corpus with. */
  readonly writing: OrthographyTables
}

export interface CorpusEntry {
  /** The headword first. */
  readonly forms: readonly { readonly text: string; readonly kind: 'spelling' | 'transcription' }[]
  readonly glossesVi: readonly string[]
  readonly glossesEn: readonly string[]
  readonly classifierVi?: string
}

/** Where a query is to be looked for: the direction that engines are told. */
export type Field = 'headword' | 'gloss'

export const GROUPS = ['easy', 'prefix', 'keyboard', 'hard', 'golden'] as const
export type Group = (typeof GROUPS)[number]

export interface QuerySet {
  readonly name: string
  readonly group: Group
  readonly field: Field
  readonly queries: readonly Query[]
  /** Queries at the end that are asked unmeasured, to warm up. */
  readonly warmUp: number
}

export interface Query {
  readonly text: string
  /** Places in `entries`, any of which is as right as another. */
  readonly answers: readonly number[]
}
