import { batch, signal } from '@preact/signals-core'
import { writeWav } from '../../audio/wav'
import { err, ok, type Result } from '../../lexicon/result'
import type { RecordingPlan, Take } from '../../store/recording-store'
import type { StoreError } from '../../store/store-error'
import { openedDictionary } from '../opened-dictionary'
import { createHearing } from './hearing'
import { drawTake } from './judge-take'
import { isUnderWay, shownTake } from './phases'
import type { Recorder, RecorderDependencies, RecorderPhase, Subject } from './recorder'
import { chooseEntries, kept, movedTo, skipped, subjectOf } from './recording-plan'
import { createSpeakerList } from './speaker-list'
import { createTakeList } from './take-list'

export const createRecorder = (dependencies: RecorderDependencies): Recorder => {
  const { app, store, now, randomId } = dependencies
  const phase = signal<RecorderPhase>({ kind: 'off' })
  const plan = signal<RecordingPlan | undefined>(undefined)
  const fault = signal<StoreError | undefined>(undefined)
  const list = createTakeList(store.takes)
  const people = createSpeakerList(store.takes)
  const { speakers } = people
  /** Whether what is heard belongs to the session; else it was asked for by itself. */
  let isSession = false
  /** Where the session has come to, to be shown together with what happens there. */
  let arriving: RecordingPlan | undefined

  const setPhase = (next: RecorderPhase): void =>
    batch(() => {
      plan.value = arriving ?? plan.value
      arriving = undefined
      phase.value = next
    })

  const hearing = createHearing(
    { ...dependencies, store: store.takes },
    {
      onBegun: (subject) => {
        setPhase({ kind: 'recording', subject, seconds: 0 })
      },
      onProgress: (subject, seconds) => {
        setPhase({ kind: 'recording', subject, seconds })
      },
      onFinished: (subject, finished) => {
        list.add(finished)
        show(subject, finished.take, finished.samples)
      },
      onLost: (isBack) => {
        const was = phase.value
        if (was.kind !== 'waiting') return
        setPhase({ kind: 'failed', fault: { kind: 'microphone-lost' } })
        if (isBack) void inTurn(() => listenTo(was.subject))
      },
    },
  )

  let last: Promise<unknown> = Promise.resolve()
  /** One thing after another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(hearing.settled).then(work)
    last = done.catch(() => undefined)
    return done
  }
  /** Whether the take that is shown now is shown later: a button pressed twice does nothing to the next. */
  const sameTake = (): (() => boolean) => {
    const before = shownTake(phase.value)
    return () => before === undefined || before === shownTake(phase.value)
  }
  const tell = (found: StoreError | undefined): void => {
    fault.value = found
  }
  const told = (result: Result<unknown, StoreError>): boolean => {
    tell(result.ok ? undefined : result.error)
    return result.ok
  }

  const show = (subject: Subject, take: Take, samples: Int16Array): void => {
    const unsaved = list.whyUnsaved(take.id)
    const heard = { kind: 'heard', subject, take, ...drawTake(take, samples) } as const
    setPhase(unsaved === undefined ? heard : { ...heard, unsaved })
  }

  const closeMicrophone = (): void => {
    hearing.close()
    setPhase({ kind: 'off' })
  }

  const listenTo = async (subject: Subject): Promise<void> => {
    const undecided = list.undecided(subject)
    const samples = undecided && (await list.samples(undecided.id))
    if (undecided !== undefined && samples?.ok && samples.value !== undefined)
      return show(subject, undecided, samples.value)
    if (!hearing.isOpen()) setPhase({ kind: 'asking' })
    const opened = await hearing.open()
    if (opened === undefined) return setPhase({ kind: 'off' })
    if (!opened.ok) return setPhase({ kind: 'failed', fault: opened.error })
    hearing.hear(subject)
    setPhase({ kind: 'waiting', subject })
    const pages = await app.pages()
    void pages.device.persist()
  }

  /** To a place of the session; entries that the dictionary has no more are passed over. */
  const goOn = async (from = plan.value): Promise<void> => {
    isSession = true
    for (let now = from; now !== undefined; ) {
      arriving = now
      if (now.position >= now.entries.length) return closeMicrophone()
      const dictionary = await openedDictionary(app.library, now.language)
      if (dictionary === undefined)
        return setPhase({ kind: 'failed', fault: { kind: 'dictionary-missing' } })
      const subject = await subjectOf(now, dictionary)
      if (subject !== undefined) return listenTo(subject)
      now = skipped(now)
      told(await store.takes.saveSession(now))
    }
  }

  const goTo = async (next: RecordingPlan): Promise<void> => {
    told(await store.takes.saveSession(next))
    await goOn(next)
  }

  const endSession = async (): Promise<void> => {
    plan.value = undefined
    told(await store.takes.saveSession(undefined))
  }

  /** The session's next place when this take has been kept. */
  const planAfter = ({ entry, speaker }: Take): RecordingPlan | undefined => {
    const now = plan.value
    const isHere = now?.entries[now.position] === entry && now?.speaker === speaker
    return isSession && now !== undefined && isHere ? kept(now) : undefined
  }

  const move = (next: (plan: RecordingPlan) => RecordingPlan): Promise<void> => {
    if (plan.value === undefined || !isSession) return Promise.resolve()
    hearing.pause()
    return inTurn(async () => {
      if (plan.value !== undefined) await goTo(next(plan.value))
    })
  }

  const removeTakes = async (ids: readonly string[]): Promise<boolean> => {
    const found = await list.remove(ids)
    tell(found)
    const shown = phase.value
    if (found === undefined && shown.kind === 'heard' && ids.includes(shown.take.id))
      closeMicrophone()
    return found === undefined
  }

  const saveSpeaker = async (given: Parameters<Recorder['saveSpeaker']>[0]) => {
    const saved = await people.save({ ...given, id: given.id ?? randomId() })
    return told(saved) && saved.ok ? saved.value : undefined
  }

  const listenApart = async (subject: Subject): Promise<void> => {
    isSession = false
    await listenTo(subject)
  }

  return {
    isLasting: store.kind === 'device',
    phase,
    level: hearing.level,
    takes: list.takes,
    speakers,
    plan,
    fault,
    load: () =>
      inTurn(async () => {
        const [takes, known] = [await list.load(), await people.load()]
        const session = await store.takes.session()
        if (session.ok) plan.value = session.value
        const noted = await people.noteConsents(list.takes.value)
        tell(takes ?? known ?? (session.ok ? noted : session.error))
      }),

    saveSpeaker: (given) => inTurn(() => saveSpeaker(given)),
    agree: (given, consent) =>
      inTurn(async () => {
        const speaker = await saveSpeaker({ ...given, consent: { ...consent, at: now() } })
        if (speaker === undefined) {
          if (fault.value !== undefined) setPhase({ kind: 'failed', fault: fault.value })
          return undefined
        }
        const { language, id } = speaker
        await listenApart({ kind: 'consent', language, text: '', speaker: id })
        return speaker
      }),
    removeSpeaker: (id) =>
      inTurn(async () => {
        const theirs = list.takes.value.filter(({ speaker }) => speaker === id)
        if (!(await removeTakes(theirs.map((take) => take.id)))) return
        if (!told(await people.remove(id))) return
        if (plan.value?.speaker === id) await endSession()
      }),

    listen: (subject) => {
      if (isUnderWay(phase.value, subject)) return Promise.resolve()
      hearing.pause()
      return inTurn(() => listenApart(subject))
    },
    start: hearing.start,
    stop: hearing.stop,
    keep: () => {
      const isShown = sameTake()
      return inTurn(async () => {
        if (phase.value.kind !== 'heard' || !isShown()) return
        const { take, subject } = phase.value
        const next = planAfter(take)
        const found = await list.keep(take.id, next)
        const why = list.whyUnsaved(take.id)
        if (why !== undefined) setPhase({ ...phase.value, unsaved: why })
        tell(why === undefined ? found : undefined)
        if (found !== undefined) return
        tell(await people.noteConsent(take))
        if (subject.kind === 'headword' && isSession) await goOn(next)
        else closeMicrophone()
      })
    },
    redo: () => {
      if (phase.value.kind === 'waiting') return Promise.resolve()
      const isShown = sameTake()
      hearing.pause()
      return inTurn(async () => {
        if (phase.value.kind !== 'heard' || !isShown()) return
        const { subject, take } = phase.value
        const found = await list.remove([take.id])
        tell(found)
        if (found === undefined) await listenTo(subject)
      })
    },
    retryStore: () =>
      inTurn(async () => {
        await list.retry()
        const shown = phase.value
        if (shown.kind !== 'heard' || shown.unsaved === undefined) return
        const { unsaved: _, ...stored } = shown
        const why = list.whyUnsaved(shown.take.id)
        setPhase(why === undefined ? stored : { ...stored, unsaved: why })
      }),
    close: () => {
      hearing.pause()
      return inTurn(async () => closeMicrophone())
    },

    choose: async (language, selection) => {
      const dictionary = await openedDictionary(app.library, language)
      if (dictionary === undefined) return []
      const made = { takes: list.takes.value, speakers: speakers.value }
      return chooseEntries(language, dictionary, selection, store, made)
    },
    begin: (wanted) => {
      hearing.pause()
      return inTurn(() => goTo({ ...wanted, position: 0, skipped: [] }))
    },
    resume: () => inTurn(() => goOn()),
    skip: () => move(skipped),
    back: () => move((now) => movedTo(now, now.position - 1)),
    end: () => {
      hearing.pause()
      return inTurn(async () => {
        closeMicrophone()
        await endSession()
      })
    },

    playable: ({ id, rate }) => ({
      id,
      type: 'audio/wav',
      load: async () => {
        const samples = await list.samples(id)
        if (!samples.ok) return samples
        return samples.value === undefined
          ? err({ kind: 'not-on-device' })
          : ok(writeWav(samples.value, rate))
      },
    }),
    keepTakes: (ids) =>
      inTurn(async () => {
        for (const id of ids) tell(await list.keep(id))
        const noted = await people.noteConsents(list.takes.value)
        if (noted !== undefined) tell(noted)
      }),
    removeTakes: (ids) => inTurn(async () => void (await removeTakes(ids))),
  }
}
