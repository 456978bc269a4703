import type { Microphone, MicrophoneFault, OpenMicrophone } from '../../app/recording/recorder'
import { err, ok, type Result } from '../../lexicon/result'
import { onlyTab, stayAwake } from './held'
import samplerAddress from './sampler?worker&url'

/** Untouched: filters made for calls swallow quiet consonants, and pump. */
const CONSTRAINTS: MediaStreamConstraints = {
  audio: {
    echoCancellation: false,
    noiseSuppression: false,
    autoGainControl: false,
    channelCount: 1,
  },
}

/** Milliseconds without a sample, twice in a row, after which the microphone counts as lost. */
const STALLED = 1500

/** Milliseconds: a call takes the microphone for longer; a device that wakes up gives it back. */
const MUTED = 1000

export const createMicrophone = (window: Window): Microphone => ({
  open: async (onSamples, onLost, onHidden) => {
    const { mediaDevices } = window.navigator
    // Old browsers, and pages that are not served over https.
    if (mediaDevices === undefined || typeof AudioWorkletNode === 'undefined')
      return err({ kind: 'microphone-unsupported' })
    // Two pages that record into one session would go through the same words.
    const tab = await onlyTab(window.navigator, 'rong-microphone')
    if (tab === undefined) return err({ kind: 'microphone-busy' })
    let stream: MediaStream
    try {
      stream = await mediaDevices.getUserMedia(CONSTRAINTS)
    } catch (fault) {
      tab.release()
      return err(faultOf(fault))
    }
    let context: AudioContext | undefined
    const end = () => {
      for (const track of stream.getTracks()) track.stop()
      if (context !== undefined) change(context.close())
      tab.release()
    }
    try {
      // The shortest buffers run dry on slow phones, which is heard as clicks.
      context = new AudioContext({ latencyHint: 'balanced' })
      await context.audioWorklet.addModule(samplerAddress)
      return listen(window, stream, context, { onSamples, onLost, onHidden, end })
    } catch {
      // No way to hear through it: too many contexts, rates that do not fit, a part that was not fetched.
      end()
      return err({ kind: 'microphone-unsupported' })
    }
  },
})

interface Listening {
  readonly onSamples: (samples: Float32Array) => void
  readonly onLost: () => void
  readonly onHidden: (isHidden: boolean) => void
  readonly end: () => void
}

const listen = (
  window: Window,
  stream: MediaStream,
  context: AudioContext,
  { onSamples, onLost, onHidden, end }: Listening,
): Result<OpenMicrophone, MicrophoneFault> => {
  const { document, navigator } = window
  const [track] = stream.getAudioTracks()
  if (track === undefined) {
    end()
    return err({ kind: 'microphone-missing' })
  }
  const sampler = new AudioWorkletNode(context, 'sampler', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  })
  // Held until it is closed: a source that only the graph knows has fallen silent in Firefox.
  const source = context.createMediaStreamSource(stream)
  let isClosed = false
  let isHeard = true
  let missed = 0
  const lose = () => {
    if (!isClosed) onLost()
  }
  const onMessage = ({ data }: MessageEvent<Float32Array>) => {
    isHeard = true
    if (!isClosed && !document.hidden) onSamples(data)
  }
  const onMute = () => {
    window.setTimeout(() => track.muted && !document.hidden && lose(), MUTED)
  }
  const onDevices = () => {
    if (track.readyState === 'ended') lose()
  }
  const onVisibility = () => {
    const isHidden = document.hidden
    track.enabled = !isHidden
    missed = 0
    change(isHidden ? context.suspend() : context.resume())
    if (!isHidden) onDevices()
    onHidden(isHidden)
  }
  const watchdog = window.setInterval(() => {
    missed = isHeard || document.hidden ? 0 : missed + 1
    isHeard = false
    if (missed === 2) lose()
  }, STALLED)

  source.connect(sampler)
  sampler.port.onmessage = onMessage
  track.addEventListener('ended', lose)
  track.addEventListener('mute', onMute)
  navigator.mediaDevices.addEventListener('devicechange', onDevices)
  document.addEventListener('visibilitychange', onVisibility)
  const awake = stayAwake(window)
  change(context.resume())
  return ok({
    rate: context.sampleRate,
    close: () => {
      if (isClosed) return
      isClosed = true
      window.clearInterval(watchdog)
      sampler.port.onmessage = null
      source.disconnect()
      track.removeEventListener('ended', lose)
      track.removeEventListener('mute', onMute)
      navigator.mediaDevices.removeEventListener('devicechange', onDevices)
      document.removeEventListener('visibilitychange', onVisibility)
      awake.release()
      end()
    },
  })
}

/** That it is closed already, the browser says by rejecting. */
const change = (done: Promise<void>): void => {
  done.catch(() => undefined)
}

const faultOf = (fault: unknown): MicrophoneFault => {
  switch (fault instanceof Error ? fault.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return { kind: 'microphone-denied' }
    case 'NotFoundError':
    case 'OverconstrainedError':
      return { kind: 'microphone-missing' }
    case 'NotReadableError':
    case 'AbortError':
      return { kind: 'microphone-busy' }
    default:
      return { kind: 'microphone-unsupported' }
  }
}
