import { rowOf } from '../../src/formats/content'
import type { Attribution } from '../../src/formats/format'
import { EDITOR, type Licence, type SourceId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { err, ok, type Result } from '../../src/lexicon/result'
import type { Source } from '../../src/lexicon/source'
import { bilingual, notAmong, type Told } from '../told'
import type { ImportCommand } from './options'

/** What holds for records that do not say, and the dictionary that knows it. */
export interface Attributed {
  readonly attribution: Attribution
  readonly ours: Lexicon
  /** Sources that the command describes and sources.bib lacks. */
  readonly added: readonly Source[]
}

/** What a command line says of where records come from. */
export type Origin = Pick<
  ImportCommand,
  'source' | 'newSource' | 'licence' | 'variety' | 'reviewState' | 'notation'
>

/** Checks what the command line says of the records' origin against the tables; a sentence says what is not there. */
export const attribute = (
  { source, newSource, licence, variety, reviewState, notation }: Origin,
  ours: Lexicon,
): Result<Attributed, Told> => {
  const licences = ours.shared.licences.map(({ value }) => value.id)
  const known = ours.sources.find(({ value }) => value.id === source)?.value
  const sourceIds = [EDITOR, ...ours.sources.map(({ value }) => value.id)]
  if (source !== undefined && newSource === undefined && !sourceIds.some((id) => id === source))
    return err(
      bilingual(
        `--source ${source}: không có trong sources.bib. Hãy dùng một trong: ${sourceIds.join(', ')}; hoặc mô tả nguồn: --source-title "…" --licence MÃ.`,
        `--source ${source}: not in sources.bib. Use one of ${sourceIds.join(', ')}, or describe it: --source-title "…" --licence ID.`,
      ),
    )
  if (newSource !== undefined && known !== undefined)
    return err(
      bilingual(
        `--source ${source}: đã có trong sources.bib với tên "${known.title}". Hãy bỏ --source-title, hoặc dùng mã khác.`,
        `--source ${source}: already in sources.bib as "${known.title}". Leave --source-title out, or give another key.`,
      ),
    )
  if (newSource !== undefined && !/^[A-Za-z0-9_-]+$/.test(source ?? ''))
    return err(
      bilingual(
        `--source ${source}: chỉ dùng chữ cái không dấu, chữ số, dấu - và dấu _.`,
        `--source ${source}: use only letters without marks, digits, - and _.`,
      ),
    )
  const wanted = licence ?? known?.licence ?? defaultLicence(ours)
  const chosenLicence = licences.find((id) => id === wanted)
  if (chosenLicence === undefined)
    return err(notAmong(`--licence ${wanted}`, 'shared/licences.csv', licences))
  const varieties = [...ours.varieties].sort((a, b) => a.value.rank - b.value.rank)
  const chosenVariety = varieties.find(({ value }) => variety === undefined || value.id === variety)
  if (chosenVariety === undefined)
    return err(
      notAmong(
        `--variety ${variety}`,
        'varieties.csv',
        varieties.map(({ value }) => value.id),
      ),
    )
  const notations = ours.shared.notations.map(({ value }) => value.id as string)
  if (notation !== undefined && !notations.includes(notation))
    return err(notAmong(`--notation ${notation}`, 'shared/notations.csv', notations))
  const added =
    newSource === undefined ? [] : [describe(source as SourceId, newSource, chosenLicence)]
  return ok({
    attribution: {
      variety: chosenVariety.value.id,
      source: (source ?? EDITOR) as SourceId,
      licence: chosenLicence,
      reviewState,
    },
    ours: { ...ours, sources: [...ours.sources, ...added.map((value) => rowOf(value))] },
    added,
  })
}

/** Of what the editors write themselves. */
const defaultLicence = ({ shared: { licences } }: Lexicon): string => {
  const open = licences
    .filter(({ value }) => value.publish === 'yes')
    .map(({ value }) => value.id as string)
  return open.includes('CC-BY-4.0') ? 'CC-BY-4.0' : (open[0] ?? '')
}

const describe = (
  id: SourceId,
  {
    title,
    authors,
    year,
  }: { readonly title: string; readonly authors: string; readonly year: string },
  licence: Licence,
): Source => ({ id, title, authors, year, licence, attribution: `${title}, ${licence}` })
