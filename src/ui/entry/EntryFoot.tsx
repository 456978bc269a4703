import type { Pages } from '../../app/pages'
import type { EntryPartProps } from './EntryPage'

interface EntryFootProps extends EntryPartProps {
  readonly pages: Pages
}

/** Sources of the senses, how to cite the entry, and how to report a mistake. */
export function EntryFoot({ open, pages, texts }: EntryFootProps) {
  const { row, shelf, full, about } = open
  const { sharing } = pages
  const { entry } = texts
  const ids = new Set([...full.senses, ...full.forms].map(({ source }) => source))
  const release = about.language.release
  const url = sharing.address({ name: 'entry', language: shelf.language, entry: row.id })
  const language = texts.name(shelf)
  return (
    <>
      <section class="section">
        <h2>{entry.source}</h2>
        {about.sources
          .filter(({ id }) => ids.has(id))
          .map((source) => (
            <p key={source.id} class="small">
              {source.attribution}
            </p>
          ))}
        {full.senses.map(
          ({ id, sourceGloss }) =>
            sourceGloss !== undefined && (
              <p key={id} class="small soft">
                {entry.sourceGloss}: “{sourceGloss}”
              </p>
            ),
        )}
      </section>
      <section class="section">
        <h2>{entry.cite}</h2>
        <p class="cite" data-testid="citation">
          {entry.citation({ headword: row.headword, language, release, url })}
        </p>
      </section>
      <details class="report-box">
        <summary>{entry.report}</summary>
        <p>{entry.reportHelp}</p>
        <button
          type="button"
          class="button quiet"
          onClick={() => void sharing.copy(entry.description(row.id, row.headword, release))}
        >
          {entry.copyReport}
        </button>
      </details>
    </>
  )
}
