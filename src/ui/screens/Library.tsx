import { useEffect } from 'preact/hooks'
import { useApp } from '../context'
import { Way } from '../parts/BrowseIndex'
import { FilePicker } from '../parts/FilePicker'
import { ShelfRow } from '../parts/ShelfRow'
import { StorageSection } from '../parts/StorageSection'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

/** What is on the device, what can be fetched, and how much room it takes. */
export function Library({ pages, texts }: ScreenProps<'library'>) {
  const { library } = useApp()
  const shelves = useSignal(library.shelves)
  useTitle(texts.library.title)
  useEffect(() => {
    void pages.device.measure()
  }, [shelves])
  return (
    <div class="column">
      <h1>{texts.library.title}</h1>
      <p>{texts.library.intro}</p>
      <ul class="rows">
        {shelves.map((shelf) => (
          <ShelfRow key={shelf.language} shelf={shelf} pages={pages} texts={texts} />
        ))}
      </ul>
      <p class="actions">
        <button type="button" class="button quiet" onClick={() => void pages.keeper.refresh()}>
          {texts.library.refresh}
        </button>
      </p>
      <ul class="rows section">
        <Way
          route={{ name: 'record' }}
          name={texts.recording.title}
          detail={texts.recording.help}
        />
      </ul>
      <FilePicker keeper={pages.keeper} texts={texts} />
      <StorageSection pages={pages} texts={texts} />
    </div>
  )
}
