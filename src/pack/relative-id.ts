/**
 * Ids are opaque, but most are a prefix and a running number. Written as the distance from a number
 * at hand, neighbours look alike and compress to next to nothing: `bn-00012` in row 12 is
 * `bn-#####0`, a `#` for each digit. Any other id stands as it is; `#` is in none (ID_PATTERN).
 */
export const toRelativeId = (id: string, reference: number): string => {
  if (id.includes('#')) throw new RangeError(`No id: ${id}`)
  const digits = digitsOf(id)
  return digits === ''
    ? id
    : id.slice(0, id.length - digits.length) +
        '#'.repeat(digits.length) +
        (Number(digits) - reference)
}

/** None when the text is no such id. */
export const fromRelativeId = (text: string, reference: number): string | undefined => {
  const first = text.indexOf('#')
  if (first < 0) return text
  const last = text.lastIndexOf('#')
  const width = last + 1 - first
  const number = reference + Number(text.slice(last + 1))
  const digits = String(number).padStart(width, '0')
  return number >= 0 && digits.length === width ? text.slice(0, first) + digits : undefined
}

/** The running number an id ends with, or the one given. */
export const numberOfId = (id: string, otherwise: number): number => {
  const digits = digitsOf(id)
  return digits === '' ? otherwise : Number(digits)
}

/** The digits at the end, fifteen at most: those a number holds exactly. */
const digitsOf = (id: string): string => {
  let start = id.length
  while (start > 0 && id.length - start < 15 && id[start - 1]! >= '0' && id[start - 1]! <= '9')
    start--
  return id.slice(start)
}
