import { joinSamples, toInt16 } from '../../audio/wav'
import type { Take, TakeStore } from '../../store/recording-store'
import type { StoreError } from '../../store/store-error'
import { judgeTake } from './judge-take'

/** Writes a take to the device while it is being spoken. */
export interface TakeWriter {
  readonly take: Take
  /** What came after what was added before, −1 … 1. */
  add(samples: Float32Array): void
  /** Seconds that were added. */
  seconds(): number
  /** Settles when the whole is on the device, or cannot be. @param length samples that belong to the take */
  finish(length: number): Promise<FinishedTake>
}

export interface FinishedTake {
  readonly take: Take
  readonly samples: Int16Array
  /** It could not be stored. */
  readonly unsaved?: StoreError
}

/** Seconds of a piece: so much at most is lost when the browser is killed in the middle of a word. */
const PIECE = 0.25

/** @param take with length 0; what it is will be known when it is finished */
export const createTakeWriter = (store: TakeStore, take: Take): TakeWriter => {
  const parts: Int16Array[] = []
  let pending: Int16Array[] = []
  let pieces = 0
  let length = 0
  let fault: StoreError | undefined
  let written = store.begin(take)

  const write = (): void => {
    const samples = joinSamples(pending)
    const number = pieces++
    pending = []
    written = written.then((before) => {
      // Without what comes before a piece is of no use; all of it is tried once more at the end.
      if (!before.ok) fault = before.error
      return before.ok ? store.addPiece(take.id, number, samples) : before
    })
  }

  return {
    take,
    add: (samples) => {
      const part = toInt16(samples)
      parts.push(part)
      pending.push(part)
      length += part.length
      const waiting = pending.reduce((sum, one) => sum + one.length, 0)
      if (waiting >= PIECE * take.rate) write()
    },
    seconds: () => length / take.rate,
    finish: async (wanted) => {
      const samples = joinSamples(parts).slice(0, wanted)
      const { faults } = judgeTake(take.kind, samples, take.rate)
      const whole: Take = { ...take, length: samples.length, faults }
      await written
      const stored = await store.finish(whole, samples)
      return stored.ok
        ? { take: whole, samples }
        : { take: whole, samples, unsaved: stored.error ?? fault }
    },
  }
}
