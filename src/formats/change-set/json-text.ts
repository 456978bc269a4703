/** What stands first in a line, for who reads it; all else follows by code unit. */
const FIRST = ['op', 'table', 'id', 'record', 'field', 'before', 'after']

/** JSON on one line, its members in one order however they were put together; what is undefined is left out. */
export const jsonText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`)
  return `{${members.join(',')}}`
}

const placeOf = (name: string): number => {
  const place = FIRST.indexOf(name)
  return place < 0 ? FIRST.length : place
}
