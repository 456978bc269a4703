import { Empty } from '../parts/Empty'
import { KeptList } from '../parts/KeptList'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

export function History({ pages, texts }: ScreenProps<'history'>) {
  const list = useSignal(pages.history.list)
  const { title, empty, emptyHelp, clear } = texts.history
  useTitle(title)
  return (
    <div class="column">
      <h1>{title}</h1>
      {list.length === 0 ? (
        <Empty text={empty} help={emptyHelp} />
      ) : (
        <>
          <KeptList list={list} texts={texts} />
          <p class="actions">
            <button type="button" class="button quiet" onClick={() => void pages.history.clear()}>
              {clear}
            </button>
          </p>
        </>
      )}
    </div>
  )
}
