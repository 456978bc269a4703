import { useEffect } from 'preact/hooks'
import type { NoAnswers } from '../../app/no-answer'
import { useApp, useTexts } from '../context'
import { usePages } from '../use-pages'
import { useSignal } from '../use-signal'
import { Reasons } from './Reasons'

/** Milliseconds without a key: somebody reads what is there, or means what stands in the field. */
const READS = 250
const MEANS = 2000

/** Nothing answers, or only what is like the query: says so, why, and what to do. */
export function NoAnswer() {
  const { lookup } = useApp()
  const texts = useTexts()
  const { query, similar } = useSignal(lookup.answer)
  const pages = usePages()
  return (
    <div class="empty unanswered">
      <p>
        <strong>{texts.nothing(query.trim())}</strong>
      </p>
      {pages !== undefined && <Why noAnswers={pages.noAnswers} />}
      {similar.length === 0 && <p class="soft">{texts.nothingHelp}</p>}
    </div>
  )
}

function Why({ noAnswers }: { readonly noAnswers: NoAnswers }) {
  const question = useSignal(noAnswers.question)
  const why = useSignal(noAnswers.why)
  useEffect(() => {
    const reading = setTimeout(noAnswers.explain, READS)
    const settle = () => void noAnswers.settle()
    const meaning = setTimeout(settle, MEANS)
    const onKey = ({ key, isComposing, target }: KeyboardEvent) => {
      if (key === 'Enter' && !isComposing && target instanceof HTMLInputElement) settle()
    }
    document.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(reading)
      clearTimeout(meaning)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [noAnswers, question])
  return <div role="status">{why !== undefined && <Reasons why={why} />}</div>
}
