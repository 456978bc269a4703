import type { ConceptId, EntryId, LanguageCode, SemanticDomain, Topic } from '../lexicon/ids'

/** A page of the app, as its address says it. */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'entry'; readonly language: LanguageCode; readonly entry: EntryId }
  | { readonly name: 'concept'; readonly concept: ConceptId }
  /** One language's own alphabet order; `vi`: Vietnamese A–Z over all of them; none: what to browse by. */
  | { readonly name: 'browse'; readonly language?: LanguageCode | 'vi'; readonly letter?: string }
  | { readonly name: 'topics'; readonly topic?: Topic }
  | { readonly name: 'domains'; readonly domain?: SemanticDomain }
  | { readonly name: 'favourites' }
  | { readonly name: 'history' }
  | { readonly name: 'misses' }
  | { readonly name: 'library' }
  | { readonly name: 'settings' }
  | { readonly name: 'about'; readonly language: LanguageCode }
  | { readonly name: 'content'; readonly query: string }
  | { readonly name: 'unknown'; readonly hash: string }

export type RouteName = Route['name']

/**
 * How each page is addressed: its word, then the parts that follow it; `?`: may be left out. The query
 * of `content` stands behind a question mark instead.
 */
const SHAPES: Readonly<Record<string, readonly [name: RouteName, ...parts: string[]]>> = {
  '': ['home'],
  e: ['entry', 'language', 'entry'],
  concept: ['concept', 'concept'],
  browse: ['browse', 'language?', 'letter?'],
  topics: ['topics', 'topic?'],
  domains: ['domains', 'domain?'],
  favourites: ['favourites'],
  history: ['history'],
  misses: ['misses'],
  library: ['library'],
  settings: ['settings'],
  about: ['about', 'language'],
  content: ['content'],
}

/** An address of no shape, or one that does not decode, gives `unknown`. */
export const parseRoute = (hash: string): Route => {
  const unknown: Route = { name: 'unknown', hash }
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const texts = path.split('/').map(decode)
  const [name, ...parts] = SHAPES[texts[0] ?? ' '] ?? []
  if (name === undefined || texts.length > parts.length + 1 || texts.includes(undefined))
    return unknown
  const route: Record<string, string> = { name }
  for (const [i, part] of parts.entries()) {
    const text = texts[i + 1]
    if (text) route[part.replace('?', '')] = text
    else if (!part.endsWith('?')) return unknown
  }
  if (name === 'content') route.query = decode(search.replace(/^q=/, '')) ?? ''
  // The shapes follow the type, and the ids in an address are looked up before they are believed.
  return route as unknown as Route
}

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

export const routeHash = (route: Route): string => {
  if (route.name === 'unknown') return route.hash
  if (route.name === 'content') return `#/content?q=${encodeURIComponent(route.query)}`
  const fields = new Map<string, string>(Object.entries(route))
  const [word = '', [, ...parts] = []] =
    Object.entries(SHAPES).find(([, [name]]) => name === route.name) ?? []
  const texts = parts.map((part) => fields.get(part.replace('?', '')) ?? '').filter(Boolean)
  return `#/${[word, ...texts].map(encodeURIComponent).join('/')}`
}
