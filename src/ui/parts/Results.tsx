import type { ComponentType } from 'preact'
import type { App } from '../../app/app'
import type { FirstTexts } from '../locales/vi-first'
import { watched } from '../watched'
import { HitList, type HitListProps } from './HitList'

/** What stands around the plain list of hits, once the frame is here. */
export interface ResultParts {
  /** In place of the list: with headings where they help. */
  readonly Hits: ComponentType<HitListProps>
  /** Why nothing answers, and what to do. */
  readonly Nothing: ComponentType
  /** Where else to look. */
  readonly Below: ComponentType
}

interface ResultsProps {
  readonly app: App
  readonly texts: FirstTexts
  readonly parts?: ResultParts | undefined
}

/** What the query found, what is like it, and what to do when there is nothing. */
export const Results = watched(({ app, texts, parts }: ResultsProps) => {
  const { lookup, library } = app
  const { groups, similar, count, hasMore, arriving } = lookup.answer.value
  const shelves = library.shelves.value
  const { Hits = HitList, Nothing, Below } = parts ?? {}
  return (
    <section aria-label={texts.results}>
      <p class={count > 0 || Nothing ? 'visually-hidden' : 'empty'} role="status">
        {texts.hits(count, hasMore)}
      </p>
      <Hits groups={groups} shelves={shelves} texts={texts} />
      {groups.length === 0 && Nothing && <Nothing />}
      {similar.length > 0 && (
        <section class="section">
          <h2>{texts.near}</h2>
          <HitList groups={similar} shelves={shelves} texts={texts} />
        </section>
      )}
      {arriving.length > 0 && (
        <p class="notice" data-testid="arriving">
          {texts.arriving(arriving.map(texts.languageName).join(', '))}
        </p>
      )}
      {Below && <Below />}
    </section>
  )
})
