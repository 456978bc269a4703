import { judgeClip } from '../../audio/judge-clip'
import type { ClipFault, Speech } from '../../audio/pcm'
import { findSpeech } from '../../audio/speech'
import { fromInt16 } from '../../audio/wav'
import { peaksOf } from '../../audio/waveform'
import type { Take } from '../../store/recording-store'

export interface TakeJudgement {
  readonly faults: readonly ClipFault[]
  readonly speech?: Speech
}

/** A consent is long and has pauses. */
const OF_CONSENT: readonly ClipFault[] = ['silent', 'clipped', 'too-quiet', 'noisy', 'low-rate']

/** What is wrong with a take as it was spoken. */
export const judgeTake = (kind: Take['kind'], samples: Int16Array, rate: number): TakeJudgement => {
  const pcm = fromInt16(samples, rate)
  const speech = findSpeech(pcm)
  const found = judgeClip(pcm, speech)
  const faults = kind === 'consent' ? found.filter((fault) => OF_CONSENT.includes(fault)) : found
  return speech === undefined ? { faults } : { faults, speech }
}

/** Columns of a drawing of a take. */
const COLUMNS = 120

/** How a take is drawn: least and greatest sample of each column, and the columns of speech. */
export interface TakeDrawing {
  readonly waveform: readonly (readonly [low: number, high: number])[]
  readonly speech?: readonly [from: number, to: number]
}

export const drawTake = (take: Take, samples: Int16Array): TakeDrawing => {
  const waveform = peaksOf(samples, COLUMNS).map(({ low, high }) => [low, high] as const)
  const speech = findSpeech(fromInt16(samples, take.rate))
  if (speech === undefined) return { waveform }
  const column = (sample: number): number => (sample * COLUMNS) / Math.max(1, samples.length)
  return { waveform, speech: [Math.floor(column(speech.start)), Math.ceil(column(speech.end))] }
}
