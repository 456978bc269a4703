import type { Pages } from '../../app/pages'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'

interface StorageSectionProps {
  readonly pages: Pages
  readonly texts: PageTexts
}

export function StorageSection({ pages, texts }: StorageSectionProps) {
  const { device } = pages
  const storage = useSignal(device.storage)
  const isPersisted = useSignal(device.isPersisted)
  return (
    <section class="section">
      <h2>{texts.library.storage}</h2>
      <p>
        {storage === undefined
          ? texts.library.unknownStorage
          : texts.library.used(storage.used, storage.allowed)}
      </p>
      <p class="soft">
        {isPersisted === true ? texts.library.persisted : texts.library.notPersisted}
      </p>
      {isPersisted !== true && (
        <p class="actions">
          <button type="button" class="button quiet" onClick={() => void device.persist()}>
            {texts.library.persist}
          </button>
        </p>
      )}
    </section>
  )
}
