import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Navigation, PageMemory } from './platform'

export interface Router {
  /** The address of the present page, which routes.ts reads: that code is not needed for the first answer. */
  readonly hash: ReadonlySignal<string>
  open(hash: string): void
  /** Opens a page in place of this one: for retired ids, so that "back" does not lead to them again. */
  redirect(hash: string): void
  back(): void
  /** What the present history entry keeps. */
  memory(): PageMemory
  remember(memory: PageMemory): void
}

export const createRouter = (navigation: Navigation): Router => {
  const hash = signal(navigation.hash())
  const read = () => {
    hash.value = navigation.hash()
  }
  navigation.listen(read)
  return {
    hash,
    open: (next) => {
      navigation.push(next)
      read()
    },
    redirect: (next) => {
      navigation.replace(next)
      read()
    },
    back: () => navigation.back(),
    memory: () => navigation.memory(),
    remember: (memory) => navigation.remember(memory),
  }
}

/** The page that the app begins with. */
export const isFirstPage = (hash: string): boolean => /^#?\/?(\?|$)/.test(hash)
