import { type ConceptId, EDITOR } from '../../lexicon/ids'
import type { Problem } from '../../lexicon/problem'
import type { Sense } from '../../lexicon/sense'
import type { ReadContext } from '../format'
import type { DatasetRow, DatasetTable } from './dataset'

/** What a row of the ParameterTable says of a sense. */
export interface Meaning {
  readonly sense: Pick<Sense, 'glossVi' | 'glossEn'> &
    Partial<Pick<Sense, 'glossViSource' | 'sourceGloss' | 'concept'>>
  /** A Concepticon id that our table of concepts lacks. */
  readonly unknownConcept: string | undefined
}

export interface Concepts {
  /** What a parameter means; none where there is no such parameter. */
  readonly meaningOf: (parameter: string) => Meaning | undefined
}

/**
 * The concepts of a list. Glosses are those of the columns that the mapping names (`gloss.en`,
 * `gloss.vi`), else the English gloss is the parameter's name; never parted. Where the list has no
 * Vietnamese gloss and the concept is in our shared table, the editors' label of it there is taken, and said
 * to be the editors': a gloss of the whole concept, of which a sense may be a part. Without a
 * ParameterTable a parameter is known by its id alone.
 */
export const createConcepts = (
  table: DatasetTable | undefined,
  { settings, mapping }: ReadContext,
  problems: Problem[],
): Concepts => {
  const labelById = new Map<string, string>(
    settings.shared.concepts.map(({ value }) => [value.id, value.labelVi]),
  )
  const columnFor = (field: string, property?: string): string | undefined => {
    const told = mapping.get(field)
    if (told === undefined || table === undefined)
      return property === undefined ? undefined : table?.columnOf(property)?.name
    if (table.header.cells.includes(told)) return told
    problems.push({
      code: 'unknown-column',
      severity: 'error',
      at: table.header.place(),
      given: told,
      known: table.header.cells,
    })
    return undefined
  }
  const english = columnFor('gloss.en', 'name')
  const vietnamese = columnFor('gloss.vi')
  const rowById = new Map<string, DatasetRow>()
  for (const row of table?.rows ?? []) {
    const id = row.get('id')
    if (id !== undefined && !rowById.has(id)) rowById.set(id, row)
  }
  const meanings = new Map<string, Meaning>()

  const read = (row: DatasetRow): Meaning => {
    const glossEn = english === undefined ? undefined : row.cell(english)
    const glossVi = vietnamese === undefined ? undefined : row.cell(vietnamese)
    const concepticon = row.get('concepticonReference')
    const label = concepticon === undefined ? undefined : labelById.get(concepticon)
    if (concepticon !== undefined && label === undefined)
      problems.push({
        code: 'value-not-understood',
        severity: 'warning',
        at: row.place(table?.columnOf('concepticonReference')?.name),
        given: concepticon,
        field: 'Concept_ID',
      })
    const editorial = glossVi === undefined && label !== undefined
    const sourceGloss = glossEn ?? glossVi
    return {
      sense: {
        glossVi: glossVi !== undefined ? [glossVi] : label !== undefined ? [label] : [],
        ...(editorial && { glossViSource: EDITOR }),
        glossEn: glossEn === undefined ? [] : [glossEn],
        ...(sourceGloss !== undefined && { sourceGloss }),
        // It is an id of the table.
        ...(label !== undefined && { concept: concepticon as ConceptId }),
      },
      unknownConcept: label === undefined ? concepticon : undefined,
    }
  }
  return {
    meaningOf: (parameter) => {
      if (table === undefined)
        return {
          sense: { glossVi: [], glossEn: [], sourceGloss: parameter },
          unknownConcept: undefined,
        }
      const row = rowById.get(parameter)
      if (row === undefined) return undefined
      const known = meanings.get(parameter) ?? read(row)
      meanings.set(parameter, known)
      return known
    },
  }
}
