import { useEffect, useRef } from 'preact/hooks'
import type { Level, Recorder } from '../../app/recording/recorder'
import type { RecordingTexts } from '../locales/vi-recording'

/** dBFS at the ends of the meter, and where its zones meet. */
const LEAST = -60
const MOST = -2
const QUIET_BELOW = -42
const LOUD_ABOVE = -14
/** dBFS of a peak: from here on it will soon be clipped, however quiet the rest. */
const LOUD_PEAK = -1.5

interface LevelMeterProps {
  readonly recorder: Recorder
  readonly texts: RecordingTexts
}

/** How loud it is now. Moves many times a second, so it is moved by hand, not drawn again. */
export function LevelMeter({ recorder, texts }: LevelMeterProps) {
  const meter = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      recorder.level.subscribe((level) => {
        if (meter.current === null || bar.current === null) return
        meter.current.dataset.rms = level.rms.toFixed(0)
        meter.current.dataset.zone = zoneOf(level)
        bar.current.style.transform = `scaleX(${share(level).toFixed(3)})`
      }),
    [recorder],
  )
  const { desk } = texts
  return (
    <div ref={meter} class="level" data-testid="record-level" aria-hidden="true">
      <div class="level-track">
        <div ref={bar} class="level-bar" />
      </div>
      <div class="level-zones">
        <span>{desk.quiet}</span>
        <span>{desk.right}</span>
        <span>{desk.loud}</span>
      </div>
    </div>
  )
}

const zoneOf = ({ rms, peak, warning }: Level): 'quiet' | 'right' | 'loud' =>
  warning === 'too-loud' || rms > LOUD_ABOVE || peak > LOUD_PEAK
    ? 'loud'
    : rms < QUIET_BELOW
      ? 'quiet'
      : 'right'

/** 0 … 1 of the meter. */
const share = ({ rms, peak }: Level): number =>
  peak > LOUD_PEAK ? 1 : Math.min(1, Math.max(0, (rms - LEAST) / (MOST - LEAST)))
