import { Theme, Themes } from '../parts/Themes'
import type { ScreenProps } from './index'

export function Topics({ route, texts }: ScreenProps<'topics'>) {
  const title = texts.browse.topics
  return route.topic === undefined ? (
    <Themes kind="topics" title={title} texts={texts} />
  ) : (
    <Theme key={route.topic} kind="topics" code={route.topic} title={title} texts={texts} />
  )
}
