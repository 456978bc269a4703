import type { VarietyId } from '../../lexicon/ids'
import type { Problem } from '../../lexicon/problem'
import type { ReadContext } from '../format'
import type { DatasetRow, DatasetTable } from './dataset'
import { findVariety } from './find-variety'

export interface Languages {
  /** The variety of ours that a language id of the dataset is; counts those that are none. */
  readonly varietyOf: (id: string) => VarietyId | undefined
  /** One for all languages that are not ours, with how many forms each has. */
  readonly problems: (formFile: string) => readonly Problem[]
}

/** How many languages are named of those that are not ours. */
const MOST_NAMED = 12

/** Without a LanguageTable an id may be a name or a Glottocode itself. */
export const createLanguages = (
  table: DatasetTable | undefined,
  { settings, mapping, attribution }: ReadContext,
): Languages => {
  const varieties = settings.varieties.map(({ value }) => value)
  const rowById = new Map<string, DatasetRow>()
  for (const row of table?.rows ?? []) {
    const id = row.get('id')
    if (id !== undefined && !rowById.has(id)) rowById.set(id, row)
  }
  const found = new Map<string, VarietyId | undefined>()
  const formsByForeign = new Map<string, number>()
  return {
    varietyOf: (id) => {
      if (!found.has(id)) {
        const row = rowById.get(id)
        const name = row?.get('name')
        const language = {
          id,
          names: name === undefined ? [] : [name],
          glottocode: row === undefined ? id : row.get('glottocode'),
          iso639: row === undefined ? id : row.get('iso639P3code'),
        }
        found.set(id, findVariety(language, varieties, mapping, attribution.variety))
      }
      const variety = found.get(id)
      if (variety === undefined) formsByForeign.set(id, (formsByForeign.get(id) ?? 0) + 1)
      return variety
    },
    problems: (formFile) => {
      if (formsByForeign.size === 0) return []
      const foreign = [...formsByForeign]
      const named = foreign.slice(0, MOST_NAMED).map(([id, forms]) => `${id} × ${forms}`)
      const total = foreign.reduce((sum, [, forms]) => sum + forms, 0)
      const rest = foreign.length > MOST_NAMED ? ', …' : ''
      return [
        {
          code: 'unknown-variety',
          severity: 'warning',
          at: table?.header.place() ?? { file: formFile, line: 1, row: 1 },
          given: `${named.join(', ')}${rest} (Σ ${foreign.length}: ${total})`,
          known: varieties.map((variety) => variety.id),
        },
      ]
    },
  }
}
