import type { ContentFind, ContentView } from '../../app/content'
import { routeHash } from '../../app/routes'
import type { PageTexts } from '../locales/vi-pages'
import { Headword } from './Headword'
import { Marked } from './Marked'

interface ContentFindsProps {
  readonly view: ContentView
  readonly texts: PageTexts
}

export function ContentFinds({ view, texts }: ContentFindsProps) {
  switch (view.kind) {
    case 'idle':
      return null
    case 'reading':
      return <p role="status">{texts.content.reading}</p>
    case 'found':
      return (
        <section>
          <p role="status" class="soft">
            {texts.content.found(view.finds.length, view.query)}
          </p>
          {view.missing.length > 0 && (
            <p class="notice">{texts.content.missing(view.missing.map(texts.name).join(', '))}</p>
          )}
          <ul class="hits">
            {view.finds.map((find) => (
              <FindRow key={`${find.shelf.language} ${find.row.id}`} find={find} texts={texts} />
            ))}
          </ul>
        </section>
      )
  }
}

function FindRow({ find, texts }: { readonly find: ContentFind; readonly texts: PageTexts }) {
  const { shelf, row, hit } = find
  return (
    <li>
      <a
        class="hit"
        href={routeHash({ name: 'entry', language: shelf.language, entry: row.id })}
        data-testid="hit"
      >
        <span class="hit-head">
          <Headword row={row} lang={shelf.dictionary?.meta.languageTag} />
        </span>
        <span class="hit-language">{texts.name(shelf)}</span>
        <span class="gloss" lang="vi">
          {row.glossesVi.join('; ')}
        </span>
        <span class="gloss soft">
          {texts.content.field[hit.field]}: <Marked text={hit.text} ranges={hit.ranges} />
        </span>
      </a>
    </li>
  )
}
