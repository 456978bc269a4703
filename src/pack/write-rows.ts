import { createByteWriter } from './write-bytes'

/** The section `openRows` opens. Rows may come in any order; each number once. */
export const writeRows = (
  rows: Iterable<{ readonly number: number; readonly text: string }>,
): Uint8Array<ArrayBuffer> => {
  const sorted = [...rows].sort((a, b) => a.number - b.number)
  const encoder = new TextEncoder()
  const texts = sorted.map(({ text }) => encoder.encode(text))
  const writer = createByteWriter()
  writer.varint(sorted.length)
  let before = 0
  sorted.forEach(({ number }, i) => {
    if (i > 0 && number === before) throw new RangeError(`Number ${number} twice`)
    writer.varint(number - before)
    before = number
  })
  for (const text of texts) writer.varint(text.length)
  for (const text of texts) writer.bytes(text)
  return writer.finish()
}
