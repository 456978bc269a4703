import { type ReadonlySignal, signal } from '@preact/signals-core'
import {
  CONSENT_LIMITS,
  createListener,
  HEADWORD_LIMITS,
  type Heard,
  type Listener,
} from '../../audio/listener'
import { ok, type Result } from '../../lexicon/result'
import type { Take, TakeStore } from '../../store/recording-store'
import type { Level, Microphone, MicrophoneFault, OpenMicrophone, Subject } from './recorder'
import { createTakeWriter, type FinishedTake, type TakeWriter } from './take-writer'

/** The microphone, what is heard in it, and the take that is being written. */
export interface Hearing {
  readonly level: ReadonlySignal<Level>
  isOpen(): boolean
  /** None: something else was asked for before the user had answered the browser. */
  open(): Promise<Result<void, MicrophoneFault> | undefined>
  /** Begins takes of the subject when somebody speaks; after one it hears no more until it is asked again. */
  hear(subject: Subject): void
  start(): void
  stop(): void
  /** Stops, and hears nothing until it is asked again: something else is about to be done. */
  pause(): void
  /** Settles when no take is being recorded or stored. */
  settled(): Promise<void>
  /** A take that is being recorded is ended first. */
  close(): void
}

export interface HearingEvents {
  readonly onBegun: (subject: Subject) => void
  readonly onProgress: (subject: Subject, seconds: number) => void
  readonly onFinished: (subject: Subject, finished: FinishedTake) => void
  /** The microphone was taken away, and is closed. @param isBack while the page was in the background */
  readonly onLost: (isBack: boolean) => void
}

export interface HearingDependencies {
  readonly store: TakeStore
  readonly microphone: Microphone
  readonly now: () => number
  readonly randomId: () => string
}

const SILENT: Level = { rms: -100, peak: -100 }

/** Times a second that the level is told. */
const LEVELS = 15

export const createHearing = (
  { store, microphone, now, randomId }: HearingDependencies,
  events: HearingEvents,
): Hearing => {
  const level = signal<Level>(SILENT)
  let opened: OpenMicrophone | undefined
  let listener: Listener | undefined
  let subject: Subject | undefined
  let writer: TakeWriter | undefined
  let finishing: Promise<void> = Promise.resolve()
  let sinceLevel = 0
  let isHidden = false
  let isLostWhileHidden = false
  /** The browser asks the user; that can take for ever, and cannot be called off. */
  let asking: ReturnType<Microphone['open']> | undefined
  let isWanted = false
  let giveUp: (() => void) | undefined

  /** Ids sort by time. */
  const newTake = ({ kind, language, entry, form, text, speaker }: Subject, rate: number): Take => {
    const at = now()
    const id = at.toString(36).padStart(9, '0') + randomId()
    return {
      ...{ id, language, kind, text, speaker, at, rate },
      ...(entry !== undefined && { entry }),
      ...(form !== undefined && { form }),
      ...{ length: 0, faults: [], state: 'fresh' },
    }
  }

  const take = (one: Heard): void => {
    if (subject === undefined || opened === undefined) return
    if (one.kind === 'begun') {
      writer = createTakeWriter(store, newTake(subject, opened.rate))
      writer.add(one.samples)
      events.onBegun(subject)
    } else if (one.kind === 'more') writer?.add(one.samples)
    else if (writer !== undefined) {
      const [of, ended] = [subject, writer]
      subject = undefined
      writer = undefined
      level.value = SILENT
      finishing = ended.finish(one.length).then((finished) => events.onFinished(of, finished))
    }
  }

  const onSamples = (samples: Float32Array): void => {
    if (opened === undefined || listener === undefined || subject === undefined) return
    for (const one of listener.feed(samples)) take(one)
    sinceLevel += samples.length
    if (sinceLevel < opened.rate / LEVELS) return
    sinceLevel %= opened.rate / LEVELS
    level.value = listener.loudness()
    if (subject !== undefined && writer !== undefined) events.onProgress(subject, writer.seconds())
  }

  const stop = (): void => {
    for (const one of listener?.finish() ?? []) take(one)
  }

  const pause = (): void => {
    giveUp?.()
    stop()
    subject = undefined
    level.value = SILENT
  }

  const close = (): void => {
    pause()
    opened?.close()
    opened = undefined
    listener = undefined
    isHidden = false
    isLostWhileHidden = false
  }

  const ask = async (): ReturnType<Microphone['open']> => {
    try {
      const answer = await microphone.open(onSamples, onLost, onHidden)
      if (answer.ok && !isWanted) answer.value.close()
      return answer
    } finally {
      asking = undefined
    }
  }

  const lose = (isBack: boolean): void => {
    close()
    events.onLost(isBack)
  }

  const onHidden = (nowHidden: boolean): void => {
    isHidden = nowHidden
    if (isHidden) stop()
    else if (isLostWhileHidden) lose(true)
    // What was heard before is long ago.
    else if (subject !== undefined) listener?.reset(limitsOf(subject))
  }

  const onLost = (): void => {
    stop()
    if (isHidden) isLostWhileHidden = true
    else lose(false)
  }

  return {
    level,
    isOpen: () => opened !== undefined,
    open: async () => {
      if (opened !== undefined) return ok(undefined)
      isWanted = true
      asking ??= ask()
      const givenUp = new Promise<undefined>((resolve) => {
        giveUp = () => {
          isWanted = false
          resolve(undefined)
        }
      })
      const asked = await Promise.race([asking, givenUp])
      giveUp = undefined
      if (asked?.ok !== true) return asked
      opened = asked.value
      listener = createListener(opened.rate, HEADWORD_LIMITS)
      return ok(undefined)
    },
    hear: (next) => {
      pause()
      subject = next
      listener?.reset(limitsOf(next))
    },
    start: () => {
      if (subject !== undefined) for (const one of listener?.begin() ?? []) take(one)
    },
    stop,
    pause,
    settled: async () => {
      let last: Promise<void>
      do {
        last = finishing
        await last
      } while (last !== finishing)
    },
    close,
  }
}

const limitsOf = ({ kind }: Subject) => (kind === 'consent' ? CONSENT_LIMITS : HEADWORD_LIMITS)
