import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Navigation, PageMemory } from './platform'
import { parseRoute, type Route, routeHash } from './routes'

export interface Router {
  readonly route: ReadonlySignal<Route>
  open(route: Route): void
  /** Opens a page in place of this one: for retired ids, so that "back" does not lead to them again. */
  redirect(route: Route): void
  back(): void
  /** What the present history entry keeps. */
  memory(): PageMemory
  remember(memory: PageMemory): void
}

export const createRouter = (navigation: Navigation): Router => {
  const route = signal(parseRoute(navigation.hash()))
  let hash = navigation.hash()
  const read = () => {
    if (navigation.hash() === hash) return
    hash = navigation.hash()
    route.value = parseRoute(hash)
  }
  navigation.listen(read)
  return {
    route,
    open: (next) => {
      navigation.push(routeHash(next))
      read()
    },
    redirect: (next) => {
      navigation.replace(routeHash(next))
      read()
    },
    back: () => navigation.back(),
    memory: () => navigation.memory(),
    remember: (memory) => navigation.remember(memory),
  }
}
