import { openBrowse } from '../../app/browse'
import { routeHash } from '../../app/routes'
import type { LanguageCode } from '../../lexicon/ids'
import { useApp } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { Alphabet } from '../parts/Alphabet'
import { BrowseIndex } from '../parts/BrowseIndex'
import { useTitle } from '../use-title'
import { useView } from '../use-view'
import type { ScreenProps } from './index'

export function Browse({ route, texts }: ScreenProps<'browse'>) {
  return route.language === undefined ? (
    <BrowseIndex texts={texts} />
  ) : (
    <LanguageBrowse
      key={route.language}
      language={route.language}
      letter={route.letter}
      texts={texts}
    />
  )
}

interface LanguageBrowseProps {
  readonly language: LanguageCode | 'vi'
  readonly letter: string | undefined
  readonly texts: PageTexts
}

function LanguageBrowse({ language, letter, texts }: LanguageBrowseProps) {
  const app = useApp()
  const { shelf, groups } = useView(() => openBrowse(app, language), [app, language])
  const name = shelf === undefined ? texts.browse.vietnamese : texts.name(shelf)
  useTitle(name)
  return (
    <div class="column">
      <h1>{name}</h1>
      {shelf !== undefined && (
        <p>
          <a href={routeHash({ name: 'about', language: shelf.language })}>
            {texts.browse.about(texts.name(shelf))}
          </a>
        </p>
      )}
      <Alphabet language={language} letter={letter} groups={groups} texts={texts} />
    </div>
  )
}
