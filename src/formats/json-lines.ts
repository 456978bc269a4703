/**
 * The line, from 1, on which each value of a JSON text begins, by its path (`practices.2.id`; the
 * whole text is ``). The text must be one that JSON.parse takes.
 */
export const jsonLines = (text: string): ReadonlyMap<string, number> => {
  const lineByPath = new Map<string, number>()
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|\n|[^\s{}[\],:"]+/g)
  let line = 1
  const next = (): string => {
    for (;;) {
      const { value, done } = tokens.next()
      if (done) return ''
      if (value[0] !== '\n') return value[0]
      line++
    }
  }
  const visit = (token: string, path: string): void => {
    lineByPath.set(path, line)
    if (token === '{') visitMembers(path)
    if (token === '[') visitItems(path)
  }
  const visitMembers = (path: string): void => {
    for (let token = next(); token !== '}'; token = next()) {
      if (token === ',') continue
      next()
      visit(next(), join(path, JSON.parse(token)))
    }
  }
  const visitItems = (path: string): void => {
    let index = 0
    for (let token = next(); token !== ']'; token = next()) {
      if (token !== ',') visit(token, join(path, String(index++)))
    }
  }
  visit(next(), '')
  return lineByPath
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)
