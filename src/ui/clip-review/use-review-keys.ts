import { isPressedIn, useActionKeys } from '../use-action-keys'

export interface ReviewActions {
  readonly play: () => void
  readonly right: (() => void) | undefined
  readonly wrong: (() => void) | undefined
  readonly skip: () => void
  readonly back: () => void
  readonly end: () => void
}

const ACTION_BY_KEY: Readonly<Record<string, keyof ReviewActions>> = {
  ' ': 'play',
  '1': 'right',
  '2': 'wrong',
  '3': 'skip',
  ArrowRight: 'skip',
  ArrowLeft: 'back',
  Escape: 'end',
}

/** The desk by keyboard, but while somebody types; a focused link or button keeps its own space bar. */
export const useReviewKeys = (actions: ReviewActions): void =>
  useActionKeys(
    ACTION_BY_KEY,
    actions,
    (event) =>
      (isPressedIn(event, 'input') && event.key !== 'Escape') ||
      (event.key === ' ' && isPressedIn(event, 'a, button, summary')),
  )
