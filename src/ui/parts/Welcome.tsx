import { routeHash } from '../../app/routes'
import { openWordOfTheDay } from '../../app/word-of-the-day'
import { useApp, useTexts } from '../context'
import { useSignal } from '../use-signal'
import { useView } from '../use-view'
import { Band, MOTIFS } from './Band'

/** The first page before anything is typed: the word of the day and the four languages. */
export function Welcome() {
  const { library } = useApp()
  const texts = useTexts()
  const shelves = useSignal(library.shelves)
  return (
    <>
      <DayCard />
      <section class="section">
        <h2>{texts.byAlphabet}</h2>
        <div class="languages">
          {shelves.map((shelf, i) => (
            <a
              key={shelf.language}
              class="language"
              href={routeHash({ name: 'browse', language: shelf.language })}
            >
              <Band motif={MOTIFS[i % MOTIFS.length]!} />
              <div>
                <strong>{texts.languageName(shelf)}</strong>
                <span class="small">
                  {texts.entries((shelf.dictionary?.meta ?? shelf.listing)?.entryCount ?? 0)}
                </span>
              </div>
            </a>
          ))}
        </div>
      </section>
    </>
  )
}

function DayCard() {
  const app = useApp()
  const texts = useTexts()
  const word = useView(() => openWordOfTheDay(app), [app])
  if (word === 'none') return null
  if (word === 'waiting') return <section class="card day waiting" />
  const { shelf, row } = word
  const lang = shelf.dictionary?.meta.languageTag
  return (
    <section class="card day">
      <a href={routeHash({ name: 'entry', language: shelf.language, entry: row.id })}>
        <div class="card-body">
          <h2 class="small soft">
            {texts.wordOfTheDay} · {texts.languageName(shelf)}
          </h2>
          <p class={row.headwordKind === 'spelling' ? 'word big' : 'word big ipa'} lang={lang}>
            {row.headword}
          </p>
          {row.transcription !== undefined && (
            <p class="ipa soft" lang={lang}>
              [{row.transcription}]
            </p>
          )}
          <p class="gloss big" lang="vi">
            {row.classifierVi !== undefined && <span class="classifier">{row.classifierVi} </span>}
            {row.glossesVi.join('; ')}
          </p>
          {texts.showsEnglish && (
            <p class="soft" lang="en">
              {row.glossesEn.join('; ')}
            </p>
          )}
        </div>
      </a>
    </section>
  )
}
