import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { LanguageCode } from '../../lexicon/ids'
import { err, ok, type Result } from '../../lexicon/result'
import type { Ports } from '../../pack/container'
import type { ClipVerdict, Take } from '../../store/recording-store'
import type { Store } from '../../store/store'
import type { StoreError } from '../../store/store-error'
import type { Library } from '../library'
import type { Platform } from '../platform'

/** What waits on the device to be given to the editors. */
export interface Waiting {
  readonly language: LanguageCode
  /** Kept takes that have not left the device yet, and all kept ones. */
  readonly freshTakes: number
  readonly takes: number
  /** Verdicts that have not left the device yet, and all of them. */
  readonly freshVerdicts: number
  readonly verdicts: number
  /** Of a file with what has not left yet, and of one with everything, about. */
  readonly freshBytes: number
  readonly bytes: number
}

export type HandOverFault =
  | StoreError
  /** The code that writes the file could not be fetched. */
  | { readonly kind: 'part-missing' }
  | { readonly kind: 'nothing' }

export type HandOverState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'writing'
      readonly language: LanguageCode
      /** Recordings written so far, and of how many. */
      readonly done: number
      readonly total: number
    }
  | {
      readonly kind: 'saved'
      readonly language: LanguageCode
      /** Several, joined by `, `, where there is more than one file should hold. */
      readonly file: string
    }
  | { readonly kind: 'failed'; readonly language: LanguageCode; readonly fault: HandOverFault }

/** Writes what was made on this device as one `.rong-changes` file for the editors. */
export interface HandOver {
  readonly state: ReadonlySignal<HandOverState>
  readonly waiting: ReadonlySignal<readonly Waiting[]>
  /** What waits could not be read, or what left could not be marked so: it would leave once more. */
  readonly fault: ReadonlySignal<StoreError | undefined>
  refresh(): Promise<void>
  /** `all`: what has left before too. Nothing is removed from the device. One file at a time. */
  save(language: LanguageCode, options: { readonly all: boolean }): Promise<void>
  /** What became of the last file is no longer shown. */
  forget(): void
}

export interface HandOverDependencies {
  readonly library: Library
  readonly store: Pick<Store, 'takes' | 'verdicts'>
  readonly platform: Platform
  readonly ports: Pick<Ports, 'hash'>
  readonly now: () => number
}

export const createHandOver = (dependencies: HandOverDependencies): HandOver => {
  const { library, store, platform, ports, now } = dependencies
  const state = signal<HandOverState>({ kind: 'idle' })
  const waiting = signal<readonly Waiting[]>([])
  const fault = signal<StoreError | undefined>(undefined)

  const refresh = async (): Promise<void> => {
    const takes = await store.takes.list()
    const verdicts = await store.verdicts.list()
    if (!takes.ok) fault.value = takes.error
    else if (!verdicts.ok) fault.value = verdicts.error
    else waiting.value = countWaiting(takes.value, verdicts.value)
  }

  /** The names of the files. */
  const write = async (
    language: LanguageCode,
    all: boolean,
  ): Promise<Result<readonly string[], HandOverFault>> => {
    const takes = await store.takes.list(language)
    if (!takes.ok) return takes
    const speakers = await store.takes.speakers()
    if (!speakers.ok) return speakers
    const verdicts = await store.verdicts.list()
    if (!verdicts.ok) return verdicts
    const isWanted = ({ handedOver }: { readonly handedOver?: number }) =>
      all || handedOver === undefined
    const chosen = takes.value.filter((take) => isSpoken(take) && isWanted(take))
    const judged = verdicts.value.filter(
      (verdict) => verdict.language === language && isWanted(verdict),
    )
    if (chosen.length === 0 && judged.length === 0) return err({ kind: 'nothing' })
    const code = await loadCode()
    if (code === undefined) return err({ kind: 'part-missing' })

    const names: string[] = []
    const parts = inParts(chosen)
    let done = 0
    for (const [i, part] of parts.entries()) {
      const at = now()
      const written = await code.writeChanges({
        content: {
          language,
          takes: part,
          consents: takes.value.filter(({ kind }) => kind === 'consent'),
          speakers: speakers.value,
          verdicts: i === 0 ? judged : [],
        },
        base: baseOf(library, language),
        part: parts.length > 1 ? i + 1 : undefined,
        at,
        samples: (id) => store.takes.samples(id),
        platform,
        hash: (bytes) => ports.hash(bytes),
        onTake: () => {
          done++
          state.value = { kind: 'writing', language, done, total: chosen.length }
        },
      })
      if (!written.ok) return written
      names.push(written.value)
      await mark(language, new Set(part.map(({ id }) => id)), i === 0 ? judged : [], at)
    }
    return ok(names)
  }

  /** Notes that something has left. What was removed or changed meanwhile is not brought back. */
  const mark = async (
    language: LanguageCode,
    ids: ReadonlySet<string>,
    verdicts: readonly ClipVerdict[],
    handedOver: number,
  ): Promise<void> => {
    const takes = await store.takes.list(language)
    const kept = await store.verdicts.list()
    const faults = [takes, kept].flatMap((read) => (read.ok ? [] : [read.error]))
    for (const take of takes.ok ? takes.value : []) {
      const done = ids.has(take.id) && (await store.takes.update({ ...take, handedOver }))
      if (done && !done.ok) faults.push(done.error)
    }
    for (const verdict of kept.ok ? kept.value : []) {
      const isSame = verdicts.some(
        ({ language, media, at }) =>
          verdict.language === language && verdict.media === media && verdict.at === at,
      )
      const done = isSame && (await store.verdicts.save({ ...verdict, handedOver }))
      if (done && !done.ok) faults.push(done.error)
    }
    fault.value = faults[0]
  }

  return {
    state,
    waiting,
    fault,
    refresh,
    save: async (language, { all }) => {
      if (state.value.kind === 'writing') return
      state.value = { kind: 'writing', language, done: 0, total: 0 }
      const written = await write(language, all)
      state.value = written.ok
        ? { kind: 'saved', language, file: written.value.join(', ') }
        : { kind: 'failed', language, fault: written.error }
      await refresh()
    },
    forget: () => {
      if (state.value.kind !== 'writing') state.value = { kind: 'idle' }
    },
  }
}

