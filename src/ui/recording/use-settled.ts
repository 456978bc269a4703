import { useEffect, useState } from 'preact/hooks'
import type { RecorderPhase } from '../../app/recording/recorder'

/** Milliseconds. A tap that was meant for the phase before comes no later. */
const SETTLING = 250

/**
 * Whether the main button may be pressed: right after the recorder stopped or went on by itself, a tap was
 * meant for what the button said before.
 */
export const useSettled = (phase: RecorderPhase): boolean => {
  const key = phase.kind === 'heard' ? phase.take.id : phase.kind
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), SETTLING)
    return () => clearTimeout(timer)
  }, [key])
  return settled === key || phase.kind === 'recording'
}
