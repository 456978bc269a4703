/** Line icons on a grid of 24 × 24, drawn for this app; they take the colour of the text around. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 21 21',
  close: 'M6 6l12 12M18 6 6 18',
} as const

interface IconProps {
  readonly name: keyof typeof PATHS
}

export function Icon({ name }: IconProps) {
  return <LineIcon path={PATHS[name]} />
}

/** The same for icons that only further pages use. */
export function LineIcon({ path }: { readonly path: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
