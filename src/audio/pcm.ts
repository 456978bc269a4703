/** Sound of one channel. */
export interface Pcm {
  /** −1 … 1. */
  readonly samples: Float32Array
  /** Samples a second. */
  readonly rate: number
}

/** Where somebody speaks in a recording, and how loudly; levels in dB below full scale (dBFS). */
export interface Speech {
  /** Sample indexes of the first sound of speech and of the one after the last. */
  readonly start: number
  readonly end: number
  /** The stretches of speech, where pauses lie between them; `start` and `end` are their outer ends. */
  readonly stretches: readonly { readonly start: number; readonly end: number }[]
  /** RMS of the speech. */
  readonly speechLevel: number
  /** RMS of what is not speech. */
  readonly noiseLevel: number
  /** Greatest sample of all. */
  readonly peakLevel: number
}

/**
 * What is wrong with a recording of one headword. `cut-off`: speech touches the beginning or the end.
 * `low-rate`: it holds nothing above 4 kHz because it was sampled so (a telephone).
 */
export const CLIP_FAULTS = [
  'silent',
  'clipped',
  'too-quiet',
  'noisy',
  'too-long',
  'several-words',
  'cut-off',
  'low-rate',
] as const
export type ClipFault = (typeof CLIP_FAULTS)[number]
