import { useEffect, useRef } from 'preact/hooks'

/** What can be done; undefined: not now. */
type Actions<Name extends string> = { readonly [A in Name]?: (() => void) | undefined }

/**
 * Actions by keyboard, as they are at the time. A key that is held down, composes a letter or belongs to
 * a shortcut of the browser does nothing.
 * @param isForOthers whether the key belongs to what has the focus, or to what lies above the page
 */
export const useActionKeys = <Name extends string>(
  actionByKey: Readonly<Record<string, Name>>,
  actions: Actions<Name>,
  isForOthers: (event: KeyboardEvent, action: Name) => boolean,
): void => {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      const action = actionByKey[event.key]
      if (action === undefined || isForOthers(event, action)) return
      event.preventDefault()
      latest.current[action]?.()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Whether the key was pressed in an element of these kinds, as selectors. */
export const isPressedIn = ({ target }: KeyboardEvent, kinds: string): boolean =>
  target instanceof Element && target.matches(kinds)
