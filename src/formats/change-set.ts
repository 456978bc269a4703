import type { Licence, VarietyId } from '../lexicon/ids'

/**
 * A change set: what was made on a device for the editors, as one file. It is a zip of
 *
 *     media/<name>.wav     recordings
 *     speakers.jsonl       who speaks in them and what they agreed to, a line each
 *     changes.jsonl        what is to change in the tables, a line each, in the order it was done
 *     manifest.json        what it was made on and what is in it, with hashes; last, so that it is written in one go
 *
 * docs/CHANGE-SET-FORMAT.md specifies it; change-set/read.ts and write.ts know the bytes.
 */
export const CHANGE_SET_FORMAT = 'rong-changes'
export const CHANGE_SET_VERSION = 1
export const CHANGE_SET_EXTENSION = 'rong-changes'

export const MANIFEST_FILE = 'manifest.json'
export const CHANGES_FILE = 'changes.jsonl'
export const SPEAKERS_FILE = 'speakers.jsonl'

/** Of a recording: flat, in letters that every system can write. */
export const isMediaPath = (path: string): boolean =>
  /^media\/[A-Za-z0-9_-]{1,100}\.[a-z0-9]{1,5}$/.test(path)

/** On what a change set was made, and with what. */
export interface ChangeSetOrigin {
  /** Release of the app. */
  readonly app: string
  readonly language: string
  /** The pack on the device; none: it had none then. */
  readonly base?: { readonly release: string; readonly head: string }
  /** An instant: `2026-11-22T05:00:00.000Z`. */
  readonly madeAt: string
}

export interface ChangeSetManifest extends ChangeSetOrigin {
  readonly changes: number
  readonly speakers: number
  /** Number of changes by table. */
  readonly counts: Readonly<Record<string, number>>
  /** Every file but the manifest, in the order of the archive. */
  readonly files: readonly ChangeSetFile[]
}

export interface ChangeSetFile {
  readonly path: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
  /** MIME type. */
  readonly type: string
}

/** Somebody who speaks in recordings of the change set. */
export interface ChangeSetSpeaker {
  /** Random, made on the device; the same in all its change sets. */
  readonly id: string
  readonly name: string
  readonly variety: VarietyId
  readonly place: string
  readonly birthYear?: number
  readonly consent: {
    /** All of what was read out. */
    readonly text: string
    readonly licence: Licence
    readonly at: string
    /** Path of the recording on which the speaker agrees. */
    readonly media?: string
  }
}

/** Tables that can be changed so. */
export const CHANGE_TABLES = [
  'entries',
  'forms',
  'senses',
  'examples',
  'relations',
  'media',
  'reviews',
] as const
export type ChangeTable = (typeof CHANGE_TABLES)[number]

/** What a field of src/lexicon holds; a field that holds nothing is left out. */
export type ChangeValue = string | number | readonly string[]

/** One thing done to one record, or to one field of it. */
export type Change = {
  /** An instant. */
  readonly at: string
  /** Who did it, as he or she wants to be named. */
  readonly by: string
  /** Of a recording: id of who speaks. */
  readonly speaker?: string
  /** Of a verdict on a recording: SHA-256 of what was heard. */
  readonly heard?: string
  /** Of a change that was given back: why it was not taken. Readers pass it over. */
  readonly refusal?: string
} & (
  | {
      readonly op: 'add'
      readonly table: ChangeTable
      /** With an id that begins with `new-`, by which other lines of the file may mean it. */
      readonly record: { readonly id: string; readonly [field: string]: ChangeValue }
    }
  | {
      readonly op: 'set'
      readonly table: ChangeTable
      readonly id: string
      readonly field: string
      /** What stood there when it was changed: where something else stands now, somebody else was faster. */
      readonly before?: ChangeValue
      readonly after?: ChangeValue
    }
  | {
      readonly op: 'remove'
      readonly table: ChangeTable
      readonly id: string
      readonly reason?: string
    }
)

/** Why a line says nothing that can be used. */
export type ChangeLineFault =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'line-too-long' }
  | { readonly kind: 'unknown-op'; readonly given: string }
  | { readonly kind: 'unknown-table'; readonly given: string }
  /** A property or field that this version does not know: nothing that was said is dropped unseen. */
  | { readonly kind: 'unknown-field'; readonly field: string }
  /** Missing, or not of the kind that the field holds. */
  | { readonly kind: 'wrong-value'; readonly field: string }

/** A line of changes.jsonl. */
export interface ChangeLine {
  /** From 1. */
  readonly line: number
  /** As it came, so that it can be given back. */
  readonly text: string
  readonly change?: Change
  readonly fault?: ChangeLineFault
}

/** What a file says, as far as it can be believed. */
export interface ChangeSet {
  readonly manifest: ChangeSetManifest
  readonly lines: readonly ChangeLine[]
  readonly speakers: ReadonlyMap<string, ChangeSetSpeaker>
  /** Lines of speakers.jsonl that say nothing that can be used. */
  readonly speakerFaults: readonly {
    readonly line: number
    readonly text: string
    readonly fault: ChangeLineFault
  }[]
  /** speakers.jsonl as it came. */
  readonly speakersText: string
  /** Recordings whose bytes are those that the manifest states, by path. */
  readonly media: ReadonlyMap<string, Uint8Array>
  /** Paths of the others: other bytes, or none. */
  readonly damaged: ReadonlySet<string>
  /** Files that the manifest does not list, such as those that a system puts into every archive; not looked at. */
  readonly unlisted: readonly string[]
}

/** Why a file is not a change set that can be read. */
export type ChangeSetFault =
  | { readonly kind: 'not-a-change-set'; readonly detail: string }
  | { readonly kind: 'too-new'; readonly found: number; readonly supported: number }
  /** Cut short, or changed on the way. */
  | { readonly kind: 'damaged'; readonly what: string }
  | { readonly kind: 'unsafe-path'; readonly path: string }
  | { readonly kind: 'too-large'; readonly detail: string }
