import type { ChangeSet } from '../../src/formats/change-set'
import type { Licence, SourceId } from '../../src/lexicon/ids'
import type { Lexicon } from '../../src/lexicon/lexicon'
import { ok, type Result } from '../../src/lexicon/result'
import type { Source } from '../../src/lexicon/source'
import type { Told } from '../told'
import { attribute } from './attribution'
import type { ImportCommand } from './options'

/** Where recordings of a change set come from. */
export interface RecordingSource {
  readonly id: SourceId
  /** Its description, where sources.bib has none. */
  readonly added?: Source
}

/** Recordings that people make for the dictionary come from one source; who speaks stands on each. */
const COMMUNITY = 'recordings' as SourceId

/** What the command says, where it says something. */
export const namedSource = (
  command: ImportCommand,
  ours: Lexicon,
): Result<RecordingSource | undefined, Told> => {
  if (command.source === undefined) return ok(undefined)
  const attributed = attribute(command, ours)
  if (!attributed.ok) return attributed
  const { attribution, added } = attributed.value
  return ok({ id: attribution.source, ...(added[0] && { added: added[0] }) })
}

/** The source of recordings that came in a change set. */
export const changeSetSource = (
  ours: Lexicon,
  { manifest, speakers }: ChangeSet,
): RecordingSource => {
  const agreed = new Set([...speakers.values()].map(({ consent }) => consent.licence))
  const licence = ours.shared.licences.find(({ value }) => agreed.has(value.id))?.value.id
  return licence === undefined
    ? { id: COMMUNITY }
    : communitySource(ours, licence, manifest.madeAt.slice(0, 4))
}

/** The source of recordings that were made for the dictionary and that nobody attributes otherwise. */
export const communitySource = (
  { sources }: Lexicon,
  licence: Licence,
  year: string,
): RecordingSource =>
  sources.some(({ value }) => value.id === COMMUNITY)
    ? { id: COMMUNITY }
    : { id: COMMUNITY, added: describe(year, licence) }

const describe = (year: string, licence: Licence): Source => ({
  id: COMMUNITY,
  title: 'Bản ghi âm do người nói lập cho từ điển Rông',
  authors: 'Người nói nêu tên ở từng bản ghi âm',
  year,
  licence,
  attribution: `Người nói nêu tên ở từng bản ghi âm, ${licence}`,
  note: 'Thu cho từ điển này; lời đồng ý của từng người nói ghi ở media.csv, cột Consent.',
})
