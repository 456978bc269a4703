import { openTheme, openThemes, type ThemeKind } from '../../app/themes'
import { useApp } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useTitle } from '../use-title'
import { useView } from '../use-view'
import { Way } from './BrowseIndex'
import { Empty } from './Empty'
import { EntryRow } from './EntryRow'

interface ThemesProps {
  readonly kind: ThemeKind
  readonly title: string
  readonly texts: PageTexts
}

/** All topics, or all semantic domains. */
export function Themes({ kind, title, texts }: ThemesProps) {
  const app = useApp()
  const { themes, isArriving } = useView(() => openThemes(app, kind), [app, kind])
  useTitle(title)
  return (
    <div class="column">
      <h1>{title}</h1>
      <ul class="rows">
        {themes.map((theme) => (
          <Way
            key={theme.id}
            route={theme.route}
            name={texts.name(theme)}
            detail={[texts.browse.words(theme.count), theme.grades && texts.grades(theme.grades)]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </ul>
      {isArriving && <p class="notice">{texts.stillArriving}</p>}
    </div>
  )
}

interface ThemeProps {
  readonly kind: ThemeKind
  readonly code: string
  readonly title: string
  readonly texts: PageTexts
}

/** The entries of one topic or domain, language by language. */
export function Theme({ kind, code, title, texts }: ThemeProps) {
  const app = useApp()
  const view = useView(() => openTheme(app, kind, code), [app, kind, code])
  const { theme, languages, isArriving } = view
  const name = theme === undefined ? title : texts.name(theme)
  useTitle(name)
  return (
    <div class="column">
      <h1>{name}</h1>
      {theme === undefined && !isArriving && <Empty text={texts.noWords} />}
      {languages
        .filter(({ rows }) => rows.length > 0)
        .map(({ shelf, rows }) => (
          <section key={shelf.language} class="section">
            <h2>
              {texts.name(shelf)} <span class="small soft">{texts.browse.words(rows.length)}</span>
            </h2>
            <ul class="rows">
              {rows.map((row) => (
                <EntryRow key={row.id} shelf={shelf} row={row} />
              ))}
            </ul>
          </section>
        ))}
      {isArriving && <p class="notice">{texts.stillArriving}</p>}
    </div>
  )
}
