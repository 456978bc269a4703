/**
 * The rules of Yomitan's published JSON schemas (dictionary-index, dictionary-term-bank-v3,
 * dictionary-tag-bank-v3), as far as a dictionary of words meets them.
 */
export const yomitanFaults = (files: ReadonlyMap<string, unknown>): string[] => {
  const faults: string[] = []
  const index = files.get('index.json')
  if (!isObject(index)) return ['index.json is no object']
  for (const name of ['title', 'revision'])
    if (typeof index[name] !== 'string') faults.push(`index.json: ${name}`)
  if (index.format !== 3) faults.push('index.json: format')
  for (const [name, value] of Object.entries(index)) {
    const type = INDEX_PROPERTIES[name]
    if (type === undefined || typeof value !== type) faults.push(`index.json: ${name}`)
  }
  for (const name of ['sourceLanguage', 'targetLanguage'])
    if (index[name] !== undefined && !/^[a-z]{2,3}$/.test(String(index[name])))
      faults.push(`index.json: ${name}`)
  for (const [path, rows] of files) {
    if (path === 'index.json') continue
    const check = /^term_bank_\d+\.json$/.test(path)
      ? isTerm
      : /^tag_bank_\d+\.json$/.test(path)
        ? isTag
        : undefined
    if (check === undefined || !Array.isArray(rows)) faults.push(path)
    else for (const [i, row] of rows.entries()) if (!check(row)) faults.push(`${path} ${i}`)
  }
  return faults
}

const INDEX_PROPERTIES: Readonly<Record<string, string>> = {
  title: 'string',
  revision: 'string',
  format: 'number',
  sequenced: 'boolean',
  author: 'string',
  description: 'string',
  attribution: 'string',
  sourceLanguage: 'string',
  targetLanguage: 'string',
}

const isTerm = (row: unknown): boolean => {
  if (!Array.isArray(row) || row.length !== 8) return false
  const [term, reading, tags, rules, score, glossary, sequence, termTags]: unknown[] = row
  return (
    [term, reading, tags, rules, termTags].every((text) => typeof text === 'string') &&
    typeof score === 'number' &&
    Number.isInteger(sequence) &&
    Array.isArray(glossary) &&
    glossary.every(
      (item: unknown) =>
        isObject(item) && item.type === 'structured-content' && isContent(item.content),
    )
  )
}

const PLAIN_TAGS = ['span', 'div', 'ol', 'ul', 'li', 'details', 'summary']

const isContent = (content: unknown): boolean => {
  if (typeof content === 'string') return true
  if (Array.isArray(content)) return content.every(isContent)
  if (!isObject(content)) return false
  const { tag, content: inner, ...others } = content
  return (
    PLAIN_TAGS.includes(String(tag)) &&
    Object.keys(others).length === 0 &&
    (inner === undefined || isContent(inner))
  )
}

const isTag = (row: unknown): boolean =>
  Array.isArray(row) &&
  row.length === 5 &&
  [row[0], row[1], row[3]].every((text) => typeof text === 'string') &&
  [row[2], row[4]].every((number) => typeof number === 'number')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
