import { useEffect } from 'preact/hooks'
import type { Notice } from '../../app/notices'
import { useApp, useTexts } from '../context'
import type { Texts } from '../locales/vi'
import { useSignal } from '../use-signal'
import { Icon } from './Icon'

/** Milliseconds that the answer to a tap stays. */
const BRIEFLY = 5000

/** What happened and what to do about it, until it is dismissed. */
export function Notices() {
  const { notices } = useApp()
  const shown = useSignal(notices.shown)
  return (
    <div class="notices" role="status">
      {shown.map((notice) => {
        switch (notice.kind) {
          case 'app-update':
            return <UpdateLine key={notice.id} apply={notice.apply} />
          case 'fault':
          case 'memory-only':
            return <FaultLine key={notice.id} notice={notice} />
          default:
            return <Toast key={notice.id} notice={notice} />
        }
      })}
    </div>
  )
}

interface NoticeProps {
  readonly notice: Notice
}

/** Offered, never forced: it stays until it is taken, or the page is closed. */
function UpdateLine({ apply }: { readonly apply: () => void }) {
  const texts = useTexts()
  return (
    <div class="notice notice-line" data-testid="app-update">
      <p>{texts.appUpdate}</p>
      <button type="button" class="button quiet" onClick={apply}>
        {texts.useAppUpdate}
      </button>
    </div>
  )
}

function FaultLine({ notice }: NoticeProps) {
  const { notices, library, retry } = useApp()
  const texts = useTexts()
  const shelf = useSignal(library.shelves).find(({ language }) => language === notice.language)
  const onRetry = () => {
    notices.dismiss(notice.id)
    void retry()
  }
  return (
    <div class="notice notice-line bad" data-testid="notice">
      <p>
        {shelf !== undefined && <strong>{texts.languageName(shelf)}: </strong>}
        {sentence(notice, texts)}
      </p>
      {notice.kind === 'fault' && notice.fault.kind === 'offline' && (
        <button type="button" class="button quiet" onClick={onRetry}>
          {texts.retry}
        </button>
      )}
      <Dismiss notice={notice} />
    </div>
  )
}

function Toast({ notice }: NoticeProps) {
  const { notices } = useApp()
  const texts = useTexts()
  useEffect(() => {
    const timer = setTimeout(() => notices.dismiss(notice.id), BRIEFLY)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div class="toast" data-testid="notice">
      <p>{sentence(notice, texts)}</p>
      <Dismiss notice={notice} />
    </div>
  )
}

function Dismiss({ notice }: NoticeProps) {
  const { notices } = useApp()
  const { close } = useTexts()
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={close}
      onClick={() => notices.dismiss(notice.id)}
    >
      <Icon name="close" />
    </button>
  )
}

const sentence = (notice: Notice, texts: Texts): string => {
  switch (notice.kind) {
    case 'fault':
      return texts.fault(notice.fault)
    case 'memory-only':
      return texts.memoryOnly
    case 'app-update':
      return texts.appUpdate
    case 'copied':
      return texts.copied
    case 'copy-failed':
      return texts.copyFailed
    case 'share-failed':
      return texts.shareFailed
  }
}
