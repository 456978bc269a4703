import type { Pcm } from './pcm'

/** Zero crossings of the sinc on either side: −80 dB of what folds back, to within 5 % of the limit. */
const CROSSINGS = 24

/** The same sound at another rate (windowed sinc). */
export const resample = ({ samples, rate }: Pcm, wanted: number): Pcm => {
  if (rate === wanted) return { samples, rate }
  const common = greatestCommonDivisor(rate, wanted)
  const phases = wanted / common
  const step = rate / common
  const kernels = new Map<number, Float32Array>()
  const cutoff = Math.min(1, wanted / rate) * 0.96
  const half = Math.ceil(CROSSINGS / cutoff)
  const result = new Float32Array(Math.ceil((samples.length * wanted) / rate))
  for (let i = 0; i < result.length; i++) {
    const position = i * step
    const phase = position % phases
    const centre = (position - phase) / phases
    let kernel = kernels.get(phase)
    if (kernel === undefined) {
      kernel = kernelOf(phase / phases, cutoff, half)
      kernels.set(phase, kernel)
    }
    const from = Math.max(0, centre - half + 1)
    const to = Math.min(samples.length, centre + half + 1)
    let sum = 0
    for (let at = from, k = from - (centre - half + 1); at < to; at++, k++)
      sum += samples[at]! * kernel[k]!
    result[i] = sum
  }
  return { samples: result, rate: wanted }
}

/** Weights of the samples round a point that lies `fraction` of a sample after the middle one. */
const kernelOf = (fraction: number, cutoff: number, half: number): Float32Array => {
  const kernel = new Float32Array(half * 2)
  let sum = 0
  for (let k = 0; k < kernel.length; k++) {
    const x = k - half + 1 - fraction
    const weight = sinc(x * cutoff) * cutoff * blackman(x / half)
    kernel[k] = weight
    sum += weight
  }
  // What is constant stays as it was.
  for (let k = 0; k < kernel.length; k++) kernel[k] = kernel[k]! / sum
  return kernel
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))

/** −1 … 1. */
const blackman = (x: number): number =>
  Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x)

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)
