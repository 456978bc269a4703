import type { MediaId } from '../../lexicon/ids'
import type { Media } from '../../lexicon/media'
import { useTexts } from '../context'
import { useOnline } from '../use-online'
import { useSignal } from '../use-signal'
import { ClipDetail } from './ClipDetail'
import type { ClipPartProps } from './ClipList'
import { PlayButton } from './PlayButton'
import { playableOf } from './playable'

interface ClipRowProps extends ClipPartProps {
  readonly clip: Media
  /** On the device; none until it is known. */
  readonly here: ReadonlySet<MediaId> | undefined
  /** The one with the large button, which the keys play. */
  readonly isFirst?: boolean
}

/** A recording: who speaks, and the buttons to hear it. */
export function ClipRow({ clip, open, pages, texts, here, isFirst = false }: ClipRowProps) {
  const common = useTexts()
  const isOnline = useOnline()
  const { player, clips } = pages
  const { shelf, row, full } = open
  const playable = playableOf(clips, shelf.language, clip)
  const state = useSignal(player.state)
  const form = full.forms.find(({ id }) => id === clip.form)
  const voice = { text: form?.text ?? row.headword, speaker: clip.speaker, place: clip.place }
  const button = { player, playable, texts }
  const isFailed = state.kind === 'failed' && state.id === playable.id
  const isAway = here !== undefined && !here.has(clip.id) && !isOnline
  const isFar = isFailed
    ? state.fault.kind === 'not-on-device' || state.fault.kind === 'offline'
    : isAway
  return (
    <div class={isFirst ? 'clip first' : 'clip'} data-testid="clip" data-clip={clip.id}>
      <div class="clip-buttons">
        <PlayButton
          {...button}
          icon="play"
          label={texts.player.listen(voice)}
          {...(isFirst && { shortcut: 'P' })}
          isMain
        />
        <PlayButton
          {...button}
          icon="slow"
          label={texts.player.slowly(voice)}
          options={SLOWLY}
          {...(isFirst && { shortcut: 'Shift+P' })}
        />
        {isFirst && (
          <PlayButton
            {...button}
            icon="repeat"
            label={texts.player.thrice(voice)}
            options={THRICE}
          />
        )}
      </div>
      <ClipDetail {...{ clip, open, texts, form }} />
      <p class={isFar || isFailed ? 'clip-fault notice warn' : 'clip-fault'} role="status">
        {isFailed && texts.player.fault(state.fault, common.fault)}
        {!isFailed && isAway && texts.player.notHere}
        {isFar && (
          <>
            {' '}
            <a href="#/library">{texts.player.library}</a>
          </>
        )}
      </p>
    </div>
  )
}

const SLOWLY = { slow: true } as const
const THRICE = { times: 3 } as const
