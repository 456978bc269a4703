import { routeHash } from '../../app/routes'
import type { Favourite } from '../../store/store'
import { useApp } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'
import { Icon } from './Icon'

interface KeptListProps {
  readonly list: readonly Favourite[]
  readonly texts: PageTexts
  readonly onRemove?: (kept: Favourite) => void
}

/** Entries that were saved or looked at; they are named even while their pack is away. */
export function KeptList({ list, texts, onRemove }: KeptListProps) {
  const { library } = useApp()
  const shelves = useSignal(library.shelves)
  return (
    <ul class="rows">
      {list.map((kept) => {
        const { language, entry, headword, glossVi, at } = kept
        const shelf = shelves.find((other) => other.language === language)
        return (
          <li key={`${language} ${entry}`} class="row">
            <a class="kept" href={routeHash({ name: 'entry', language, entry })}>
              <span class="word" lang={shelf?.dictionary?.meta.languageTag}>
                {headword}
              </span>
              <span class="detail">
                {glossVi} · {shelf === undefined ? language : texts.name(shelf)} · {texts.date(at)}
              </span>
            </a>
            {onRemove !== undefined && (
              <button
                type="button"
                class="icon-button"
                aria-label={texts.favourites.remove(headword)}
                onClick={() => onRemove(kept)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
