import { Empty } from '../parts/Empty'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

export function Unknown({ route, texts }: ScreenProps<'unknown'>) {
  useTitle(texts.unknown.title)
  return (
    <div class="column">
      <h1>{texts.unknown.title}</h1>
      <Empty text={texts.unknown.help(route.hash)}>
        <a class="button" href="#/">
          {texts.openHome}
        </a>
      </Empty>
    </div>
  )
}
