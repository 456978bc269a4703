import { type Route, routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import { PageIcon } from './PageIcon'

/** The ways to browse. */
export function BrowseIndex({ texts }: { readonly texts: PageTexts }) {
  const { library } = useApp()
  const common = useTexts()
  const shelves = useSignal(library.shelves)
  const { browse } = texts
  useTitle(browse.title)
  return (
    <div class="column">
      <h1>{browse.title}</h1>
      <section class="section">
        <h2>{browse.alphabets}</h2>
        <ul class="rows">
          {shelves.map((shelf) => (
            <Way
              key={shelf.language}
              route={{ name: 'browse', language: shelf.language }}
              name={texts.name(shelf)}
              detail={common.entries((shelf.dictionary?.meta ?? shelf.listing)?.entryCount ?? 0)}
            />
          ))}
          <Way
            route={{ name: 'browse', language: 'vi' }}
            name={browse.vietnamese}
            detail={browse.vietnameseDetail}
          />
        </ul>
      </section>
      <section class="section">
        <h2>{common.topics}</h2>
        <ul class="rows">
          <Way route={{ name: 'topics' }} name={browse.topics} detail={browse.topicsDetail} />
          <Way route={{ name: 'domains' }} name={browse.domains} detail={browse.domainsDetail} />
        </ul>
      </section>
    </div>
  )
}

interface WayProps {
  readonly route: Route
  readonly name: string
  readonly detail: string
}

export function Way({ route, name, detail }: WayProps) {
  return (
    <li>
      <a class="row" href={routeHash(route)}>
        <span>
          {name}
          <span class="detail">{detail}</span>
        </span>
        <PageIcon name="forward" />
      </a>
    </li>
  )
}
