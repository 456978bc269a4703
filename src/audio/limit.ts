import { fromDecibels } from './levels'

/** Seconds before a peak in which the sound is turned down, and after it in which it comes back. */
const LOOK_AHEAD = 0.004
const RELEASE = 0.05

/** Turns peaks down to a ceiling in dBFS, softly: the gain glides there and back. Nothing is above it afterwards. */
export const limit = (samples: Float32Array, rate: number, ceilingLevel: number): Float32Array => {
  const ceiling = fromDecibels(ceilingLevel)
  const ahead = Math.max(1, Math.round(LOOK_AHEAD * rate))
  const release = 1 / Math.max(1, RELEASE * rate)
  const wanted = new Float32Array(samples.length)
  let isNeeded = false
  for (let i = 0; i < samples.length; i++) {
    const size = Math.abs(samples[i]!)
    wanted[i] = size > ceiling ? ceiling / size : 1
    isNeeded = isNeeded || size > ceiling
  }
  if (!isNeeded) return samples

  const gains = new Float32Array(samples.length)
  // Backwards: down to each peak in a straight line that begins LOOK_AHEAD before it.
  let gain = 1
  for (let i = samples.length - 1; i >= 0; i--) {
    gain = Math.min(wanted[i]!, gain + (1 - gain) / ahead + 1e-6)
    gains[i] = gain
  }
  // Forwards: back up, slowly.
  gain = 1
  const result = new Float32Array(samples.length)
  for (let i = 0; i < samples.length; i++) {
    gain = Math.min(gains[i]!, gain + (1 - gain) * release + 1e-7)
    result[i] = samples[i]! * gain
  }
  return result
}
