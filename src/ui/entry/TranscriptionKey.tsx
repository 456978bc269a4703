import { useEffect, useState } from 'preact/hooks'
import { transcriptionSigns } from '../../text/transcription'
import { useApp } from '../context'
import { loadSounds } from '../locales/load'
import type { PageTexts } from '../locales/vi-pages'
import { useSignal } from '../use-signal'

interface TranscriptionKeyProps {
  readonly transcription: string
  readonly texts: PageTexts
}

/** Each sign of a transcription in plain words, folded away until asked for. */
export function TranscriptionKey({ transcription, texts }: TranscriptionKeyProps) {
  const { preferences, notices } = useApp()
  const { locale } = useSignal(preferences.settings)
  const [sounds, setSounds] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => {
    loadSounds(locale).then(setSounds, () => notices.fault({ kind: 'offline' }))
  }, [locale])
  return (
    <details class="sounds">
      <summary>
        {texts.entry.key} <span class="ipa">[{transcription}]</span>
      </summary>
      <dl class="facts">
        {transcriptionSigns(transcription).map((sign) => (
          <div key={sign}>
            <dt class="word ipa">{isMark(sign) ? `◌${sign}` : sign}</dt>
            <dd>{sounds[sign] ?? texts.entry.unknownSign}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{texts.entry.keyNote}</p>
    </details>
  )
}

const isMark = (sign: string): boolean => sign >= '\u0300' && sign <= '\u036f'
