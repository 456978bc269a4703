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
  const { notices, appUpdate } = useApp()
  const texts = useTexts()
  const shown = useSignal(notices.shown)
  const applyUpdate = useSignal(appUpdate)
  return (
    <div class="notices" role="status">
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
      {applyUpdate !== undefined && (
        <div class="notice notice-line" data-testid="app-update">
          <p>{texts.appUpdate}</p>
          <button type="button" class="button quiet" onClick={applyUpdate}>
            {texts.useAppUpdate}
          </button>
        </div>
      )}
    </div>
  )
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { notices, library, retry } = useApp()
  const texts = useTexts()
  const shelf = useSignal(library.shelves).find(({ language }) => language === notice.language)
  const isBrief = notice.kind !== 'fault' && notice.kind !== 'memory-only'
  const dismiss = () => notices.dismiss(notice.id)
  useEffect(() => {
    if (!isBrief) return undefined
    const timer = setTimeout(dismiss, BRIEFLY)
    return () => clearTimeout(timer)
  }, [notice.id])
  return (
    <div class={isBrief ? 'toast' : 'notice notice-line bad'} data-testid="notice">
      <p>
        {shelf !== undefined && <strong>{texts.languageName(shelf)}: </strong>}
        {sentence(notice, texts)}
      </p>
      {notice.kind === 'fault' && notice.fault.kind === 'offline' && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            dismiss()
            void retry()
          }}
        >
          {texts.retry}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={texts.close} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  )
}

const sentence = (notice: Notice, texts: Texts): string => {
  switch (notice.kind) {
    case 'fault':
      return texts.fault(notice.fault)
    case 'memory-only':
      return texts.memoryOnly
    case 'copied':
      return texts.copied
    case 'copy-failed':
      return texts.copyFailed
    case 'share-failed':
      return texts.shareFailed
  }
}
