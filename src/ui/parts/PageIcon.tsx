import { LineIcon } from './Icon'

const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 21 21',
  browse:
    'M12 6.5C9.5 4.8 6.5 4.3 3 4.5v14c3.5-.2 6.5.3 9 2 2.5-1.7 5.5-2.2 9-2v-14c-3.5-.2-6.5.3-9 2zM12 6.5v14',
  star: 'M12 3l2.7 5.7 6.3.8-4.6 4.3 1.2 6.2L12 17l-5.6 3 1.2-6.2L3 9.5l6.3-.8z',
  library: 'M12 3v11m0 0-4-4m4 4 4-4M4 15v5h16v-5',
  settings:
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8.5 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  back: 'M20 12H4m7-7-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  copy: 'M9 8h11v12H9zM15 8V4H4v12h5',
  print: 'M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z',
  share: 'M12 15V3m0 0L8 7m4-4 4 4M6 11H4v10h16V11h-2',
  compare: 'M4 5h7v14H4zM13 5h7v14h-7zM4 10h16M4 14.5h16',
  flag: 'M6 21V4h12l-3 4.5 3 4.5H6',
  play: 'M7 4.5v15L19.5 12z',
  stop: 'M6 6h12v12H6z',
  pause: 'M8.5 5v14M15.5 5v14',
  slow: 'M12 5v8l5 3M12 3a9 9 0 1 0 9 9M15.5 3.7l2.4 1.4M19.3 6.9l1.2 2.4',
  repeat: 'M4 12V8.5h15m0 0L15.5 5M19 8.5 15.5 12M20 12v3.5H5m0 0L8.5 19M5 15.5 8.5 12',
  mic: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3.5M8.5 21.5h7',
  redo: 'M19 5v5h-5M18.6 10A7.5 7.5 0 1 0 19.5 14',
  check: 'M4.5 12.5l5 5 10-11',
  trash: 'M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 21h10l1-14.5M10 10.5v6.5M14 10.5v6.5',
} as const

export type PageIconName = keyof typeof PATHS

interface PageIconProps {
  readonly name: PageIconName
}

/** Icons of the pages behind the first screen. */
export function PageIcon({ name }: PageIconProps) {
  return <LineIcon path={PATHS[name]} />
}
