import type { App } from '../../app/app'
import type { FirstTexts } from '../locales/vi-first'
import { watched } from '../watched'

interface LanguageChipsProps {
  readonly app: App
  readonly texts: FirstTexts
}

/** Which language is searched: one, or all. */
export const LanguageChips = watched(({ app, texts }: LanguageChipsProps) => {
  const { lookup, library } = app
  const shelves = library.shelves.value
  const searched = lookup.languages.value
  const isAll = searched.length === shelves.length
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chrome 80 lays no fieldset out as flex
    <div class="chips" role="group" aria-label={texts.searchIn}>
      <button
        type="button"
        class="chip"
        aria-pressed={isAll}
        data-testid="language-chip-all"
        onClick={() => lookup.choose(undefined)}
      >
        {texts.all}
      </button>
      {shelves.map((shelf) => {
        const counts = shelf.dictionary?.meta ?? shelf.listing
        return (
          <button
            key={shelf.language}
            type="button"
            class="chip"
            aria-pressed={!isAll && searched.includes(shelf)}
            data-testid={`language-chip-${shelf.language}`}
            onClick={() => lookup.choose(shelf.language)}
          >
            {texts.languageName(shelf)}
            {counts && <span class="chip-count"> {counts.entryCount}</span>}
          </button>
        )
      })}
    </div>
  )
})
