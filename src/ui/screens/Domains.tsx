import { Theme, Themes } from '../parts/Themes'
import type { ScreenProps } from './index'

export function Domains({ route, texts }: ScreenProps<'domains'>) {
  const title = texts.browse.domains
  return route.domain === undefined ? (
    <Themes kind="domains" title={title} texts={texts} />
  ) : (
    <Theme key={route.domain} kind="domains" code={route.domain} title={title} texts={texts} />
  )
}
