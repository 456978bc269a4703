import { useEffect, useState } from 'preact/hooks'
import type { Pages } from '../app/pages'
import { useApp } from './context'

/** What the app can do beyond the first answer; none until it has been fetched. */
export const usePages = (): Pages | undefined => {
  const app = useApp()
  const [pages, setPages] = useState<Pages>()
  useEffect(() => {
    let isGone = false
    app.pages().then(
      (loaded) => {
        if (!isGone) setPages(loaded)
      },
      () => app.notices.fault({ kind: 'offline' }),
    )
    return () => {
      isGone = true
    }
  }, [app])
  return pages
}
