import { isPressedIn, useActionKeys } from '../use-action-keys'

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

/** The desk by keyboard, but under a dialog. A focused button keeps its own Enter and space bar. */
export const useDeskKeys = (actions: DeskActions): void =>
  useActionKeys(
    ACTION_BY_KEY,
    actions,
    (event, action) =>
      document.querySelector('[aria-modal=true]') !== null ||
      (action === 'main' && isPressedIn(event, 'a, button, input, select')),
  )
