import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { App } from '../app/app'
import { parseRoute, routeHash } from '../app/routes'
import { useApp, useTexts } from './context'
import type { PageTexts } from './locales/vi-pages'
import { Band } from './parts/Band'
import { restoreScroll } from './restore-scroll'
import { type PageName, type PageRoute, SCREENS } from './screens/index'

interface PageSlotProps {
  /** Of any page but the first. */
  readonly hash: string
  readonly texts: PageTexts
}

/** Shows a page once it has been fetched; until then the page before it stays. */
export function PageSlot({ hash, texts }: PageSlotProps) {
  const app = useApp()
  const common = useTexts()
  const [shown, setShown] = useState<{ readonly page: VNode; readonly hash: string }>()

  useEffect(() => {
    let isLeft = false
    const route = parseRoute(hash)
    if (route.name === 'home') return undefined
    loadPage(app, route, texts).then(
      (page) => {
        if (!isLeft) setShown({ page, hash })
      },
      // A part of the app that was never fetched cannot be had without the network.
      () => app.notices.fault({ kind: 'offline' }),
    )
    return () => {
      isLeft = true
    }
  }, [hash, texts])
  useEffect(() => {
    if (shown === undefined) return undefined
    document.getElementById('main')?.focus({ preventScroll: true })
    return restoreScroll(app.router.memory().scroll ?? 0)
  }, [shown?.hash])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      app.router.open(routeHash({ name: 'home' }))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <Band motif="teeth" />
      <main class="page" id="main" tabIndex={-1}>
        {shown?.page ?? <p class="column soft">{common.opening}</p>}
      </main>
    </>
  )
}

const loadPage = async <Name extends PageName>(
  app: App,
  route: PageRoute<Name>,
  texts: PageTexts,
): Promise<VNode> => {
  // A route of that name has that name: the compiler does not see through the table.
  const load = SCREENS[route.name as Name]
  const [Screen, pages] = await Promise.all([load(), app.pages()])
  return <Screen route={route} pages={pages} texts={texts} />
}
