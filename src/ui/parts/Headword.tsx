import type { ListRow } from '../../pack/sections'

interface HeadwordProps {
  readonly row: Pick<ListRow, 'headword' | 'headwordKind' | 'homograph'>
  readonly lang: string | undefined
  readonly isBig?: boolean
}

/** A headword as it is shown everywhere: a transcription lighter, a homograph with its number. */
export function Headword({ row, lang, isBig = false }: HeadwordProps) {
  const { headword, headwordKind, homograph } = row
  const classes = ['word', isBig && 'big', headwordKind === 'transcription' && 'ipa']
  return (
    <span class={classes.filter(Boolean).join(' ')} lang={lang}>
      {headword}
      {homograph !== undefined && <sup>{homograph}</sup>}
    </span>
  )
}
