import { routeHash } from '../../app/routes'
import { Empty } from '../parts/Empty'
import { KeptList } from '../parts/KeptList'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

export function Favourites({ pages, texts }: ScreenProps<'favourites'>) {
  const { favourites } = pages
  const list = useSignal(favourites.list)
  const { title, empty, emptyHelp, history } = texts.favourites
  useTitle(title)
  return (
    <div class="column">
      <h1>{title}</h1>
      {list.length === 0 ? (
        <Empty text={empty} help={emptyHelp} />
      ) : (
        <KeptList
          list={list}
          texts={texts}
          onRemove={({ language, entry }) => void favourites.remove(language, entry)}
        />
      )}
      <p class="actions">
        <a class="button quiet" href={routeHash({ name: 'history' })}>
          {history}
        </a>
      </p>
    </div>
  )
}
