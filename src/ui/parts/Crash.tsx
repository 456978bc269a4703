import { useTexts } from '../context'

interface CrashProps {
  readonly reason: unknown
}

/** A bug of ours, with a report for those who can mend it. */
export function Crash({ reason }: CrashProps) {
  const texts = useTexts()
  const report = describe(reason)
  return (
    <main class="page column" id="main" aria-live="assertive">
      <h1>{texts.crash}</h1>
      <p>{texts.crashHelp}</p>
      <pre class="report">{report}</pre>
      <p class="actions">
        <button type="button" class="button" onClick={() => location.reload()}>
          {texts.reload}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => void navigator.clipboard.writeText(report)}
        >
          {texts.copyReport}
        </button>
      </p>
    </main>
  )
}

const describe = (reason: unknown): string => {
  const what = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
  return `${what}\n${location.hash}\n${navigator.userAgent}`
}
