import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Result } from '../../lexicon/result'
import type { RecordingPlan, Take, TakeStore } from '../../store/recording-store'
import type { StoreError } from '../../store/store-error'
import { judgeTake } from './judge-take'
import type { Subject } from './recorder'
import type { FinishedTake } from './take-writer'

/** The takes of this device, and those that it could not store: they are here as long as the page is. */
export interface TakeList {
  /** Oldest first. */
  readonly takes: ReadonlySignal<readonly Take[]>
  /** Reads them; what was begun, and of which nothing had arrived, is cleared away. */
  load(): Promise<StoreError | undefined>
  add(finished: FinishedTake): void
  /** Why it is not stored; none: it is. */
  whyUnsaved(id: string): StoreError | undefined
  samples(id: string): Promise<Result<Int16Array | undefined, StoreError>>
  /** A take of the subject that was neither kept nor thrown away, the newest. */
  undecided(subject: Subject): Take | undefined
  /** @param session kept together with it */
  keep(id: string, session?: RecordingPlan): Promise<StoreError | undefined>
  remove(ids: readonly string[]): Promise<StoreError | undefined>
  /** Tries again to store what could not be stored. */
  retry(): Promise<void>
}

export const createTakeList = (store: TakeStore): TakeList => {
  const takes = signal<readonly Take[]>([])
  const unsaved = new Map<string, { samples: Int16Array; fault: StoreError }>()

  const put = (take: Take): void => {
    const others = takes.value.filter(({ id }) => id !== take.id)
    takes.value = [...others, take].sort((a, b) => a.at - b.at)
  }
  const find = (id: string): Take | undefined => takes.value.find((take) => take.id === id)

  /** The whole, in the place of the pieces that may have arrived. */
  const storeWhole = async (take: Take, samples: Int16Array): Promise<StoreError | undefined> => {
    const stored = await store.finish(take, samples)
    if (stored.ok) {
      unsaved.delete(take.id)
      put(take)
      return undefined
    }
    if (unsaved.has(take.id)) unsaved.set(take.id, { samples, fault: stored.error })
    return stored.error
  }

  const samplesOf: TakeList['samples'] = async (id) => {
    const held = unsaved.get(id)
    return held === undefined ? store.samples(id) : { ok: true, value: held.samples }
  }

  /** As it stands when it is kept: what was broken off is as long as what had arrived. */
  const keepWhole = async (take: Take, session: RecordingPlan | undefined) => {
    const samples = await samplesOf(take.id)
    if (!samples.ok) return samples.error
    const whole = samples.value ?? new Int16Array(0)
    const { faults } = judgeTake(take.kind, whole, take.rate)
    const kept: Take = { ...take, length: whole.length, faults, state: 'kept' }
    const fault = await storeWhole(kept, whole)
    if (fault !== undefined || session === undefined) return fault
    const saved = await store.saveSession(session)
    return saved.ok ? undefined : saved.error
  }

  return {
    takes,
    load: async () => {
      const list = await store.list()
      if (!list.ok) return list.error
      const empty = list.value.filter(({ length }) => length === 0).map(({ id }) => id)
      const held = takes.value.filter(({ id }) => unsaved.has(id))
      const stored = list.value.filter(({ id, length }) => length > 0 && !unsaved.has(id))
      takes.value = [...stored, ...held].sort((a, b) => a.at - b.at)
      const removed = empty.length === 0 ? undefined : await store.remove(empty)
      return removed?.ok === false ? removed.error : undefined
    },
    add: ({ take, samples, unsaved: fault }) => {
      if (fault !== undefined) unsaved.set(take.id, { samples, fault })
      put(take)
    },
    whyUnsaved: (id) => unsaved.get(id)?.fault,
    samples: samplesOf,
    undecided: ({ kind, entry, speaker }) =>
      [...takes.value]
        .reverse()
        .find(
          (take) =>
            take.state !== 'kept' &&
            take.kind === kind &&
            take.entry === entry &&
            take.speaker === speaker,
        ),
    keep: async (id, session) => {
      const take = find(id)
      if (take === undefined) return undefined
      if (take.state === 'broken-off' || unsaved.has(id)) return keepWhole(take, session)
      const kept: Take = { ...take, state: 'kept' }
      const stored = await store.update(kept, session)
      if (!stored.ok) return stored.error
      put(kept)
      return undefined
    },
    remove: async (ids) => {
      const removed = await store.remove(ids)
      if (!removed.ok) return removed.error
      for (const id of ids) unsaved.delete(id)
      takes.value = takes.value.filter(({ id }) => !ids.includes(id))
      return undefined
    },
    retry: async () => {
      for (const [id, { samples }] of [...unsaved]) {
        const take = find(id)
        if (take !== undefined) await storeWhole(take, samples)
      }
    },
  }
}
