/** The media type of a file by the end of its name. */
export const mediaTypeOf = (path: string): string =>
  TYPES.get(/\.([A-Za-z0-9]+)$/.exec(path)?.[1] ?? '') ?? 'application/octet-stream'

/** Where a file under media/ is, from the metadata, as an address. */
export const downloadUrl = (path: string): string =>
  [...new TextEncoder().encode(`media/${path}`)]
    .map((byte) => {
      const sign = String.fromCharCode(byte)
      if (/[A-Za-z0-9/._~-]/.test(sign)) return sign
      return `%${byte < 16 ? '0' : ''}${byte.toString(16)}`
    })
    .join('')

const TYPES: ReadonlyMap<string, string> = new Map([
  ['opus', 'audio/ogg'],
  ['ogg', 'audio/ogg'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['wav', 'audio/wav'],
  ['flac', 'audio/flac'],
  ['webm', 'audio/webm'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain'],
])
