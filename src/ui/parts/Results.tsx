import type { App } from '../../app/app'
import { routeHash } from '../../app/routes'
import type { FirstTexts } from '../locales/vi-first'
import { watched } from '../watched'
import { HitList } from './HitList'

interface ResultsProps {
  readonly app: App
  readonly texts: FirstTexts
}

/** What the query found, what is like it, and what to do when there is nothing. */
export const Results = watched(({ app, texts }: ResultsProps) => {
  const { lookup, library } = app
  const { query, groups, similar, count, arriving } = lookup.answer.value
  const shelves = library.shelves.value
  return (
    <section aria-label={texts.results}>
      <p class="visually-hidden" role="status">
        {texts.hits(count)}
      </p>
      <HitList groups={groups} shelves={shelves} texts={texts} />
      {similar.length > 0 && (
        <section class="section">
          <h2>{texts.near}</h2>
          <HitList groups={similar} shelves={shelves} texts={texts} />
        </section>
      )}
      {count === 0 && (
        <div class="empty">
          <p>{texts.nothing(query.trim())}</p>
          <p class="soft">{texts.nothingHelp}</p>
        </div>
      )}
      {arriving.length > 0 && (
        <p class="notice" data-testid="arriving">
          {texts.arriving(arriving.map(texts.languageName).join(', '))}
        </p>
      )}
      <p class="actions">
        {lookup.languages.value.length < shelves.length && (
          <button type="button" class="button quiet" onClick={() => lookup.choose(undefined)}>
            {texts.tryAll}
          </button>
        )}
        <a class="button quiet" href={routeHash({ name: 'content', query: query.trim() })}>
          {texts.searchContent}
        </a>
      </p>
    </section>
  )
})
