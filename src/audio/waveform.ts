/** Of a column of a drawing: its least and its greatest sample, −1 … 1. */
export interface PeakColumn {
  readonly low: number
  readonly high: number
}

/** What a waveform drawn so many columns wide shows; samples of any scale, `full` being full scale. */
export const peaksOf = (
  samples: Float32Array | Int16Array,
  columns: number,
  full = samples instanceof Int16Array ? 32_768 : 1,
): readonly PeakColumn[] =>
  Array.from({ length: columns }, (_, column) => {
    const start = Math.floor((column * samples.length) / columns)
    const end = Math.max(start + 1, Math.floor(((column + 1) * samples.length) / columns))
    let low = 0
    let high = 0
    for (let i = start; i < end && i < samples.length; i++) {
      low = Math.min(low, samples[i]!)
      high = Math.max(high, samples[i]!)
    }
    return { low: low / full, high: high / full }
  })
