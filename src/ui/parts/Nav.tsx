import { parseRoute, type Route, type RouteName, routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import type { Texts } from '../locales/vi'
import { useSignal } from '../use-signal'
import { PageIcon, type PageIconName } from './PageIcon'

interface NavItem {
  readonly icon: PageIconName
  readonly text: (texts: Texts) => string
  readonly route: Route
  /** Pages that count as inside this one. */
  readonly holds: readonly RouteName[]
}

const ITEMS: readonly NavItem[] = [
  {
    icon: 'search',
    text: ({ home }) => home,
    route: { name: 'home' },
    holds: ['home', 'entry', 'content'],
  },
  {
    icon: 'browse',
    text: ({ browse }) => browse,
    route: { name: 'browse' },
    holds: ['browse', 'topics', 'domains', 'concept'],
  },
  {
    icon: 'star',
    text: ({ favourites }) => favourites,
    route: { name: 'favourites' },
    holds: ['favourites', 'history'],
  },
  {
    icon: 'library',
    text: ({ library }) => library,
    route: { name: 'library' },
    holds: ['library', 'about'],
  },
  {
    icon: 'settings',
    text: ({ settings }) => settings,
    route: { name: 'settings' },
    holds: ['settings'],
  },
]

export function Nav() {
  const { router } = useApp()
  const texts = useTexts()
  const { name } = parseRoute(useSignal(router.hash))
  return (
    <nav class="nav" aria-label={texts.navigation}>
      <ul>
        {ITEMS.map(({ icon, text, route, holds }) => (
          <li key={icon}>
            <a href={routeHash(route)} aria-current={holds.includes(name) ? 'page' : undefined}>
              <PageIcon name={icon} />
              {text(texts)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
