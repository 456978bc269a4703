import { writeWav } from '../../audio/wav'
import {
  CHANGE_SET_EXTENSION,
  type Change,
  type ChangeSetSpeaker,
  type ChangeValue,
} from '../../formats/change-set'
import { createChangeSetWriter } from '../../formats/change-set/write'
import type { LanguageCode } from '../../lexicon/ids'
import { ok, type Result } from '../../lexicon/result'
import type { ClipVerdict, Speaker, Take } from '../../store/recording-store'
import type { StoreError } from '../../store/store-error'
import { decompose } from '../../text/normalise'
import type { Platform } from '../platform'
import { APP_VERSION } from '../version'

export interface ChangesContent {
  readonly language: LanguageCode
  /** Recordings of headwords, oldest first. */
  readonly takes: readonly Take[]
  /** Takes on which speakers agree; those of other speakers are left out. */
  readonly consents: readonly Take[]
  readonly speakers: readonly Speaker[]
  readonly verdicts: readonly ClipVerdict[]
}

export interface WriteChangesOptions {
  readonly content: ChangesContent
  readonly base: { readonly release: string; readonly head: string } | undefined
  /** From 1, where there are several files. */
  readonly part: number | undefined
  /** Milliseconds since 1970. */
  readonly at: number
  readonly samples: (take: string) => Promise<Result<Int16Array | undefined, StoreError>>
  readonly platform: Platform
  readonly hash: (bytes: Uint8Array) => Promise<Uint8Array>
  /** A recording of a headword was written. */
  readonly onTake: () => void
}

/** Writes a change set and offers it to be kept; gives its name. At no time are two recordings in memory. */
export const writeChanges = async (
  options: WriteChangesOptions,
): Promise<Result<string, StoreError>> => {
  const { content, base, part, at, samples, platform, hash, onTake } = options
  const { language, takes, consents, verdicts } = content
  const speakers = new Map(content.speakers.map((speaker) => [speaker.id, speaker]))
  const name = fileName(content, speakers, at, part)
  const file = platform.beginFile(name, TYPE)
  const writer = createChangeSetWriter({
    origin: { app: APP_VERSION, language, ...(base && { base }), madeAt: instant(at) },
    hash,
    put: (bytes) => file.add(bytes),
  })
  /** Path and hash; none: it was thrown away meanwhile. */
  const add = async ({ id, rate }: Take) => {
    const read = await samples(id)
    if (!read.ok || read.value === undefined) return read.ok ? ok(undefined) : read
    const path = `media/${id}.wav`
    const sha256 = await writer.addMedia(path, 'audio/wav', writeWav(read.value, rate))
    return ok({ path, sha256 })
  }
  const told: ChangeSetSpeaker[] = []
  for (const id of new Set(takes.map(({ speaker }) => speaker))) {
    const speaker = speakers.get(id)
    if (speaker === undefined) continue
    const consent = consents.find((take) => take.id === speaker.consent.take)
    const written = consent ? await add(consent) : ok(undefined)
    if (!written.ok) return written
    told.push(speakerLine(speaker, written.value?.path))
  }
  const changes: Change[] = []
  for (const take of takes) {
    const written = await add(take)
    if (!written.ok) return written
    if (written.value !== undefined)
      changes.push(mediaLine(take, speakers.get(take.speaker), written.value))
    onTake()
  }
  await writer.finish(told, [...changes, ...verdicts.map(verdictLine)])
  file.save()
  return ok(name)
}

const TYPE = 'application/zip'

const speakerLine = (
  { id, name, variety, place, birthYear, consent }: Speaker,
  media: string | undefined,
): ChangeSetSpeaker => ({
  id,
  name,
  variety,
  place,
  ...(birthYear !== undefined && { birthYear }),
  consent: {
    text: consent.text,
    licence: consent.licence,
    at: instant(consent.at),
    ...(media !== undefined && { media }),
  },
})

/** A take whose speaker is nowhere is told as it is: the editors refuse it and give it back. */
const mediaLine = (
  take: Take,
  speaker: Speaker | undefined,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
): Change => ({
  op: 'add',
  table: 'media',
  record: {
    id: `new-${take.id}`,
    ...said({
      entry: take.entry,
      form: take.form,
      kind: 'audio',
      path,
      sha256,
      variety: speaker?.variety,
      speaker: speaker?.name,
      speakerBirthYear: speaker?.birthYear,
      place: speaker?.place,
      date: localDay(take.at),
      licence: speaker?.consent.licence,
      reviewState: 'draft',
    }),
  },
  at: instant(take.at),
  by: speaker?.name || '?',
  speaker: take.speaker,
})

const verdictLine = ({ media, clip, verdict, reviewer, reason, at }: ClipVerdict): Change => ({
  op: 'add',
  table: 'reviews',
  record: {
    id: `new-${media}`,
    subject: media,
    verdict,
    reviewer,
    date: localDay(at),
    ...said({ reason }),
  },
  at: instant(at),
  by: reviewer,
  heard: clip,
})

/** Without what is not said. */
const said = (
  fields: Readonly<Record<string, ChangeValue | undefined>>,
): Readonly<Record<string, ChangeValue>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  )

const instant = (at: number): string => new Date(at).toISOString()

/** The day on the wall, as 2026-11-22. */
const localDay = (at: number): string => {
  const date = new Date(at)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** `rong-ba-na-2026-11-22-ab.rong-changes`, after those who speak, or else those who judged. */
const fileName = (
  { language, takes, verdicts }: ChangesContent,
  speakers: ReadonlyMap<string, Speaker>,
  at: number,
  part: number | undefined,
): string => {
  const spoken = takes.map(({ speaker }) => speakers.get(speaker)?.name ?? '')
  const people = spoken.length > 0 ? spoken : verdicts.map(({ reviewer }) => reviewer)
  const initials = [...new Set(people.map(initialsOf))].filter((text) => text !== '')
  const name = ['rong', language, localDay(at), ...initials.slice(0, 3)].join('-')
  return `${name}${part === undefined ? '' : `-${part}`}.${CHANGE_SET_EXTENSION}`
}

/** In letters that every system writes into a file name. */
const initialsOf = (name: string): string =>
  name
    .split(/[\s.]+/)
    .map((word) => /[A-Za-z0-9]/.exec(decompose(word.replace(/[Đđ]/g, 'D')))?.[0] ?? '')
    .join('')
