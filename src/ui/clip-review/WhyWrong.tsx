import { useEffect, useRef, useState } from 'preact/hooks'
import type { PageTexts } from '../locales/vi-pages'

interface WhyWrongProps {
  readonly texts: PageTexts
  readonly onReason: (reason: string) => void
  readonly onBack: () => void
}

/** A rejection tells whoever records it again what to do better. */
export function WhyWrong({ texts, onReason, onBack }: WhyWrongProps) {
  const [own, setOwn] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('button')?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const words = texts.clipReview
  const send = (event: Event) => {
    event.preventDefault()
    if (own.trim() !== '') onReason(own.trim())
  }
  return (
    <div ref={box} class="review-reasons" data-testid="review-reasons">
      <h3>{words.why}</h3>
      <ul>
        {words.reasons.map((reason) => (
          <li key={reason}>
            <button type="button" class="button quiet" onClick={() => onReason(reason)}>
              {reason}
            </button>
          </li>
        ))}
      </ul>
      <form class="field" onSubmit={send}>
        <label for="review-reason">{words.otherReason}</label>
        <input
          id="review-reason"
          type="text"
          maxLength={200}
          autocomplete="off"
          value={own}
          data-testid="review-reason"
          onInput={({ currentTarget }) => setOwn(currentTarget.value)}
        />
        <p class="actions">
          <button type="submit" class="button" disabled={own.trim() === ''}>
            {words.saveReason}
          </button>
          <button type="button" class="button quiet" onClick={onBack}>
            {words.notWrong}
          </button>
        </p>
      </form>
    </div>
  )
}
