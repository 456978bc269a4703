import type { EntryId, LanguageCode, VarietyId } from '../../lexicon/ids'
import type { Dictionary } from '../../pack/dictionary'
import type { ListRow } from '../../pack/sections'
import type { RecordingPlan, Speaker, Take } from '../../store/recording-store'
import type { Store } from '../../store/store'
import { alphabetOf, shownRows } from '../browse'
import { rowById } from '../entry-index'
import type { PlanSelection, Subject } from './recorder'

/** What is known of who has recorded what on this device. */
export interface MadeHere {
  readonly takes: readonly Take[]
  readonly speakers: readonly Speaker[]
}

/** Entries of a selection in the order they would be recorded. */
export const chooseEntries = async (
  language: LanguageCode,
  dictionary: Dictionary,
  selection: PlanSelection,
  { favourites }: Pick<Store, 'favourites'>,
  made: MadeHere,
): Promise<readonly EntryId[]> => {
  switch (selection.kind) {
    case 'topic': {
      const groups = await dictionary.groups()
      if (!groups.ok) return []
      const rows = (groups.value.byTopic[selection.topic] ?? []).flatMap(
        (number) => dictionary.listRow(number) ?? [],
      )
      return rows.filter(({ shown }) => shown === 'default').map(({ id }) => id)
    }
    case 'favourites': {
      const kept = await favourites.list()
      const ids = kept.ok ? kept.value : []
      return ids
        .filter((favourite) => favourite.language === language)
        .flatMap(({ entry }) => rowById(dictionary, entry)?.id ?? [])
    }
    case 'without-audio':
      return withoutAudio(language, dictionary, selection.variety, made)
  }
}

/** Entries read between two moments in which the page can answer the user. */
const AT_ONCE = 100

const withoutAudio = async (
  language: LanguageCode,
  dictionary: Dictionary,
  variety: VarietyId,
  { takes, speakers }: MadeHere,
): Promise<readonly EntryId[]> => {
  const ofVariety = new Set(
    speakers.filter((speaker) => speaker.variety === variety).map(({ id }) => id),
  )
  const recorded = new Set<EntryId>(
    takes
      .filter(({ state, speaker }) => state === 'kept' && ofVariety.has(speaker))
      .flatMap(({ entry }) => entry ?? []),
  )
  // By number: entries are read block by block.
  for (const [i, row] of shownRows(dictionary).entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0))
    if (!recorded.has(row.id) && (await hasAudio(dictionary, row, variety))) recorded.add(row.id)
  }
  return alphabetOf(language, dictionary)
    .flatMap(({ lines }) => lines.map(({ row }) => row.id))
    .filter((id) => !recorded.has(id))
}

/** Recordings that wait for review count: nobody need make them again. */
const hasAudio = async (
  dictionary: Dictionary,
  { number }: ListRow,
  variety: VarietyId,
): Promise<boolean> => {
  const full = await dictionary.entry(number, { drafts: true })
  const media = full.ok ? (full.value?.media ?? []) : []
  return media.some(
    (one) => one.kind === 'audio' && one.variety === variety && one.reviewState !== 'rejected',
  )
}

/** What is to be spoken at the session's present place; none: the dictionary has no such entry any more. */
export const subjectOf = async (
  plan: RecordingPlan,
  dictionary: Dictionary,
): Promise<Subject | undefined> => {
  const { language, speaker } = plan
  const row = rowById(dictionary, plan.entries[plan.position] ?? '')
  if (row === undefined) return undefined
  const full = await dictionary.entry(row.number, { drafts: true })
  const form = full.ok ? full.value?.entry.headwordForm : undefined
  const subject = {
    kind: 'headword',
    language,
    speaker,
    entry: row.id,
    text: row.headword,
  } as const
  return form === undefined ? subject : { ...subject, form }
}

/** The session at another place. */
export const movedTo = (plan: RecordingPlan, position: number): RecordingPlan => ({
  ...plan,
  position: Math.max(0, Math.min(plan.entries.length, position)),
})

/** The session after its present entry was recorded, though it had been passed over before. */
export const kept = (plan: RecordingPlan): RecordingPlan => ({
  ...movedTo(plan, plan.position + 1),
  skipped: plan.skipped.filter((entry) => entry !== plan.entries[plan.position]),
})

/** The session after its present entry was passed over. */
export const skipped = (plan: RecordingPlan): RecordingPlan => {
  const entry = plan.entries[plan.position]
  const known = entry === undefined || plan.skipped.includes(entry)
  return {
    ...movedTo(plan, plan.position + 1),
    skipped: known ? plan.skipped : [...plan.skipped, entry],
  }
}
