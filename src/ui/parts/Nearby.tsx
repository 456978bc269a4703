import type { NoAnswers } from '../../app/no-answer'
import { routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import { usePages } from '../use-pages'
import { useSignal } from '../use-signal'
import { HitList } from './HitList'

/** Where there is no answer: like words of other languages, and where the word would stand in a printed dictionary. */
export function Nearby() {
  const pages = usePages()
  return pages === undefined ? null : <Neighbours noAnswers={pages.noAnswers} />
}

function Neighbours({ noAnswers }: { readonly noAnswers: NoAnswers }) {
  const { library } = useApp()
  const texts = useTexts()
  const shelves = useSignal(library.shelves)
  const why = useSignal(noAnswers.why)
  if (why === undefined) return null
  const nameOf = (language: string) => {
    const shelf = shelves.find((other) => other.language === language)
    return shelf === undefined ? texts.vietnamese : texts.languageName(shelf)
  }
  return (
    <>
      {why.similar.length > 0 && (
        <section class="section">
          <h2>{texts.nearElsewhere}</h2>
          <HitList groups={why.similar} shelves={shelves} texts={texts} />
        </section>
      )}
      {why.letters.length > 0 && (
        <nav class="section" aria-label={texts.byFirstLetter} data-testid="first-letters">
          <h2>{texts.byFirstLetter}</h2>
          <p class="tags">
            {why.letters.map(({ language, letter }) => (
              <a key={language} class="tag" href={routeHash({ name: 'browse', language, letter })}>
                <strong>{letter}</strong> · {nameOf(language)}
              </a>
            ))}
          </p>
        </nav>
      )}
    </>
  )
}
