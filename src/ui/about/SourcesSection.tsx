import type { AboutPartProps } from './CountsSection'

/** The credit of every source, with the licence its data are used under. */
export function SourcesSection({ about, texts }: AboutPartProps) {
  return (
    <section class="section">
      <h2>{texts.about.sources}</h2>
      <ul class="rows">
        {about.sources.map((source) => {
          const licence = about.licences.find(({ id }) => id === source.licence)
          return (
            <li key={source.id} class="row">
              <span>
                {source.attribution}
                <span class="detail">
                  {source.authors} {source.year}. {source.title}
                  {source.published !== undefined && `, ${source.published}`}
                </span>
                <span class="detail">
                  {source.url !== undefined && <a href={source.url}>{source.url}</a>}{' '}
                  {licence !== undefined && <a href={licence.url}>{texts.name(licence)}</a>}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
