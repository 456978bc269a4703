import type { RelationId } from '../../lexicon/ids'
import type { Relation } from '../../lexicon/relation'
import type { Residue } from '../../lexicon/retired'
import { differenceOf, rawOf, residueRow } from './difference'
import type { ReadEntry, WaitingRelation } from './read-entry'
import { defined, placeOf, readOwn, report } from './reading'
import {
  buildRelation,
  COMPLEX_FORM_TYPE,
  COMPONENT,
  complexFormTrait,
  kindOfRelation,
} from './relation-types'

/** The relations of one entry, and the residue of all it says of relations. */
export interface ResolvedRelations {
  readonly relations: readonly Relation[]
  readonly residue: readonly Residue[]
}

/** To be called when every entry is known. Ties that are none of ours, or lead nowhere, stay as they are. */
export const resolveRelations = (entry: WaitingEntry): ResolvedRelations => {
  const { reading } = entry
  const relations: Relation[] = []
  const residue: Residue[] = []
  for (const [i, waiting] of entry.waiting.entries()) {
    const { ref = '' } = waiting.element.attributes
    const to = reading.idByRef.get(ref)
    const relation = to === undefined ? undefined : relationOf(entry, waiting, to, `-r${i + 1}`)
    if (relation === undefined) {
      reportUnresolved(entry, waiting, to)
      const raw = rawOf(waiting.element)
      residue.push(residueRow(waiting.from, `relation[${waiting.nth}]`, raw))
      continue
    }
    relations.push(relation)
    const trait = complexFormTrait(waiting.element)
    if (trait !== undefined) reading.slots.set(trait, COMPLEX_FORM_TYPE)
    const made = buildRelation(relation, ref)
    residue.push(...differenceOf(waiting.element, made, reading.slots, relation.id))
  }
  return { relations, residue: [...reading.residue.splice(0), ...residue] }
}

type WaitingEntry = Pick<ReadEntry, 'reading' | 'waiting'>

const relationOf = (
  { reading }: WaitingEntry,
  { element, from }: WaitingRelation,
  to: string,
  suffix: string,
): Relation | undefined => {
  const kind = kindOfRelation(element)
  if (kind === undefined) return undefined
  const { values, id } = readOwn(reading, 'relation', element, suffix)
  const relation = {
    source: reading.attribution.source,
    ...values,
    id: id as RelationId,
    kind,
    from,
    to,
  }
  return defined(relation) as Relation
}

/** FLEx writes ties to nothing with an empty `ref`. */
const reportUnresolved = (
  { reading }: WaitingEntry,
  { element }: WaitingRelation,
  to: string | undefined,
): void => {
  const { type = '', ref = '' } = element.attributes
  if (to !== undefined) report(reading, element, 'relation', type)
  else if (ref !== '' && type !== COMPONENT)
    reading.problems.push({
      code: 'dangling-reference',
      severity: 'warning',
      at: { ...placeOf(reading, element), column: 'relation' },
      given: ref,
      target: 'entry-or-sense',
    })
}
