import { useApp } from '../context'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'

/** Unconfirmed recordings stand among the drafts: without them there is nothing to review. */
export function ShowDrafts({ texts }: { readonly texts: PageTexts }) {
  const { preferences } = useApp()
  const { showDrafts } = useSignal(preferences.settings)
  const words = texts.clipReview
  return (
    <div class="notice" data-testid="drafts-hidden">
      {showDrafts ? (
        // They are on their way; the keeper tells where they cannot be had.
        <p role="status">{words.draftsComing}</p>
      ) : (
        <>
          <p>{words.draftsHelp}</p>
          <p class="actions">
            <button
              type="button"
              class="button"
              data-testid="review-show-drafts"
              onClick={() => preferences.change({ showDrafts: true })}
            >
              {words.showDrafts}
            </button>
          </p>
        </>
      )}
    </div>
  )
}
