import type { ComponentChildren, RefObject } from 'preact'
import type { App } from '../../app/app'
import type { FirstTexts } from '../locales/vi-first'
import { LanguageChips } from '../parts/LanguageChips'
import { type ResultParts, Results } from '../parts/Results'
import { SearchField } from '../parts/SearchField'
import { watched } from '../watched'

interface HomeProps {
  readonly app: App
  readonly texts: FirstTexts
  readonly field: RefObject<HTMLInputElement | null>
  /** Special letters and a band, once the frame is here. */
  readonly underField?: ComponentChildren
  /** What is shown before anything is asked. */
  readonly welcome?: ComponentChildren
  /** What stands around the results, likewise. */
  readonly results?: ResultParts
}

/** The first page: ask, and see. */
export const Home = watched(({ app, texts, field, underField, welcome, results }: HomeProps) => (
  <>
    {/* biome-ignore lint/a11y/useSemanticElements: <search> is younger than the browser floor */}
    <div class="search-bar cloth" role="search">
      <div class="column">
        <SearchField app={app} texts={texts} field={field} />
        <LanguageChips app={app} texts={texts} />
      </div>
      {underField}
    </div>
    <main class="page" id="main" tabIndex={-1}>
      <div class="column">
        {app.lookup.query.value.trim() === '' ? (
          <>
            <h1 class="hero">{texts.hero}</h1>
            {welcome}
          </>
        ) : (
          <Results app={app} texts={texts} parts={results} />
        )}
      </div>
    </main>
  </>
))
