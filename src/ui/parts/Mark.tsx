// On a grid of 48 × 48; public/icon.svg, favicon.svg and the PNGs are drawn with the same outlines.
const HOUSE =
  'M14 4.5h20l10 28H4zM11 1l1.5 2h23L37 1v3.5H11zM10.5 32.5H21V36h6v-3.5h10.5V36H40v2.5h-2.5V46h-3v-7.5H28V46h-2v-1.7h-4V46h-2v-7.5h-6.5V46h-3v-7.5H8V36h2.5zM22 38.5V40h4v-1.5zM22 41.3V43h4v-1.7z'
const BAND = 'M10.79 13.5h26.42l3.21 9H7.58z'
const LOZENGES =
  'M14.1 15.2l2.8 2.8-2.8 2.8-2.8-2.8zM20.7 15.2l2.8 2.8-2.8 2.8-2.8-2.8zM27.3 15.2l2.8 2.8-2.8 2.8-2.8-2.8zM33.9 15.2l2.8 2.8-2.8 2.8-2.8-2.8z'

/**
 * The sign of Rông: the communal house under its tall roof, a woven band with four lozenges across
 * it, one for each people. On cloth only.
 */
export function Mark() {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d={HOUSE} fill="var(--bone)" fill-rule="evenodd" />
      <path d={BAND} fill="var(--cinnabar)" />
      <path d={LOZENGES} fill="var(--turmeric)" />
    </svg>
  )
}
