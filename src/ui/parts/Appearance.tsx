import { useEffect } from 'preact/hooks'
import { useApp } from '../context'
import { type AllTexts, loadTexts } from '../locales/load'
import { useSignal } from '../use-signal'

interface AppearanceProps {
  readonly onTexts: (texts: AllTexts) => void
}

/** Gives the document the reader's language, theme and text size; draws nothing itself. */
export function Appearance({ onTexts }: AppearanceProps) {
  const { preferences, notices } = useApp()
  const { locale, theme, textScale } = useSignal(preferences.settings)
  useEffect(() => {
    loadTexts(locale).then(
      (loaded) => {
        onTexts(loaded)
        document.documentElement.lang = locale
      },
      () => notices.fault({ kind: 'offline' }),
    )
  }, [locale])
  useEffect(() => {
    const { dataset, style } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
    style.setProperty('--text-scale', String(textScale))
  }, [theme, textScale])
  return null
}
