import { useApp, useTexts } from '../context'
import { Mark } from './Mark'
import { Nav } from './Nav'
import { PageIcon } from './PageIcon'

interface TopProps {
  /** None: the first page. */
  readonly title: string | undefined
}

export function Top({ title }: TopProps) {
  const { router } = useApp()
  const texts = useTexts()
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {texts.skip}
      </button>
      <header class="top cloth">
        <div class="column">
          {title === undefined ? (
            <>
              <h1 class="visually-hidden">{texts.title}</h1>
              <a class="brand" href="#/">
                <Mark />
                {texts.appName}
              </a>
            </>
          ) : (
            <>
              <button
                type="button"
                class="icon-button"
                aria-label={texts.back}
                onClick={() => router.back()}
              >
                <PageIcon name="back" />
              </button>
              <p class="title">{title}</p>
            </>
          )}
          <Nav />
        </div>
      </header>
    </>
  )
}
