import { type ComparedLanguage, openCompare } from '../../app/compare'
import { routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { Empty } from '../parts/Empty'
import { useTitle } from '../use-title'
import { useView } from '../use-view'
import type { ScreenProps } from './index'

/** One concept in four languages and their varieties. */
export function Concept({ route, texts }: ScreenProps<'concept'>) {
  const app = useApp()
  const common = useTexts()
  const view = useView(() => openCompare(app, route.concept), [app, route.concept])
  const label =
    view.kind === 'open'
      ? texts.name({ nameVi: view.concept.labelVi, nameEn: view.concept.labelEn })
      : undefined
  useTitle(label === undefined ? texts.compare.title : `${texts.compare.title}: ${label}`)
  if (view.kind === 'opening') return <p class="column soft">{common.opening}</p>
  if (view.kind === 'unknown') return <Empty text={texts.compare.unknown} />
  return (
    <div class="column wide">
      <h1>{label}</h1>
      <p class="soft">
        {view.concept.labelEn} · Concepticon {view.concept.id}
      </p>
      <div class="compare-grid">
        {view.columns.map((column) => (
          <LanguageTable key={column.shelf.language} column={column} texts={texts} />
        ))}
      </div>
    </div>
  )
}

interface LanguageTableProps {
  readonly column: ComparedLanguage
  readonly texts: PageTexts
}

function LanguageTable({ column, texts }: LanguageTableProps) {
  const { shelf, isHere, varieties } = column
  return (
    <table class="compare">
      <caption>{texts.name(shelf)}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{texts.compare.variety}</th>
          <th scope="col">{texts.compare.form}</th>
        </tr>
      </thead>
      <tbody>
        {varieties.map(({ variety, forms }) => (
          <tr key={variety.id}>
            <th scope="row">
              {texts.name(variety)}
              {variety.shown === 'compare' && (
                <span class="detail small soft">{texts.compare.elsewhere}</span>
              )}
            </th>
            <td>
              {forms.map(({ form, row }) => (
                <a
                  key={form.id}
                  class="elsewhere-word"
                  href={routeHash({ name: 'entry', language: shelf.language, entry: row.id })}
                >
                  <span
                    class={form.kind === 'spelling' ? 'word' : 'word ipa'}
                    lang={shelf.dictionary?.meta.languageTag}
                  >
                    {form.text}
                  </span>
                </a>
              ))}
            </td>
          </tr>
        ))}
        {varieties.length === 0 && (
          <tr>
            <td colSpan={2} class="soft">
              {isHere ? texts.compare.none : texts.entry.notHere}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
