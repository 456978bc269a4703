/** What silence is taken for, in dBFS: 16 bits do not reach lower. */
export const SILENCE = -100

/** Amplitude, 1 = full scale, in decibels below full scale. */
export const toDecibels = (amplitude: number): number =>
  Math.max(SILENCE, 20 * Math.log10(Math.max(amplitude, 1e-9)))

export const fromDecibels = (decibels: number): number => 10 ** (decibels / 20)

/** RMS of the samples from `start` up to `end`, in dBFS. */
export const rmsLevel = (samples: Float32Array, start = 0, end = samples.length): number =>
  end <= start ? SILENCE : toDecibels(Math.sqrt(energy(samples, start, end) / (end - start)))

/** Sum of the squares. */
export const energy = (samples: Float32Array, start: number, end: number): number => {
  let sum = 0
  for (let i = start; i < end; i++) sum += samples[i]! * samples[i]!
  return sum
}

/** Greatest sample, in dBFS; above 0 where a decoder gave more than full scale. */
export const peakLevel = (samples: Float32Array): number => {
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample))
  return toDecibels(peak)
}
