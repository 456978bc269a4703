import { useState } from 'preact/hooks'
import { routeHash } from '../../app/routes'
import { useTexts } from '../context'
import { ChooseLanguage } from '../recording/ChooseLanguage'
import type { RecordingProps } from '../recording/Desk'
import { OneWord } from '../recording/OneWord'
import { ResumeOffer } from '../recording/ResumeOffer'
import { Session } from '../recording/Session'
import { SessionSteps } from '../recording/SessionSteps'
import { useRecorder } from '../recording/use-recorder'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

/** Recording: where to begin, a session, or one word. */
export function Record({ route, pages, texts }: ScreenProps<'record'>) {
  const common = useTexts()
  const place = routeHash(route)
  const recorder = useRecorder(pages, place)
  useTitle(texts.recording.title)
  if (recorder === undefined) return <p class="column soft">{common.opening}</p>
  const shared = { recorder, pages, texts }
  return route.language !== undefined && route.entry !== undefined ? (
    <OneWord key={place} language={route.language} entry={route.entry} {...shared} />
  ) : (
    <Sessions key={place} route={route} {...shared} />
  )
}

interface SessionsProps extends RecordingProps {
  readonly route: ScreenProps<'record'>['route']
}

function Sessions({ route, recorder, pages, texts }: SessionsProps) {
  const plan = useSignal(recorder.plan)
  const [isOn, setOn] = useState(false)
  const shared = { recorder, texts }
  if (isOn && plan !== undefined)
    return <Session plan={plan} pages={pages} {...shared} onLeave={() => setOn(false)} />
  return (
    <div class="column">
      {!recorder.isLasting && <p class="notice bad">{texts.recording.memoryOnly}</p>}
      <ResumeOffer {...shared} onGoOn={() => setOn(true)} />
      {route.language === undefined ? (
        <ChooseLanguage {...shared} />
      ) : (
        <SessionSteps
          language={route.language}
          pages={pages}
          {...shared}
          onBegin={() => setOn(true)}
        />
      )}
    </div>
  )
}
