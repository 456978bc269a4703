/**
 * What a cell cannot hold as it is: controls, halves of surrogate pairs, U+FEFF, U+FFFD and what Unicode
 * reserves for programs stand as `_xHHHH_`, unit by unit, and an underscore that would look like the
 * start of that as `_x005F_`, as Office Open XML has it (ECMA-376, ST_Xstring). Readers, Excel among
 * them, give the character back.
 */
export const escapeCellText = (text: string): string => {
  // Readers take white space between tags for none, and the writer looks texts up in an object, which
  // has `constructor` from the start: of these the first sign is written out.
  if (text !== '' && (text.trim() === '' || text in {}))
    return unitsOf(text.charAt(0)) + text.slice(1)
  if (PLAIN.test(text) && !text.includes('_x')) return text
  let escaped = ''
  for (const sign of text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')) {
    escaped += isAllowed(sign.codePointAt(0)!) ? sign : unitsOf(sign)
  }
  return escaped
}

/** What most texts are made of. */
const PLAIN = /^[\n\u0020-\u007E\u00A0-\u1FFF\u2010-\u2027]*$/

const isAllowed = (code: number): boolean => {
  if (code < 0x20) return code === 0x09 || code === 0x0a
  if (code >= 0x7f && code <= 0x9f) return false
  if (code >= 0xd800 && code <= 0xdfff) return false
  if (code >= 0xfdd0 && code <= 0xfdef) return false
  return code !== 0xfeff && code !== 0xfffd && (code & 0xfffe) !== 0xfffe
}

const unitsOf = (sign: string): string => {
  let units = ''
  for (let i = 0; i < sign.length; i++) units += `_x${hexOf(sign.charCodeAt(i))}_`
  return units
}

const hexOf = (unit: number): string =>
  [12, 8, 4, 0].map((shift) => '0123456789ABCDEF'.charAt((unit >> shift) & 15)).join('')
