import {
  type Change,
  type ChangeLine,
  type ChangeLineFault,
  type ChangeSet,
  type ChangeSetSpeaker,
  isMediaPath,
} from '../formats/change-set'
import type { Entry } from '../lexicon/entry'
import type { Form } from '../lexicon/form'
import type { Licence, VarietyId } from '../lexicon/ids'
import type { Lexicon } from '../lexicon/lexicon'
import { err, ok, type Result } from '../lexicon/result'
import { plainLine } from '../text/plain-line'
import type { NewClip } from './add-clips'
import { isBirthYear } from './recording-cells'
import { isDate, type Verdict, type VerdictFault } from './review-list'

/** Why a line of a change set is not taken; it stays with whoever imports, in a file of its own. */
export type ChangeFault =
  | { readonly kind: 'unreadable'; readonly fault: ChangeLineFault }
  /** A change that the format knows and this version does not make. */
  | { readonly kind: 'not-taken-yet'; readonly op: Change['op']; readonly table: string }
  | { readonly kind: 'missing'; readonly field: string }
  | { readonly kind: 'bad-date' | 'bad-birth-year'; readonly given: string }
  | {
      readonly kind: 'unknown-entry' | 'retired-entry' | 'unknown-form' | 'retired-form'
      readonly given: string
      /** Of what is retired, where there is one. */
      readonly successor?: string
    }
  | { readonly kind: 'form-of-another'; readonly given: string; readonly entry: string }
  | {
      readonly kind: 'unknown-variety' | 'unknown-licence'
      readonly given: string
      readonly known: readonly string[]
    }
  | { readonly kind: 'unknown-speaker'; readonly given: string }
  /** It names somebody else than who agreed. */
  | { readonly kind: 'other-speaker'; readonly given: string; readonly agreed: string }
  /** The terms are not those that the speaker agreed to. */
  | { readonly kind: 'not-agreed'; readonly given: string; readonly agreed: string }
  /** The recording, or that of the consent, is not there or not whole. */
  | { readonly kind: 'recording-damaged'; readonly path: string }
  /** What mastering said stands in its own problems. */
  | { readonly kind: 'not-mastered'; readonly path: string }
  | { readonly kind: 'recording-of-another'; readonly media: string; readonly entry: string }
  /** The verdict is about a recording that this id does not stand for, or not any more. */
  | { readonly kind: 'other-recording'; readonly subject: string }
  | { readonly kind: 'verdict'; readonly fault: VerdictFault; readonly detail: string }

/** A recording that is to be taken in once it is mastered. */
export interface PlannedClip {
  readonly line: number
  /** In the archive. */
  readonly path: string
  readonly clip: Omit<NewClip, 'source' | 'sha256'>
}

export interface PlannedChanges {
  readonly clips: readonly PlannedClip[]
  readonly verdicts: readonly (Verdict & { readonly heard?: string })[]
  readonly refused: ReadonlyMap<number, ChangeFault>
}

/**
 * Sorts the lines of a change set by what can be done with each.
 * @param file its name, for places
 * @param hashOf SHA-256, hex, of a recording of the archive
 * @param consentOf what a speaker agreed to, in words for the table
 */
export const planChanges = (
  lexicon: Lexicon,
  set: ChangeSet,
  file: string,
  hashOf: (path: string) => string | undefined,
  consentOf: (speaker: ChangeSetSpeaker) => string,
): PlannedChanges => {
  const facts = factsOf(lexicon)
  const clips: PlannedClip[] = []
  const verdicts: (Verdict & { readonly heard?: string })[] = []
  const refused = new Map<number, ChangeFault>()
  for (const line of set.lines) {
    const sorted = sortLine(line)
    if (sorted.kind === 'refused') refused.set(line.line, sorted.fault)
    if (sorted.kind === 'review') verdicts.push(verdictOf(sorted.change, file, line.line))
    if (sorted.kind !== 'clip') continue
    const clip = clipOf(sorted.change, facts, set, hashOf, consentOf)
    if (clip.ok) clips.push({ line: line.line, ...clip.value })
    else refused.set(line.line, clip.error)
  }
  return { clips, verdicts, refused }
}

type Added = Extract<Change, { readonly op: 'add' }>

const sortLine = ({
  change,
  fault,
}: ChangeLine):
  | { readonly kind: 'clip' | 'review'; readonly change: Added }
  | { readonly kind: 'refused'; readonly fault: ChangeFault } => {
  if (change === undefined) {
    const unreadable = { kind: 'unreadable', fault: fault ?? { kind: 'not-json' } } as const
    return { kind: 'refused', fault: unreadable }
  }
  const { op, table } = change
  if (op === 'add' && table === 'media' && change.record.kind !== 'picture')
    return { kind: 'clip', change }
  if (op === 'add' && table === 'reviews') return { kind: 'review', change }
  return { kind: 'refused', fault: { kind: 'not-taken-yet', op, table } }
}

