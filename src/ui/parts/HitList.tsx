import type { HitGroup } from '../../app/lookup'
import type { Shelf } from '../../app/shelf'
import type { FirstTexts } from '../locales/vi-first'
import { HitRow } from './HitRow'

export interface HitListProps {
  readonly groups: readonly HitGroup[]
  readonly shelves: readonly Shelf[]
  readonly texts: FirstTexts
}

export function HitList({ groups, shelves, texts }: HitListProps) {
  return (
    <ul class="hits">
      {groups.flatMap(({ language, hits }) => {
        const shelf = shelves.find((other) => other.language === language)
        if (shelf === undefined) return []
        return hits.map((hit) => (
          <HitRow key={`${language} ${hit.number}`} hit={hit} shelf={shelf} texts={texts} />
        ))
      })}
    </ul>
  )
}
