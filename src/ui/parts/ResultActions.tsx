import { routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import { useSignal } from '../use-signal'
import { Nearby } from './Nearby'

/** Under the results: where else to look. */
export function ResultActions() {
  const { lookup, library } = useApp()
  const texts = useTexts()
  const { query, groups, hasMore } = useSignal(lookup.answer)
  const searched = useSignal(lookup.languages)
  const shelves = useSignal(library.shelves)
  const isAnswered = groups.length > 0
  return (
    <>
      {!isAnswered && <Nearby />}
      <p class="actions">
        {hasMore && (
          <button type="button" class="button quiet" onClick={() => lookup.showMore()}>
            {texts.showMore}
          </button>
        )}
        {isAnswered && searched.length < shelves.length && (
          <button type="button" class="button quiet" onClick={() => lookup.choose(undefined)}>
            {texts.tryAll}
          </button>
        )}
        <a class="button quiet" href={routeHash({ name: 'content', query: query.trim() })}>
          {texts.searchContent}
        </a>
      </p>
    </>
  )
}
