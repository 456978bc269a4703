import type { RefObject } from 'preact'
import type { App } from '../../app/app'
import type { FirstTexts } from '../locales/vi-first'
import { watched } from '../watched'
import { Icon } from './Icon'

interface SearchFieldProps {
  readonly app: App
  readonly texts: FirstTexts
  readonly field: RefObject<HTMLInputElement | null>
}

/** Every keystroke searches. What is typed is never rewritten, so that input methods can compose. */
export const SearchField = watched(({ app, texts, field }: SearchFieldProps) => {
  const { lookup, router } = app
  const [only, ...more] = lookup.languages.value
  const lang = more.length === 0 ? only?.dictionary?.meta.languageTag : 'vi'
  const ask = (text: string) => {
    lookup.ask(text)
    router.remember({ query: text, scroll: 0 })
  }
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        lang={lang}
        value={lookup.query.value}
        placeholder={texts.placeholder}
        aria-label={texts.search}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        enterkeyhint="search"
        data-testid="search-input"
        onInput={(event) => ask(event.currentTarget.value)}
      />
      {lookup.query.value !== '' && (
        <button
          type="button"
          class="icon-button"
          aria-label={texts.clear}
          onClick={() => {
            ask('')
            field.current?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
})
