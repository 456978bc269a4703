import type { Form } from '../../lexicon/form'
import type { Licence, Notation, PracticeCode } from '../../lexicon/ids'
import type { Lexicon } from '../../lexicon/lexicon'
import { REVIEW_STATES } from '../../lexicon/review'
import type { DatasetRow } from './dataset'

/** What lists of ours say of a form in columns of their own. */
export interface OwnCells {
  readonly form: Partial<
    Pick<Form, 'kind' | 'notation' | 'practice' | 'sourceRow' | 'licence' | 'reviewState'>
  >
  readonly columns: readonly string[]
}

/** Reads them as far as their codes are those of the settings; the others are left to be residue. */
export const readOwnCells = ({ cell }: DatasetRow, settings: Lexicon): OwnCells => {
  const columns: string[] = []
  const code = <Code extends string>(column: string, known: readonly Code[]): Code | undefined => {
    const found = known.find((one) => one === cell(column))
    if (found !== undefined) columns.push(column)
    return found
  }
  const kind = code<Form['kind']>('Kind', ['spelling', 'transcription'])
  const notation = code<Notation>('Notation', settings.shared.notations.map(idOf))
  const practice = code<PracticeCode>(
    'Practice',
    settings.language.practices.map(({ id }) => id),
  )
  const licence = code<Licence>('Licence', settings.shared.licences.map(idOf))
  const reviewState = code('Review_State', REVIEW_STATES)
  const sourceRow = cell('Source_Row')
  if (sourceRow !== undefined) columns.push('Source_Row')
  return {
    form: {
      ...(kind !== undefined && { kind }),
      ...(notation !== undefined && { notation }),
      ...(practice !== undefined && { practice }),
      ...(licence !== undefined && { licence }),
      ...(reviewState !== undefined && { reviewState }),
      ...(sourceRow !== undefined && { sourceRow }),
    },
    columns,
  }
}

const idOf = <Id>({ value }: { readonly value: { readonly id: Id } }): Id => value.id
