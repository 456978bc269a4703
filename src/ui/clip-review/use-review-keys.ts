import { useEffect, useRef } from 'preact/hooks'

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
export const useReviewKeys = (actions: ReviewActions): void => {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      const { key, target } = event
      const action = ACTION_BY_KEY[key]
      if (action === undefined) return
      const isIn = (kinds: string) => target instanceof Element && target.matches(kinds)
      if (isIn('input') && key !== 'Escape') return
      if (key === ' ' && isIn('a, button, summary')) return
      event.preventDefault()
      latest.current[action]?.()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
