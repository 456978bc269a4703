import { RELATION_FIELDS, type Relation } from '../lexicon/relation'
import type { Check } from './check'

/** Kinds that hold both ways: what is a synonym of a word has that word as its synonym. */
const MUTUAL: readonly Relation['kind'][] = ['synonym', 'antonym']

export const relationNotMutual: Check = {
  code: 'relation-not-mutual',
  *run({ relations }) {
    const ties = new Set(relations.map(({ value }) => tie(value.kind, value.from, value.to)))
    for (const { value, place } of relations) {
      const { kind, from, to } = value
      if (!MUTUAL.includes(kind) || ties.has(tie(kind, to, from))) continue
      const at = place(RELATION_FIELDS.to.column)
      yield { code: 'relation-not-mutual', severity: 'warning', at, given: to, kind }
    }
  },
}

const tie = (kind: string, from: string, to: string): string => `${kind} ${from} ${to}`
