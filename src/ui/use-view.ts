import { useEffect, useMemo } from 'preact/hooks'
import type { View } from '../app/view'
import { useSignal } from './use-signal'

/** Opens what a page shows, again when one of the keys changes, and closes it with the page. */
export const useView = <T>(open: () => View<T>, keys: readonly unknown[]): T => {
  const view = useMemo(open, keys)
  useEffect(() => () => view.close(), [view])
  return useSignal(view.value)
}
