/** One run of bytes a key, laid out as postings.ts reads it. */
export const writePostings = (runs: readonly (readonly number[])[]): Uint8Array => {
  const lengths: number[] = []
  for (const run of runs) pushVarint(lengths, run.length)
  const total = runs.reduce((sum, run) => sum + run.length, 0)
  const bytes = new Uint8Array(4 + lengths.length + total)
  new DataView(bytes.buffer).setUint32(0, total, true)
  bytes.set(lengths, 4)
  let at = 4 + lengths.length
  for (const run of runs) {
    bytes.set(run, at)
    at += run.length
  }
  return bytes
}

/** Seven bits a byte, lowest first; the high bit says that more follow. For integers up to 2^32 − 1. */
export const pushVarint = (bytes: number[], value: number): void => {
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
