import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { useApp } from '../context'
import { onLookupKey } from '../lookup-keys'
import { isTouch, useKeyboardHeight } from '../touch'
import { useTitle } from '../use-title'
import { Band } from './Band'
import { LetterBar } from './LetterBar'

interface UnderFieldProps {
  readonly field: RefObject<HTMLInputElement | null>
}

/** Under the search field: special letters, and the band. Sees to the keyboard and the way back, too. */
export function UnderField({ field }: UnderFieldProps) {
  const { router } = useApp()
  const touch = isTouch()
  const isFocused = useFocused(field)
  useTitle()
  useKeyboardHeight(touch && isFocused)
  useLayoutEffect(() => {
    const { query = '', scroll = 0 } = router.memory()
    // On a phone the keyboard would hide the results that somebody came back to.
    if (!touch || query === '') field.current?.focus({ preventScroll: true })
    const frame = requestAnimationFrame(() => window.scrollTo(0, scroll))
    return () => cancelAnimationFrame(frame)
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => onLookupKey(event, field.current)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      {(isFocused || !touch) && <LetterBar field={field} isDocked={touch} />}
      <Band />
    </>
  )
}

const useFocused = (field: RefObject<HTMLInputElement | null>): boolean => {
  const [isFocused, setFocused] = useState(document.activeElement === field.current)
  useEffect(() => {
    const input = field.current
    const update = () => setFocused(document.activeElement === input)
    update()
    input?.addEventListener('focus', update)
    input?.addEventListener('blur', update)
    return () => {
      input?.removeEventListener('focus', update)
      input?.removeEventListener('blur', update)
    }
  }, [])
  return isFocused
}
