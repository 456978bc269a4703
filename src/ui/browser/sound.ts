import type { SoundEnd, SoundOutput } from '../../app/clips/player'
import { writeWav } from '../../audio/wav'

/**
 * One `<audio>` element for all that is heard. It keeps the pitch at a slower speed and sounds when a
 * phone is set to silent, which Web Audio does not; and browsers that want a tap first trust an
 * element for ever once it has played within one.
 */
export const createSoundOutput = (window: Window): SoundOutput => {
  const { document } = window
  let element: HTMLAudioElement | undefined
  let held: string | undefined
  let isTrusted = false
  let settle: ((end: SoundEnd) => void) | undefined
  let endRest: (() => void) | undefined
  const others = createTabChannel(window.location.pathname, () => settle?.('stopped'))

  const audio = (): HTMLAudioElement => {
    element ??= createElement(document, (end) => settle?.(end))
    return element
  }
  const hold = (key: string, bytes: Uint8Array, type: string): HTMLAudioElement => {
    const it = audio()
    if (held === key && it.error === null) return it
    const before = it.src
    it.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
    URL.revokeObjectURL(before)
    held = key
    return it
  }
  const stop = () => {
    settle?.('stopped')
    endRest?.()
  }

  document.addEventListener('visibilitychange', () => {
    // What happened while the page was frozen told nobody.
    if (!document.hidden && element?.paused) settle?.(element.ended ? 'ended' : 'stopped')
  })
  window.addEventListener('pagehide', stop)

  return {
    play: (key, bytes, type, rate) => {
      stop()
      const it = hold(key, bytes, type)
      setSpeed(it, rate)
      if (it.currentTime > 0) it.currentTime = 0
      others.tell()
      isTrusted = true
      return new Promise((done) => {
        const unwatch = watchProgress(it, () => mine(it.currentTime > 0 ? 'stopped' : 'blocked'))
        const mine = (end: SoundEnd) => {
          if (settle !== mine) return
          settle = undefined
          unwatch()
          if (!it.paused) it.pause()
          if (end === 'blocked') isTrusted = false
          done(end)
        }
        settle = mine
        it.play().then(undefined, (fault: unknown) => mine(endOf(fault)))
      })
    },
    prepare: (key, bytes, type) => {
      if (settle === undefined) hold(key, bytes, type).preload = 'auto'
    },
    unlock: () => {
      if (isTrusted) return
      isTrusted = true
      hold(SILENCE, writeWav(new Int16Array(SILENCE_RATE / 20), SILENCE_RATE), 'audio/wav')
        .play()
        // The sound itself follows, and tells whether it was let through.
        .then(undefined, (fault: unknown) => {
          if (endOf(fault) === 'blocked') isTrusted = false
        })
    },
    rest: (milliseconds) =>
      new Promise((done) => {
        const finish = () => {
          window.clearTimeout(timer)
          endRest = undefined
          done()
        }
        const timer = window.setTimeout(finish, milliseconds)
        endRest = finish
      }),
    stop,
    onHidden: (callback) =>
      document.addEventListener('visibilitychange', () => {
        if (document.hidden) callback()
      }),
  }
}

const SILENCE = 'silence'
const SILENCE_RATE = 8000

/** Events arrive late: each is believed only where the element is still as the event says. */
const createElement = (document: Document, onEnd: (end: SoundEnd) => void): HTMLAudioElement => {
  const element = document.createElement('audio')
  element.addEventListener('ended', () => {
    if (element.ended) onEnd('ended')
  })
  // By the device: a call came, or headphones were pulled out. At its end a sound pauses as well.
  element.addEventListener('pause', () => {
    if (element.paused) onEnd(element.ended ? 'ended' : 'stopped')
  })
  element.addEventListener('error', () => {
    if (element.error !== null) onEnd('unplayable')
  })
  return element
}

/** The names that browsers had for keeping the pitch. */
interface PitchKeeping {
  preservesPitch?: boolean
  webkitPreservesPitch?: boolean
  mozPreservesPitch?: boolean
}

/** After the source was set, which resets it. */
const setSpeed = (element: HTMLAudioElement & PitchKeeping, rate: number): void => {
  element.preservesPitch = true
  element.webkitPreservesPitch = true
  element.mozPreservesPitch = true
  element.defaultPlaybackRate = rate
  element.playbackRate = rate
}

const endOf = (fault: unknown): SoundEnd => {
  const name = fault instanceof DOMException ? fault.name : ''
  if (name === 'NotAllowedError') return 'blocked'
  // Something else was asked of the element before it began.
  return name === 'AbortError' ? 'stopped' : 'unplayable'
}

const LOOK_MS = 1000
const PATIENCE = 3

/** Calls back when a sound neither goes on nor says why. What it returns ends the watch. */
const watchProgress = (element: HTMLAudioElement, onStuck: () => void): (() => void) => {
  let seen = -1
  let still = 0
  const timer = setInterval(() => {
    still = element.currentTime === seen ? still + 1 : 0
    seen = element.currentTime
    if (still >= PATIENCE) onStuck()
  }, LOOK_MS)
  return () => clearInterval(timer)
}

/** Tells the app's other tabs, where the browser can, that this one sounds now. */
const createTabChannel = (path: string, onOther: () => void): { tell(): void } => {
  let channel: BroadcastChannel | undefined
  return {
    tell: () => {
      if (channel === undefined && typeof BroadcastChannel !== 'undefined') {
        channel = new BroadcastChannel(`rong-sound:${path}`)
        channel.onmessage = onOther
      }
      channel?.postMessage('sounds')
    },
  }
}
