import type { Keeper } from '../../app/keeper'
import type { PageTexts } from '../locales/vi-pages'
import { useOnline } from '../use-online'

interface FilePickerProps {
  readonly keeper: Keeper
  readonly texts: PageTexts
}

/** Adds a dictionary from a file that came without the network. */
export function FilePicker({ keeper, texts }: FilePickerProps) {
  const isOnline = useOnline()
  return (
    <section class="section">
      <h2>{texts.library.file}</h2>
      <p>{texts.library.fileHelp}</p>
      {!isOnline && <p class="soft">{texts.library.saveFileOffline}</p>}
      <label class="file-picker">
        <input
          type="file"
          accept=".rong"
          class="visually-hidden"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file === undefined) return
            void file.arrayBuffer().then((bytes) => keeper.addFile(new Uint8Array(bytes)))
            currentTarget.value = ''
          }}
        />
        <span class="button quiet">{texts.library.openFile}</span>
      </label>
    </section>
  )
}