interface Facts {
  readonly entries: ReadonlyMap<string, Entry>
  readonly forms: ReadonlyMap<string, Form>
  /** Id → successor, empty where there is none. */
  readonly retired: ReadonlyMap<string, string>
  readonly varieties: readonly VarietyId[]
  readonly licences: readonly Licence[]
}

const factsOf = ({ entries, forms, retired, varieties, shared }: Lexicon): Facts => ({
  entries: new Map(entries.map(({ value }) => [value.id, value])),
  forms: new Map(forms.map(({ value }) => [value.id, value])),
  retired: new Map(retired.map(({ value }) => [value.id, value.successor ?? ''])),
  varieties: varieties.map(({ value }) => value.id),
  licences: shared.licences.flatMap(({ value }) => (value.publish === 'yes' ? value.id : [])),
})

const clipOf = (
  { record, at, speaker: speakerId = '' }: Added,
  facts: Facts,
  { speakers, media }: ChangeSet,
  hashOf: (path: string) => string | undefined,
  consentOf: (speaker: ChangeSetSpeaker) => string,
): Result<Omit<PlannedClip, 'line'>, ChangeFault> => {
  const said = (field: string): string => plainLine(String(record[field] ?? ''))
  const speaker = speakers.get(speakerId)
  const path = said('path')
  const missing = ['entry', 'path'].find((field) => said(field) === '')
  if (missing !== undefined) return err({ kind: 'missing', field: missing })
  // Without a consent nothing is taken.
  if (speaker === undefined) return err({ kind: 'unknown-speaker', given: speakerId })
  const { consent } = speaker
  const name = plainLine(speaker.name)
  if (said('speaker') !== '' && said('speaker') !== name)
    return err({ kind: 'other-speaker', given: said('speaker'), agreed: name })
  const damaged = [path, consent.media].find(
    (file) => file !== undefined && !(isMediaPath(file) && media.has(file)),
  )
  if (damaged !== undefined) return err({ kind: 'recording-damaged', path: damaged })
  const hash = hashOf(path)
  if (hash === undefined || (said('sha256') !== '' && said('sha256') !== hash))
    return err({ kind: 'recording-damaged', path })
  const fault = placeFault(said('entry'), said('form'), facts)
  if (fault !== undefined) return err(fault)
  const variety = said('variety') || speaker.variety
  const licence = said('licence') || consent.licence
  const date = said('date') || at.slice(0, 10)
  if (licence !== consent.licence)
    return err({ kind: 'not-agreed', given: licence, agreed: consent.licence })
  const knownVariety = facts.varieties.find((id) => id === variety)
  const knownLicence = facts.licences.find((id) => id === licence)
  if (knownVariety === undefined)
    return err({ kind: 'unknown-variety', given: variety, known: facts.varieties })
  if (knownLicence === undefined)
    return err({ kind: 'unknown-licence', given: licence, known: facts.licences })
  if (!isDate(date)) return err({ kind: 'bad-date', given: date })
  const form = facts.forms.get(said('form'))
  const birthYear = record.speakerBirthYear ?? speaker.birthYear
  if (birthYear !== undefined && !isBirthYear(String(birthYear)))
    return err({ kind: 'bad-birth-year', given: String(birthYear) })
  return ok({
    path,
    clip: {
      entry: facts.entries.get(said('entry'))!.id,
      ...(form && { form: form.id }),
      variety: knownVariety,
      speaker: name,
      ...(typeof birthYear === 'number' && { speakerBirthYear: birthYear }),
      place: said('place') || plainLine(speaker.place),
      date,
      consent: consentOf(speaker),
      licence: knownLicence,
      // Whatever the file says: nobody of the editors has heard it.
      reviewState: 'draft',
      ...(said('note') !== '' && { note: said('note') }),
      original: path.slice(path.lastIndexOf('/') + 1),
      originalSha256: hash,
    },
  })
}

/** What is wrong with the entry or the form that was spoken. */
const placeFault = (entry: string, form: string, facts: Facts): ChangeFault | undefined => {
  const { entries, forms, retired } = facts
  const faultOf = (id: string, what: 'entry' | 'form'): ChangeFault => {
    const successor = retired.get(id)
    if (successor === undefined) return { kind: `unknown-${what}`, given: id }
    return { kind: `retired-${what}`, given: id, ...(successor !== '' && { successor }) }
  }
  if (!entries.has(entry)) return faultOf(entry, 'entry')
  if (form === '') return undefined
  const spoken = forms.get(form)
  if (spoken === undefined) return faultOf(form, 'form')
  return spoken.entry === entry
    ? undefined
    : { kind: 'form-of-another', given: form, entry: spoken.entry }
}

const verdictOf = (
  { record, heard }: Added,
  file: string,
  line: number,
): Verdict & { readonly heard?: string } => {
  const said = (field: string): string => plainLine(String(record[field] ?? ''))
  return {
    subject: said('subject'),
    verdict: said('verdict'),
    reviewer: said('reviewer'),
    date: said('date'),
    reason: said('reason'),
    at: { file, line, row: line },
    ...(heard !== undefined && { heard }),
  }
}
