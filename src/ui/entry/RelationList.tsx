import { rowById } from '../../app/entry-index'
import { routeHash } from '../../app/routes'
import { Headword } from '../parts/Headword'
import type { EntryPartProps } from './EntryPage'

/** Entries that this one is tied to; those that are not shown, as drafts may be, are left out. */
export function RelationList({ open, texts }: EntryPartProps) {
  const { shelf, dictionary, full } = open
  const related = full.relations.flatMap((relation) => {
    const row = rowById(dictionary, relation.to)
    return row === undefined ? [] : [{ relation, row }]
  })
  if (related.length === 0) return null
  return (
    <section class="section">
      <h2>{texts.entry.relations}</h2>
      <ul class="rows">
        {related.map(({ relation, row }) => (
          <li key={relation.id}>
            <a
              class="row"
              href={routeHash({ name: 'entry', language: shelf.language, entry: row.id })}
            >
              <span>
                <Headword row={row} lang={dictionary.meta.languageTag} />
                <span class="detail">
                  {texts.entry.relation[relation.kind]} · {row.glossesVi.join('; ')}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
