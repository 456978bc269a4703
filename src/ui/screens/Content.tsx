import { useEffect, useState } from 'preact/hooks'
import { routeHash } from '../../app/routes'
import { useApp } from '../context'
import { ContentFinds } from '../parts/ContentFinds'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

/** Search through everything that can be read, on a page of its own with its own address. */
export function Content({ route, pages, texts }: ScreenProps<'content'>) {
  const { router } = useApp()
  const view = useSignal(pages.content.view)
  const [typed, setTyped] = useState(route.query)
  useTitle(texts.content.title)
  useEffect(() => {
    setTyped(route.query)
    void pages.content.find(route.query)
  }, [route.query])
  return (
    <div class="column">
      <h1>{texts.content.title}</h1>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is younger than the browser floor */}
      <form
        class="content-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          const hash = routeHash({ name: 'content', query: typed })
          if (hash !== routeHash(route)) router.redirect(hash)
        }}
      >
        <div class="field">
          <label for="content-query">{texts.content.label}</label>
          <input
            id="content-query"
            type="search"
            value={typed}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <span class="hint">{texts.content.help}</span>
        </div>
        <p class="actions">
          <button type="submit" class="button">
            {texts.content.find}
          </button>
        </p>
      </form>
      <ContentFinds view={view} texts={texts} />
    </div>
  )
}
