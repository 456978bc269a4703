import type { ConceptId, EntryId, LanguageCode, SemanticDomain, Topic } from '../lexicon/ids'
import { entryHash } from './entry-hash'

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
  /** An entry: that one; a language: a session; neither: where to begin. */
  | { readonly name: 'record'; readonly language?: LanguageCode; readonly entry?: EntryId }
  | { readonly name: 'recordings' }
  | { readonly name: 'clip-review'; readonly language?: LanguageCode }
  | { readonly name: 'content'; readonly query: string }
  | { readonly name: 'unknown'; readonly hash: string }

export type RouteName = Route['name']

/** The parts that follow a page's word in its address; `?`: may be left out. */
const PARTS: Readonly<Record<Exclude<RouteName, 'unknown'>, string>> = {
  home: '',
  entry: 'language entry',
  concept: 'concept',
  browse: 'language? letter?',
  topics: 'topic?',
  domains: 'domain?',
  favourites: '',
  history: '',
  misses: '',
  library: '',
  settings: '',
  about: 'language',
  record: 'language? entry?',
  recordings: '',
  'clip-review': 'language?',
  // Its query stands behind a question mark.
  content: '',
}

/** Pages whose word in an address is not their name. */
const WORDS: readonly (readonly [name: string, word: string])[] = [
  ['home', ''],
  ['entry', 'e'],
]

const partsOf = (name: string): readonly string[] | undefined =>
  new Map(Object.entries(PARTS)).get(name)?.split(' ').filter(Boolean)

/** An address of no page, or one that does not decode, gives `unknown`. */
export const parseRoute = (hash: string): Route => {
  const unknown: Route = { name: 'unknown', hash }
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const texts = path.split('/').map(decode)
  const [word = ' '] = texts
  const name = WORDS.find((pair) => pair[1] === word)?.[0] ?? word
  const parts = partsOf(name)
  if (parts === undefined || texts.length > parts.length + 1 || texts.includes(undefined))
    return unknown
  const route: Record<string, string> = { name }
  for (const [i, part] of parts.entries()) {
    const text = texts[i + 1]
    if (text) route[part.replace('?', '')] = text
    else if (!part.endsWith('?')) return unknown
  }
  if (name === 'content') route.query = decode(search.replace(/^q=/, '')) ?? ''
  // The parts follow the type, and the ids in an address are looked up before they are believed.
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
  const { name } = route
  if (name === 'unknown') return route.hash
  if (name === 'entry') return entryHash(route.language, route.entry)
  if (name === 'content') return `#/content?q=${encodeURIComponent(route.query)}`
  const fields = new Map<string, string>(Object.entries(route))
  const word = WORDS.find((pair) => pair[0] === name)?.[1] ?? name
  const texts = PARTS[name].split(' ').map((part) => fields.get(part.replace('?', '')))
  return `#/${[word, ...texts.flatMap((text) => text || [])].map(encodeURIComponent).join('/')}`
}
