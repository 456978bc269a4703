import { useEffect, useState } from 'preact/hooks'
import type { Pages } from '../../app/pages'
import type { Recorder } from '../../app/recording/recorder'
import { useApp } from '../context'

/**
 * The recorder, once it has been fetched and has read what is on the device. Where `place` changes, and
 * when the page is left, the microphone is closed.
 */
export const useRecorder = (pages: Pages, place: string): Recorder | undefined => {
  const app = useApp()
  const [recorder, setRecorder] = useState<Recorder>()
  useEffect(() => {
    let isGone = false
    let opened: Recorder | undefined
    pages.recorder().then(
      (loaded) => {
        opened = loaded
        void loaded.load().then(() => {
          if (!isGone) setRecorder(loaded)
        })
      },
      () => app.notices.fault({ kind: 'offline' }),
    )
    return () => {
      isGone = true
      pages.player.stop()
      void opened?.close()
    }
  }, [pages, place])
  return recorder
}
