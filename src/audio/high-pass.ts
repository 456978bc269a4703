/**
 * Takes away what no voice has: the offset of cheap microphones, the hum of an engine, wind. Second
 * order (Butterworth): the voice's own lowest tone, 80 Hz, is left nearly as it was, and a click does
 * not ring on.
 */
export const highPass = (samples: Float32Array, rate: number, hertz = LOWEST): Float32Array => {
  const w = (2 * Math.PI * hertz) / rate
  const alpha = Math.sin(w) / Math.SQRT2
  const a0 = 1 + alpha
  const b = (1 + Math.cos(w)) / 2 / a0
  const a1 = (-2 * Math.cos(w)) / a0
  const a2 = (1 - alpha) / a0
  const result = new Float32Array(samples.length)
  // As if the first sample had been there for ever: an offset makes no jump.
  let x1 = samples[0] ?? 0
  let x2 = x1
  let y1 = 0
  let y2 = 0
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i]!
    const y = b * (x - 2 * x1 + x2) - a1 * y1 - a2 * y2
    result[i] = y
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
  }
  return result
}

/** Hz. */
const LOWEST = 55
