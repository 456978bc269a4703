import { routeHash } from '../../app/routes'
import type { Shelf } from '../../app/shelf'
import type { ListRow } from '../../pack/sections'
import { useTexts } from '../context'
import { Headword } from './Headword'
import { PageIcon } from './PageIcon'

interface EntryRowProps {
  readonly shelf: Shelf
  readonly row: ListRow
  /** In lists that mix languages. */
  readonly withLanguage?: boolean
  /** Shown first, where the list goes by meaning. */
  readonly gloss?: string
}

/** A line that leads to an entry. */
export function EntryRow({ shelf, row, withLanguage = false, gloss }: EntryRowProps) {
  const texts = useTexts()
  const lang = shelf.dictionary?.meta.languageTag
  const glosses = gloss === undefined ? row.glossesVi : [gloss]
  return (
    <li>
      <a
        class="row"
        href={routeHash({ name: 'entry', language: shelf.language, entry: row.id })}
        data-testid="entry-row"
      >
        <span>
          <Headword row={row} lang={lang} />
          {row.reviewState !== 'attested' && (
            <span class={`badge ${row.reviewState}`}> {texts.reviewState[row.reviewState]}</span>
          )}
          <span class="detail" lang="vi">
            {withLanguage && <span class="detail-language">{texts.languageName(shelf)} · </span>}
            {row.classifierVi !== undefined && `${row.classifierVi} `}
            {glosses.join('; ')}
            {texts.showsEnglish && row.glossesEn.length > 0 && (
              <span lang="en"> · {row.glossesEn.join('; ')}</span>
            )}
          </span>
        </span>
        <PageIcon name="forward" />
      </a>
    </li>
  )
}
