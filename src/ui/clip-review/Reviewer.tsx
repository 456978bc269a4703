import { useState } from 'preact/hooks'
import type { PageTexts } from '../locales/vi-pages'

interface ReviewerProps {
  readonly texts: PageTexts
  /** As it was last given. */
  readonly name: string
  readonly onBegin: (name: string) => void
}

/** Who listens: a verdict without a name is worth nothing. */
export function Reviewer({ texts, name, onBegin }: ReviewerProps) {
  const [given, setGiven] = useState(name)
  const [isMissing, setMissing] = useState(false)
  const words = texts.clipReview
  const begin = (event: Event) => {
    event.preventDefault()
    const reviewer = given.trim()
    setMissing(reviewer === '')
    if (reviewer !== '') onBegin(reviewer)
  }
  return (
    <form class="reviewer" onSubmit={begin}>
      <div class="field">
        <label for="reviewer-name">{words.reviewer}</label>
        <input
          id="reviewer-name"
          type="text"
          autocomplete="off"
          maxLength={80}
          value={given}
          aria-invalid={isMissing}
          aria-describedby="reviewer-hint"
          data-testid="reviewer-name"
          onInput={({ currentTarget }) => setGiven(currentTarget.value)}
        />
        <span id="reviewer-hint" class={isMissing ? 'fault' : 'hint'}>
          {isMissing ? words.reviewerMissing : words.reviewerHelp}
        </span>
      </div>
      <p class="actions">
        <button type="submit" class="button" data-testid="review-begin">
          {words.begin}
        </button>
      </p>
    </form>
  )
}
