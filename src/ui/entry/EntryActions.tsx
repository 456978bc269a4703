import type { Pages } from '../../app/pages'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'
import type { EntryPartProps } from './EntryPage'

interface EntryActionsProps extends EntryPartProps {
  readonly pages: Pages
}

/** Keep, copy, share, print. A draft is not shared: it would travel without its label. */
export function EntryActions({ open, pages, texts }: EntryActionsProps) {
  const { favourites, sharing, device, platform } = pages
  const { row, shelf } = open
  useSignal(favourites.list)
  const isSaved = favourites.has(shelf.language, row.id)
  const route = { name: 'entry', language: shelf.language, entry: row.id } as const
  const toggle = () => {
    if (isSaved) return void favourites.remove(shelf.language, row.id)
    void favourites.add(shelf.language, row)
    void device.persist()
  }
  const share = () =>
    void sharing.share(
      route,
      row.headword,
      `${row.headword} (${texts.name(shelf)}): ${row.glossesVi.join('; ')}`,
    )
  return (
    <div class="actions">
      <button
        type="button"
        class="icon-button"
        aria-pressed={isSaved}
        aria-label={isSaved ? texts.entry.saved : texts.entry.save}
        data-testid="favourite"
        onClick={toggle}
      >
        <PageIcon name="star" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.entry.copy}
        onClick={() => void sharing.copy(row.headword)}
      >
        <PageIcon name="copy" />
      </button>
      {row.reviewState !== 'draft' && (
        <button type="button" class="icon-button" aria-label={texts.entry.share} onClick={share}>
          <PageIcon name="share" />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={texts.entry.print}
        onClick={() => platform.print()}
      >
        <PageIcon name="print" />
      </button>
    </div>
  )
}
