import type { RecorderPhase, Subject } from './recorder'

/** It is listened for, or being recorded. */
export const isUnderWay = (phase: RecorderPhase, { kind, entry, speaker }: Subject): boolean =>
  (phase.kind === 'waiting' || phase.kind === 'recording') &&
  phase.subject.kind === kind &&
  phase.subject.entry === entry &&
  phase.subject.speaker === speaker

/** Id of the take that is to be kept or done again. */
export const shownTake = (phase: RecorderPhase): string | undefined =>
  phase.kind === 'heard' ? phase.take.id : undefined
