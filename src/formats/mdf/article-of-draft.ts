import type { Article } from './article'
import { type Draft, settleIds } from './draft'
import type { Line } from './lines'
import type { References } from './references'

/**
 * The entry that lines gave, with its ids in every reference and the targets of its relations looked
 * up. A relation to nothing that is known is no relation: its line becomes residue of what states it.
 */
export const articleOf = (
  draft: Draft,
  references: References,
  unresolved: (line: Line) => void = () => undefined,
): Article => {
  settleIds(draft)
  const lost = new Set<object>()
  for (const { relation, from, text, mark } of draft.references) {
    relation.from = from.id
    const given = relation.to
    const isNamed = given !== '' && (references.nameOf(given) ?? given) === text
    const target = isNamed ? given : (references.idOf(text) ?? given)
    if (target !== '') relation.to = target
    else {
      lost.add(relation)
      mark.owner = from
      mark.slot = undefined
      unresolved(mark.line)
    }
  }
  if (lost.size > 0) {
    draft.relations = draft.relations.filter((relation) => !lost.has(relation))
    for (const sense of draft.senses)
      sense.relations = sense.relations.filter((relation) => !lost.has(relation))
  }
  return draft
}
