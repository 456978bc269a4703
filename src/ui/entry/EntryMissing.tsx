import type { EntryView } from '../../app/entry'
import type { Pages } from '../../app/pages'
import { routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { Empty } from '../parts/Empty'
import { Headword } from '../parts/Headword'
import { useTitle } from '../use-title'

interface EntryMissingProps {
  readonly view: Exclude<EntryView, { readonly kind: 'open' }>
  readonly pages: Pages
  readonly texts: PageTexts
}

/** What stands in an entry's place while it is not here, or when it never will be. */
export function EntryMissing({ view, pages, texts }: EntryMissingProps) {
  const { preferences } = useApp()
  const common = useTexts()
  const { entry } = texts
  useTitle(view.kind === 'arriving' && view.row ? view.row.headword : entry.title)
  const toHome = (
    <a class="button quiet" href="#/">
      {texts.openHome}
    </a>
  )
  switch (view.kind) {
    case 'opening':
    case 'moved':
      return <p class="column soft">{common.opening}</p>
    case 'arriving':
      return (
        <div class="column">
          {view.row !== undefined && (
            <header class="entry-head">
              <h1 data-testid="entry-headword">
                <Headword row={view.row} lang={view.shelf.dictionary?.meta.languageTag} isBig />
              </h1>
              <p class="gloss big" lang="vi">
                {view.row.glossesVi.join('; ')}
              </p>
            </header>
          )}
          <p class="notice" role="status">
            {entry.arriving}
          </p>
          {view.shelf.status.kind !== 'downloading' && (
            <p class="actions">
              <a class="button quiet" href={routeHash({ name: 'library' })}>
                {texts.openLibrary}
              </a>
            </p>
          )}
        </div>
      )
    case 'pack-absent': {
      const { shelf } = view
      return (
        <Empty text={entry.packAbsent(texts.name(shelf))}>
          <button
            type="button"
            class="button"
            onClick={() => void pages.keeper.download(shelf.language)}
          >
            {texts.library.download}
          </button>
        </Empty>
      )
    }
    case 'withdrawn':
      return (
        <Empty text={entry.withdrawn} help={`${entry.reason}: ${view.reason}`}>
          {toHome}
        </Empty>
      )
    case 'draft':
      return (
        <Empty text={entry.draft} help={entry.draftHelp}>
          <button
            type="button"
            class="button"
            data-testid="show-drafts"
            onClick={() => preferences.change({ showDrafts: true })}
          >
            {common.showDrafts}
          </button>
        </Empty>
      )
    case 'unknown':
      return (
        <Empty text={entry.unknown} help={entry.unknownHelp}>
          {toHome}
        </Empty>
      )
    case 'failed':
      return (
        <Empty text={common.fault(view.fault)}>
          <a class="button quiet" href={routeHash({ name: 'library' })}>
            {texts.openLibrary}
          </a>
        </Empty>
      )
  }
}
