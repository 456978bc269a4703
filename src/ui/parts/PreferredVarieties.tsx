import { useApp } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'

/** For each language with several varieties, the one whose entries come first. */
export function PreferredVarieties({ texts }: { readonly texts: PageTexts }) {
  const { preferences, library } = useApp()
  const { preferredVariety } = useSignal(preferences.settings)
  const shelves = useSignal(library.shelves)
  const { preferred, preferredHelp, noPreference } = texts.settings
  return (
    <section class="section">
      <h2>{preferred}</h2>
      <p class="hint">{preferredHelp}</p>
      {shelves.map((shelf) => {
        const { language, dictionary } = shelf
        const varieties = (dictionary?.meta.varieties ?? []).filter(
          ({ rank, shown }) => rank > 0 && shown === 'default',
        )
        if (varieties.length < 2) return null
        return (
          <div key={language} class="field">
            <label for={`variety-${language}`}>{texts.name(shelf)}</label>
            <select
              id={`variety-${language}`}
              value={preferredVariety[language] ?? ''}
              onChange={({ currentTarget }) => {
                const { [language]: _, ...others } = preferredVariety
                const chosen = varieties.find(({ id }) => id === currentTarget.value)
                preferences.change({
                  preferredVariety:
                    chosen === undefined ? others : { ...others, [language]: chosen.id },
                })
              }}
            >
              <option value="">{noPreference}</option>
              {varieties.map((variety) => (
                <option key={variety.id} value={variety.id}>
                  {texts.name(variety)}
                </option>
              ))}
            </select>
          </div>
        )
      })}
    </section>
  )
}
