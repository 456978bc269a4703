import { openAbout } from '../../app/about'
import { routeHash } from '../../app/routes'
import { AlphabetSection } from '../about/AlphabetSection'
import { CountsSection } from '../about/CountsSection'
import { EquivalenceSection } from '../about/EquivalenceSection'
import { SourcesSection } from '../about/SourcesSection'
import { VarietySection } from '../about/VarietySection'
import { useApp, useTexts } from '../context'
import { Empty } from '../parts/Empty'
import { useTitle } from '../use-title'
import { useView } from '../use-view'
import type { ScreenProps } from './index'

export function About({ route, texts }: ScreenProps<'about'>) {
  const app = useApp()
  const common = useTexts()
  const view = useView(() => openAbout(app, route.language), [app, route.language])
  const title =
    view.kind === 'open' ? texts.about.title(texts.name(view.shelf)) : texts.library.title
  useTitle(title)
  switch (view.kind) {
    case 'opening':
      return <p class="column soft">{common.opening}</p>
    case 'unknown':
      return <Empty text={texts.unknown.title} />
    case 'pack-absent':
      return <Empty text={texts.entry.packAbsent(texts.name(view.shelf))} />
    case 'failed':
      return <Empty text={common.fault(view.fault)} />
    case 'open': {
      const { about, dictionary, shelf } = view
      const { language } = about
      return (
        <article class="column">
          <h1>{title}</h1>
          <p>{texts.either(language.aboutVi, language.aboutEn)}</p>
          <p class="actions">
            <a class="button quiet" href={routeHash({ name: 'browse', language: shelf.language })}>
              {texts.about.browse}
            </a>
          </p>
          <CountsSection about={about} texts={texts} />
          <AlphabetSection about={about} graphemes={dictionary.meta.graphemes} texts={texts} />
          <VarietySection about={about} varieties={dictionary.meta.varieties} texts={texts} />
          <EquivalenceSection rows={dictionary.meta.equivalences} texts={texts} />
          {language.openQuestions.length > 0 && (
            <section class="section prose">
              <h2>{texts.about.open}</h2>
              <ul>
                {language.openQuestions.map(({ vi, en }) => (
                  <li key={vi}>{texts.either(vi, en)}</li>
                ))}
              </ul>
            </section>
          )}
          <SourcesSection about={about} texts={texts} />
        </article>
      )
    }
  }
}
