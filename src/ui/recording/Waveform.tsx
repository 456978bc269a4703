import type { RecorderPhase } from '../../app/recording/recorder'

type Heard = Extract<RecorderPhase, { readonly kind: 'heard' }>

/** Quiet sounds are drawn larger than they are, so that a quiet take is more than a line. */
const BEND = 0.6

/** A take as it looks, where somebody speaks in it marked. */
export function Waveform({ waveform, speech }: Pick<Heard, 'waveform' | 'speech'>) {
  const path = waveform
    .map(([low, high], column) => `M${column + 0.5} ${height(high)}V${height(low)}`)
    .join('')
  return (
    <svg
      class="waveform"
      viewBox={`0 -50 ${Math.max(1, waveform.length)} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      data-testid="record-waveform"
    >
      {speech !== undefined && (
        <rect x={speech[0]} y="-50" width={Math.max(1, speech[1] - speech[0])} height="100" />
      )}
      <path d={path} />
    </svg>
  )
}

/** Never nothing: silence is a line. */
const height = (sample: number): number => {
  const bent = Math.abs(sample) ** BEND * 48
  return Math.round((sample > 0 ? -Math.max(bent, 0.6) : Math.max(bent, 0.6)) * 10) / 10
}
