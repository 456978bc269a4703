import { useEffect, useRef } from 'preact/hooks'

export interface DeskActions {
  /** Start, stop or keep, whichever is next. */
  readonly main?: (() => void) | undefined
  readonly redo?: (() => void) | undefined
  readonly skip?: (() => void) | undefined
  readonly back?: (() => void) | undefined
  readonly play?: (() => void) | undefined
  readonly pause?: (() => void) | undefined
}

const ACTION_BY_KEY: Readonly<Record<string, keyof DeskActions>> = {
  ' ': 'main',
  Enter: 'main',
  r: 'redo',
  R: 'redo',
  s: 'skip',
  S: 'skip',
  p: 'play',
  P: 'play',
  ArrowLeft: 'back',
  Escape: 'pause',
}

/** The desk by keyboard. A focused button keeps its own Enter and space bar. */
export const useDeskKeys = (actions: DeskActions): void => {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      const action = ACTION_BY_KEY[event.key]
      if (action === undefined || document.querySelector('[aria-modal=true]') !== null) return
      const { target } = event
      if (
        action === 'main' &&
        target instanceof Element &&
        target.matches('a, button, input, select')
      )
        return
      event.preventDefault()
      latest.current[action]?.()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
