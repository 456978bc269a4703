import { routeHash } from '../../app/routes'
import { Headword } from '../parts/Headword'
import { PageIcon } from '../parts/PageIcon'
import type { EntryPartProps } from './EntryPage'

/** The entry's concepts in the other languages. */
export function OtherLanguages({ open, texts }: EntryPartProps) {
  return (
    <>
      {open.elsewhere.map(({ concept, languages }) => (
        <section key={concept.id} class="section">
          <h2>
            {texts.entry.elsewhere}
            {open.elsewhere.length > 1 &&
              `: ${texts.name({ nameVi: concept.labelVi, nameEn: concept.labelEn })}`}
          </h2>
          <ul class="rows">
            {languages.map(({ shelf, rows }) => (
              <li key={shelf.language} class="row elsewhere">
                <span>
                  {rows.map((row) => (
                    <a
                      key={row.id}
                      class="elsewhere-word"
                      href={routeHash({ name: 'entry', language: shelf.language, entry: row.id })}
                    >
                      <Headword row={row} lang={shelf.dictionary?.meta.languageTag} />
                    </a>
                  ))}
                  {rows.length === 0 && (
                    <span class="soft">
                      {shelf.dictionary === undefined ? texts.entry.notHere : texts.entry.notThere}
                    </span>
                  )}
                  <span class="detail">{texts.name(shelf)}</span>
                </span>
              </li>
            ))}
          </ul>
          <p class="actions">
            <a class="button quiet" href={routeHash({ name: 'concept', concept: concept.id })}>
              <PageIcon name="compare" />
              <span>{texts.compare.open}</span>
            </a>
          </p>
        </section>
      ))}
    </>
  )
}
