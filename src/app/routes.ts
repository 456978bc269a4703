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
  | { readonly name: 'library' }
  | { readonly name: 'settings' }
  | { readonly name: 'about'; readonly language: LanguageCode }
  | { readonly name: 'content'; readonly query: string }
  | { readonly name: 'unknown'; readonly hash: string }

export type RouteName = Route['name']

/** An address outside the table below, or one that does not decode, gives `unknown`. */
export const parseRoute = (hash: string): Route => {
  const unknown: Route = { name: 'unknown', hash }
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const parts: string[] = []
  for (const part of path.split('/')) {
    const decoded = decode(part)
    if (decoded === undefined) return unknown
    parts.push(decoded)
  }
  const [name = '', first, second] = parts
  if (parts.length > (name === 'e' || name === 'browse' ? 3 : 2)) return unknown
  const one = first === undefined || first === '' ? undefined : first
  switch (name) {
    case '':
      return { name: 'home' }
    case 'e':
      return one === undefined || second === undefined || second === ''
        ? unknown
        : { name: 'entry', language: one as LanguageCode, entry: second as EntryId }
    case 'concept':
      return one === undefined ? unknown : { name: 'concept', concept: one as ConceptId }
    case 'browse':
      if (one === undefined) return { name }
      return second === undefined || second === ''
        ? { name: 'browse', language: one as LanguageCode }
        : { name: 'browse', language: one as LanguageCode, letter: second }
    case 'topics':
      return one === undefined ? { name } : { name, topic: one as Topic }
    case 'domains':
      return one === undefined ? { name } : { name, domain: one as SemanticDomain }
    case 'about':
      return one === undefined ? unknown : { name, language: one as LanguageCode }
    case 'content':
      return { name, query: decode(search.replace(/^q=/, '')) ?? '' }
    case 'favourites':
    case 'history':
    case 'library':
    case 'settings':
      return one === undefined ? { name } : unknown
    default:
      return unknown
  }
}

const decode = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part)
  } catch (fault) {
    if (fault instanceof URIError) return undefined
    throw fault
  }
}

export const routeHash = (route: Route): string => {
  switch (route.name) {
    case 'home':
      return '#/'
    case 'entry':
      return join('e', route.language, route.entry)
    case 'concept':
      return join('concept', route.concept)
    case 'browse':
      return join('browse', route.language, route.letter)
    case 'topics':
      return join('topics', route.topic)
    case 'domains':
      return join('domains', route.domain)
    case 'about':
      return join('about', route.language)
    case 'content':
      return `#/content?q=${encodeURIComponent(route.query)}`
    case 'unknown':
      return route.hash
    default:
      return join(route.name)
  }
}

const join = (...parts: readonly (string | undefined)[]): string =>
  `#/${parts
    .filter((part) => part !== undefined)
    .map((part) => encodeURIComponent(part))
    .join('/')}`
