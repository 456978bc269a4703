import { useEffect, useState } from 'preact/hooks'
import type { Pages } from '../../app/pages'
import type { HandOver } from '../../app/recording/hand-over'
import { useApp } from '../context'

/** What gives recordings and verdicts to the editors, once it has been fetched; it forgets its last file with the page. */
export const useHandOver = (pages: Pages): HandOver | undefined => {
  const { notices } = useApp()
  const [handOver, setHandOver] = useState<HandOver>()
  useEffect(() => {
    let isGone = false
    let shown: HandOver | undefined
    pages.handOver().then(
      (loaded) => {
        if (isGone) return
        shown = loaded
        setHandOver(loaded)
      },
      () => notices.fault({ kind: 'offline' }),
    )
    return () => {
      isGone = true
      shown?.forget()
    }
  }, [pages])
  return handOver
}
