import { rmsLevel } from './levels'
import type { Pcm } from './pcm'

/** dB. A channel so much quieter than the loudest holds the room, or nothing, as with one microphone on two tracks. */
const MUCH_QUIETER = 6

/**
 * One channel of several: the mean of those that are about equally loud, unless they cancel each other
 * out; then the loudest.
 */
export const downmix = (channels: readonly Float32Array[], rate: number): Pcm => {
  const first = channels[0] ?? new Float32Array(0)
  if (channels.length <= 1) return { samples: first, rate }
  const levels = channels.map((channel) => rmsLevel(channel))
  const loudest = Math.max(...levels)
  const heard = channels.filter((_, i) => levels[i]! > loudest - MUCH_QUIETER)
  const mean = first.map(
    (_, i) => heard.reduce((sum, channel) => sum + channel[i]!, 0) / heard.length,
  )
  const isCancelled = rmsLevel(mean) < loudest - MUCH_QUIETER
  return { samples: isCancelled ? channels[levels.indexOf(loudest)]! : mean, rate }
}
