import { routeHash } from '../../app/routes'
import type { Settings as Kept } from '../../store/store'
import { useApp } from '../context'
import { Way } from '../parts/BrowseIndex'
import { Choice } from '../parts/Choice'
import { PreferredVarieties } from '../parts/PreferredVarieties'
import { Switch } from '../parts/Switch'
import { useSignal } from '../use-signal'
import { useTitle } from '../use-title'
import type { ScreenProps } from './index'

const THEMES = ['system', 'light', 'dark'] as const
const TEXT_SCALES = ['1', '1.15', '1.3', '1.5'] as const
const SCALE_BY_NAME: Readonly<Record<(typeof TEXT_SCALES)[number], Kept['textScale']>> = {
  '1': 1,
  '1.15': 1.15,
  '1.3': 1.3,
  '1.5': 1.5,
}

export function Settings({ pages, texts }: ScreenProps<'settings'>) {
  const { preferences, library } = useApp()
  const { locale, theme, textScale, showDrafts } = useSignal(preferences.settings)
  const shelves = useSignal(library.shelves)
  const installOffered = useSignal(pages.device.installOffered)
  const { settings } = texts
  useTitle(settings.title)
  return (
    <div class="column">
      <h1>{settings.title}</h1>
      <Choice
        legend={settings.locale}
        name="locale"
        options={[
          { value: 'vi', text: settings.vi, lang: 'vi' },
          { value: 'en', text: settings.en, lang: 'en' },
        ]}
        chosen={locale}
        onChoose={(chosen) => preferences.change({ locale: chosen })}
      />
      <Choice
        legend={settings.textScale}
        name="text-scale"
        options={TEXT_SCALES.map((value) => ({ value, text: settings.textScales[value] }))}
        chosen={TEXT_SCALES.find((name) => SCALE_BY_NAME[name] === textScale) ?? '1'}
        onChoose={(chosen) => preferences.change({ textScale: SCALE_BY_NAME[chosen] })}
      />
      <Choice
        legend={settings.theme}
        name="theme"
        options={THEMES.map((value) => ({ value, text: settings.themes[value] }))}
        chosen={theme}
        onChoose={(chosen) => preferences.change({ theme: chosen })}
      />
      <PreferredVarieties texts={texts} />
      <section class="section">
        <Switch
          label={settings.drafts}
          isOn={showDrafts}
          testId="show-drafts"
          onChange={(isOn) => preferences.change({ showDrafts: isOn })}
        />
        <p class="hint">{settings.draftsHelp}</p>
      </section>
      <ul class="rows section">
        <Way
          route={{ name: 'record' }}
          name={texts.recording.title}
          detail={texts.recording.help}
        />
        <Way route={{ name: 'misses' }} name={texts.misses.title} detail={settings.missesHelp} />
      </ul>
      {installOffered && (
        <section class="section">
          <h2>{settings.install}</h2>
          <p>{settings.installHelp}</p>
          <p class="actions">
            <button
              type="button"
              class="button"
              onClick={() => void pages.platform.install.prompt()}
            >
              {settings.installButton}
            </button>
          </p>
        </section>
      )}
      <section class="section">
        <h2>{settings.about}</h2>
        <ul class="rows">
          {shelves.map((shelf) => (
            <li key={shelf.language}>
              <a class="row" href={routeHash({ name: 'about', language: shelf.language })}>
                <span>{texts.name(shelf)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
