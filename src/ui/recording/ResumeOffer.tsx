import { useApp } from '../context'
import { useSignal } from '../use-signal'
import type { RecordingProps } from './Desk'

interface ResumeOfferProps extends Omit<RecordingProps, 'pages'> {
  readonly onGoOn: () => void
}

/** A session that was left, before anything else. */
export function ResumeOffer({ recorder, texts, onGoOn }: ResumeOfferProps) {
  const { library } = useApp()
  const shelves = useSignal(library.shelves)
  const speakers = useSignal(recorder.speakers)
  const plan = useSignal(recorder.plan)
  const { resume } = texts.recording
  if (plan === undefined || plan.position >= plan.entries.length) return null
  const shelf = shelves.find(({ language }) => language === plan.language)
  const speaker = speakers.find(({ id }) => id === plan.speaker)?.name ?? ''
  return (
    <section class="card resume-offer" aria-label={resume.title} data-testid="record-resume-offer">
      <div class="card-body">
        <h2>{resume.title}</h2>
        <p>{resume.who(speaker, shelf === undefined ? plan.language : texts.name(shelf))}</p>
        <p class="actions">
          <button
            type="button"
            class="button large"
            data-testid="session-resume"
            onClick={() => {
              void recorder.resume()
              onGoOn()
            }}
          >
            {resume.goOn(plan.position, plan.entries.length)}
          </button>
          <button
            type="button"
            class="button plain"
            data-testid="session-end"
            onClick={() => void recorder.end()}
          >
            {resume.end}
          </button>
        </p>
        <p class="hint">{resume.endHelp}</p>
      </div>
    </section>
  )
}
