import { updateOffered } from '../../app/shelf-status'
import { useOnline } from '../use-online'
import type { ShelfRowProps } from './ShelfRow'

/** Where main.tsx looks for them, relative to the page. */
const PACKS = './packs/'

/** Bringing it to the device, and out of the server's folder to a stick. */
export function ShelfFetching({ shelf, pages, texts }: ShelfRowProps) {
  const isOnline = useOnline()
  const { language, listing, installed, status } = shelf
  const name = texts.name(shelf)
  const { keeper } = pages
  return (
    <>
      {status.kind === 'downloading' ? (
        <button type="button" class="button quiet" onClick={() => keeper.stop(language)}>
          {texts.library.stop}
        </button>
      ) : (
        listing !== undefined &&
        (status.kind !== 'ready' || updateOffered(shelf)) && (
          <button type="button" class="button" onClick={() => void keeper.download(language)}>
            {updateOffered(shelf)
              ? texts.library.update
              : installed
                ? texts.library.goOn
                : texts.library.download}
            <span class="visually-hidden"> {name}</span>
          </button>
        )
      )}
      {listing !== undefined && isOnline && (
        <a
          class="button plain"
          href={PACKS + listing.whole.file}
          download
          data-testid={`save-file-${language}`}
        >
          {texts.library.saveFile}
          <span class="visually-hidden"> {name}</span>
        </a>
      )}
    </>
  )
}
