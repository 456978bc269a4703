import type { ReadonlySignal } from '@preact/signals-core'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'

/** A signal's value; the component is drawn again when it changes. */
export const useSignal = <T>(signal: ReadonlySignal<T>): T => {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0)
  const value = signal.peek()
  const drawn = useRef(value)
  drawn.current = value
  useLayoutEffect(
    () =>
      signal.subscribe((next) => {
        if (next !== drawn.current) redraw(undefined)
      }),
    [signal],
  )
  return value
}
