import { type ReadonlySignal, signal } from '@preact/signals-core'
import { ok, type Result } from '../../lexicon/result'
import type { Speaker, Take, TakeStore } from '../../store/recording-store'
import type { StoreError } from '../../store/store-error'

/** Who records on this device, and the takes on which they agree. */
export interface SpeakerList {
  readonly speakers: ReadonlySignal<readonly Speaker[]>
  load(): Promise<StoreError | undefined>
  save(speaker: Speaker): Promise<Result<Speaker, StoreError>>
  /** Only one without takes. */
  remove(id: string): Promise<Result<void, StoreError>>
  /** This is the take on which its speaker agrees; of another kind: nothing is done. */
  noteConsent(take: Take): Promise<StoreError | undefined>
  /**
   * Notes the consents among these takes that were kept and not noted: the app died in between, or they
   * had been broken off and were kept in the list.
   */
  noteConsents(takes: readonly Take[]): Promise<StoreError | undefined>
}

export const createSpeakerList = (store: TakeStore): SpeakerList => {
  const speakers = signal<readonly Speaker[]>([])

  const save: SpeakerList['save'] = async (speaker) => {
    const saved = await store.saveSpeaker(speaker)
    if (!saved.ok) return saved
    speakers.value = [...speakers.value.filter(({ id }) => id !== speaker.id), speaker]
    return ok(speaker)
  }
  const noteConsent: SpeakerList['noteConsent'] = async ({ kind, id, speaker }) => {
    const known = speakers.value.find((other) => other.id === speaker)
    if (kind !== 'consent' || known === undefined) return undefined
    const saved = await save({ ...known, consent: { ...known.consent, take: id } })
    return saved.ok ? undefined : saved.error
  }

  return {
    speakers,
    load: async () => {
      const known = await store.speakers()
      if (!known.ok) return known.error
      speakers.value = known.value
      return undefined
    },
    save,
    remove: async (id) => {
      const removed = await store.removeSpeaker(id)
      if (removed.ok) speakers.value = speakers.value.filter((speaker) => speaker.id !== id)
      return removed
    },
    noteConsent,
    noteConsents: async (takes) => {
      let fault: StoreError | undefined
      for (const { id, consent } of speakers.value) {
        if (takes.some((take) => take.id === consent.take)) continue
        // What was said before they agreed anew was said to other terms.
        const said = takes.filter(
          ({ kind, state, speaker, at }) =>
            kind === 'consent' && state === 'kept' && speaker === id && at >= consent.at,
        )
        const last = said[said.length - 1]
        fault = (last && (await noteConsent(last))) ?? fault
      }
      return fault
    },
  }
}
