import type { Ports } from '../pack/container'

/** What the browser lends to reading packs; heavier replacements are fetched only where it lacks it. */
export const createPlatformPorts = (): Ports => ({ hash, inflate })

/** `crypto.subtle` is missing where the page did not come over https. */
async function hash(bytes: Uint8Array): Promise<Uint8Array> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (subtle !== undefined) return new Uint8Array(await subtle.digest('SHA-256', owned(bytes)))
  const own = await import('./sha256')
  return own.sha256(bytes)
}

/** Rejects what is not zlib, and what is longer than it says without unpacking the rest of it. */
async function inflate(bytes: Uint8Array, rawLength: number): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'function') return inflateNatively(bytes, rawLength)
  const { unzlibSync } = await import('fflate')
  // One byte more than allowed: a stream that fills it is too long, and has not grown further.
  const raw = unzlibSync(bytes, { out: new Uint8Array(rawLength + 1) })
  if (raw.length > rawLength) throw tooLong(rawLength)
  return raw
}

async function inflateNatively(bytes: Uint8Array, rawLength: number): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate')
  const writer = stream.writable.getWriter()
  // Its faults come out at the reading end too, where they are awaited.
  const written = writer.write(owned(bytes)).then(() => writer.close())
  written.catch(() => undefined)

  const raw = new Uint8Array(rawLength)
  const reader = stream.readable.getReader()
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return raw.subarray(0, length)
    if (length + value.length > rawLength) {
      await reader.cancel()
      throw tooLong(rawLength)
    }
    raw.set(value, length)
    length += value.length
  }
}

const tooLong = (rawLength: number) => new RangeError(`Inflates to more than ${rawLength} bytes`)

/** The browser's ciphers and streams take no view of shared memory, as far as their types tell. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : new Uint8Array(bytes)
