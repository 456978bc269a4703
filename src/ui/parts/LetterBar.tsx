import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type FieldText, insertLetter, letterBarOf, putMark } from '../../app/letter-bar'
import { useApp, useTexts } from '../context'
import { useSignal } from '../use-signal'

interface LetterBarProps {
  readonly field: RefObject<HTMLInputElement | null>
  /** Above the phone's own keyboard, at the foot of the screen. */
  readonly isDocked: boolean
}

/** Letters that the phone's keyboard lacks. The field keeps its focus and its caret. */
export function LetterBar({ field, isDocked }: LetterBarProps) {
  const { lookup, router } = useApp()
  const texts = useTexts()
  const metas = useSignal(lookup.languages).flatMap(({ dictionary }) => dictionary?.meta ?? [])
  const isComposing = useComposing(field)
  const { letters, marks } = letterBarOf(metas)
  const write = (change: (before: FieldText) => FieldText) => {
    const input = field.current
    if (input === null) return
    const { value: text, selectionStart, selectionEnd } = input
    const start = selectionStart ?? text.length
    const after = change({ text, start, end: selectionEnd ?? start })
    input.value = after.text
    input.setSelectionRange(after.start, after.end)
    lookup.ask(after.text)
    router.remember({ query: after.text })
  }
  if (letters.length === 0) return null
  return (
    <div
      class={isDocked ? 'letters docked' : 'letters'}
      role="toolbar"
      aria-label={texts.letters}
      // Keeps the focus in the field, and with it the phone's keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {marks.map((mark) => (
        <button
          key={mark}
          type="button"
          class="key mark"
          aria-label={texts.putMark(`◌${mark}`)}
          onClick={() => write((before) => putMark(before, mark, isComposing.current))}
        >
          ◌{mark}
        </button>
      ))}
      {letters.map((letter) => (
        <button
          key={letter}
          type="button"
          class="key"
          onClick={() => write((before) => insertLetter(before, letter))}
        >
          {letter}
        </button>
      ))}
    </div>
  )
}

/** Whether an input method has the text before the caret in hand. */
const useComposing = (field: RefObject<HTMLInputElement | null>) => {
  const isComposing = useRef(false)
  useEffect(() => {
    const input = field.current
    const set = (event: Event) => {
      isComposing.current = event.type === 'compositionstart'
    }
    input?.addEventListener('compositionstart', set)
    input?.addEventListener('compositionend', set)
    return () => {
      input?.removeEventListener('compositionstart', set)
      input?.removeEventListener('compositionend', set)
    }
  }, [field])
  return isComposing
}
