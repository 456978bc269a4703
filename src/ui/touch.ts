import { useEffect } from 'preact/hooks'

/** A finger on glass, so that a keyboard on the screen is to be expected. */
export const isTouch = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches

/** Pixels by which the window must shrink for it to be a keyboard and not a bar of the browser. */
const LEAST_KEYBOARD = 120

/** Keeps `--keyboard`, the height that the phone's keyboard hides, or that of our bottom bar without it. */
export const useKeyboardHeight = (isActive: boolean): void => {
  useEffect(() => {
    const { style } = document.documentElement
    const view = window.visualViewport
    if (!isActive) return undefined
    const tallest = Math.max(window.innerHeight, screen.availHeight * 0.8)
    const measure = () => {
      const visible = view?.height ?? window.innerHeight
      const isUp = tallest - visible > LEAST_KEYBOARD
      const hidden = window.innerHeight - visible - (view?.offsetTop ?? 0)
      const bar = document.querySelector('.nav')?.clientHeight ?? 0
      style.setProperty('--keyboard', `${isUp ? Math.max(0, hidden) : bar}px`)
    }
    measure()
    view?.addEventListener('resize', measure)
    view?.addEventListener('scroll', measure)
    return () => {
      view?.removeEventListener('resize', measure)
      view?.removeEventListener('scroll', measure)
    }
  }, [isActive])
}
