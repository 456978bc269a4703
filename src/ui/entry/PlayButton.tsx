import type { Playable, Player, PlayerState, PlayOptions } from '../../app/clips/player'
import type { PageTexts } from '../locales/vi-pages'
import { PageIcon } from '../parts/PageIcon'
import { useSignal } from '../use-signal'

interface PlayButtonProps {
  readonly player: Player
  readonly playable: Playable
  readonly icon: 'play' | 'slow' | 'repeat'
  readonly label: string
  readonly options?: PlayOptions
  /** As `aria-keyshortcuts` writes it. */
  readonly shortcut?: string
  readonly isMain?: boolean
  readonly texts: PageTexts
}

const PLAINLY: PlayOptions = {}

/** Plays, and stops what it plays; drawn as it sounds. */
export function PlayButton(props: PlayButtonProps) {
  const { player, playable, icon, label, options = PLAINLY, shortcut, isMain, texts } = props
  const state = useSignal(player.state)
  const kind = isAsked(state, playable, options) ? state.kind : 'silent'
  const isOn = kind !== 'silent'
  const press = () => {
    if (isOn) player.stop()
    else void player.play(playable, options)
  }
  return (
    <button
      type="button"
      class={isMain ? 'play-button main' : 'play-button'}
      aria-label={label}
      aria-pressed={isOn}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : texts.player.key(label, shortcut)}
      data-state={kind}
      data-testid={`clip-${icon}`}
      onClick={press}
    >
      <PageIcon name={isOn ? 'stop' : icon} />
    </button>
  )
}

/** Whether this is what the player was told to do. */
const isAsked = (
  state: PlayerState,
  { id }: Playable,
  { slow = false, times = 1 }: PlayOptions,
): boolean =>
  (state.kind === 'loading' || state.kind === 'playing') &&
  state.id === id &&
  state.slow === slow &&
  state.times === times
