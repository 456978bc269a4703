import type { Count, NoAnswer } from '../../app/no-answer'
import { routeHash } from '../../app/routes'
import { useApp, useTexts } from '../context'
import { useSignal } from '../use-signal'

interface ReasonsProps {
  readonly why: NoAnswer
}

/** Why there is no answer, each reason with its remedy. */
export function Reasons({ why }: ReasonsProps) {
  const { lookup, preferences, router } = useApp()
  const texts = useTexts()
  const { arriving, similar } = useSignal(lookup.answer)
  const { elsewhere, drafts, absent, beginning, isNoted } = why
  const names = (counts: readonly Count[]) =>
    counts.map(({ shelf, count }) => `${texts.languageName(shelf)} (${count})`).join(', ')
  const isNowhere = elsewhere.length + drafts.length + absent.length + arriving.length === 0
  const showDrafts = () => {
    const { languages } = preferences.settings.value
    const hidden = drafts.some(({ shelf }) => !lookup.languages.value.includes(shelf))
    preferences.change({ showDrafts: true, languages: hidden ? [] : languages })
  }
  const ask = (query: string) => {
    lookup.ask(query)
    router.remember({ query, scroll: 0 })
  }
  return (
    <>
      {isNowhere && <p data-testid="why-nowhere">{texts.nowhere}</p>}
      {elsewhere.length > 0 && (
        <Reason
          name="elsewhere"
          text={texts.answersElsewhere(names(elsewhere))}
          remedy={texts.tryAll}
          onRemedy={() => lookup.choose(undefined)}
        />
      )}
      {drafts.length > 0 && (
        <Reason
          name="drafts"
          text={texts.draftsAnswer(names(drafts))}
          remedy={texts.showDrafts}
          onRemedy={showDrafts}
        />
      )}
      {absent.length > 0 && (
        <p data-testid="why-absent">
          {texts.notOnDevice(absent.map(texts.languageName).join(', '))}{' '}
          <a href={routeHash({ name: 'library' })}>{texts.library}</a>
        </p>
      )}
      {beginning !== undefined && similar.length === 0 && (
        <Reason
          name="beginning"
          text={texts.beginningAnswers}
          remedy={texts.askFor(beginning)}
          onRemedy={() => ask(beginning)}
        />
      )}
      {isNoted && (
        <p class="small soft" data-testid="why-noted">
          {texts.missNoted} <a href={routeHash({ name: 'misses' })}>{texts.misses}</a>
        </p>
      )}
    </>
  )
}

interface ReasonProps {
  readonly name: string
  readonly text: string
  readonly remedy: string
  readonly onRemedy: () => void
}

function Reason({ name, text, remedy, onRemedy }: ReasonProps) {
  return (
    <div class="reason" data-testid={`why-${name}`}>
      <p>{text}</p>
      <button type="button" class="button quiet" onClick={onRemedy}>
        {remedy}
      </button>
    </div>
  )
}