/** Of one file: some 160 MB of words at 48 kHz. */
const MOST_TAKES = 1000
/** Of a WAV file's head, of what the archive says of a file, and of its line. */
const BYTES_BESIDE = 900
const BYTES_A_VERDICT = 500

/** What a change set can speak of; it takes the consents along by itself. */
const isSpoken = ({ kind, state }: Take): boolean => kind === 'headword' && state === 'kept'

const countWaiting = (
  takes: readonly Take[],
  verdicts: readonly ClipVerdict[],
): readonly Waiting[] => {
  const spoken = takes.filter(isSpoken)
  const languages = [...new Set([...spoken, ...verdicts].map(({ language }) => language))].sort()
  return languages.map((language) => {
    const own = spoken.filter((take) => take.language === language)
    const fresh = own.filter(({ handedOver }) => handedOver === undefined)
    const judged = verdicts.filter((verdict) => verdict.language === language)
    const freshJudged = judged.filter(({ handedOver }) => handedOver === undefined)
    const consents = takes.filter((take) => take.kind === 'consent')
    const bytesOf = (chosen: readonly Take[], count: number): number => {
      const speakers = new Set(chosen.map(({ speaker }) => speaker))
      const files = [...chosen, ...consents.filter(({ speaker }) => speakers.has(speaker))]
      const sound = files.reduce((sum, { length }) => sum + length * 2 + BYTES_BESIDE, 0)
      return sound + count * BYTES_A_VERDICT
    }
    return {
      language,
      freshTakes: fresh.length,
      takes: own.length,
      freshVerdicts: freshJudged.length,
      verdicts: judged.length,
      freshBytes: bytesOf(fresh, freshJudged.length),
      bytes: bytesOf(own, judged.length),
    }
  })
}

/** At least one part, though it has no recordings. */
const inParts = (takes: readonly Take[]): readonly (readonly Take[])[] => {
  const count = Math.max(1, Math.ceil(takes.length / MOST_TAKES))
  return Array.from({ length: count }, (_, i) => takes.slice(i * MOST_TAKES, (i + 1) * MOST_TAKES))
}

const baseOf = (library: Library, language: LanguageCode) => {
  const { installed } = library.shelf(language) ?? {}
  return installed && { release: installed.release, head: installed.head }
}

/** None: it could not be fetched. */
const loadCode = async () => {
  try {
    return await import('./write-changes')
  } catch {
    return undefined
  }
}
