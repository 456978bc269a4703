import type { ClipSelection, ClipShelf, Clips } from '../../app/clips/clips'
import type { PageTexts } from '../locales/vi-pages'

interface ClipsHereProps {
  readonly found: ClipShelf
  readonly clips: Clips
  readonly nameOf: (selection: ClipSelection) => string
  readonly texts: PageTexts
}

/** What is on the device, and what of it has not arrived. */
export function ClipsHere({ found, clips, nameOf, texts }: ClipsHereProps) {
  const { language, keptClips, keptBytes, chosen, missingBytes, status } = found
  const { clips: words, size } = texts
  const all = chosen.find(({ kind }) => kind === 'all')
  const names = (all === undefined ? chosen : [all]).map(nameOf)
  return (
    <>
      <p role="status" data-testid="clips-here">
        {words.here(keptClips, keptBytes, size)}
      </p>
      <p class="hint">{names.length === 0 ? words.help : words.chosen(names.join(', '))}</p>
      {missingBytes > 0 && status.kind !== 'downloading' && (
        <p class="clip-missing">
          <span>{words.missing(missingBytes, size)}</span>
          <button
            type="button"
            class="button"
            data-testid="clips-go-on"
            onClick={() => void clips.update(language)}
          >
            {words.goOn(missingBytes, size)}
          </button>
          <button type="button" class="button plain" onClick={() => void clips.giveUp(language)}>
            {words.giveUp}
          </button>
        </p>
      )}
    </>
  )
}
