import { useEffect } from 'preact/hooks'
import { useSurroundings } from './context'

/** The page's name while it is open; none: the app's own. */
export const useTitle = (title?: string): void => {
  const { setTitle, texts } = useSurroundings()
  useEffect(() => {
    setTitle(title)
    document.title = title === undefined ? texts.title : `${title} – ${texts.appName}`
  }, [title, texts])
}
