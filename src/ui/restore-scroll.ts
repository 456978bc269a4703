/** Frames to wait for a page that fills itself to be tall enough again. */
const PATIENCE = 40

export const restoreScroll = (to: number): (() => void) => {
  let frames = 0
  let frame = 0
  const attempt = () => {
    window.scrollTo(0, to)
    if (Math.abs(window.scrollY - to) > 1 && frames++ < PATIENCE)
      frame = requestAnimationFrame(attempt)
  }
  attempt()
  return () => cancelAnimationFrame(frame)
}
