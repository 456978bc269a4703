import { VIETNAMESE } from './locales/load'
import { PageSlot } from './PageSlot'
import { Appearance } from './parts/Appearance'
import { Crash } from './parts/Crash'
import { NoAnswer } from './parts/NoAnswer'
import { Notices } from './parts/Notices'
import { ResultActions } from './parts/ResultActions'
import { SectionedHits } from './parts/SectionedHits'
import { Top } from './parts/Top'
import { UnderField } from './parts/UnderField'
import { Welcome } from './parts/Welcome'

/** Everything around the first answer, fetched after it: not to make it wait. */
export const FRAME = {
  Appearance,
  Crash,
  Notices,
  PageSlot,
  Top,
  UnderField,
  Welcome,
  results: { Hits: SectionedHits, Nothing: NoAnswer, Below: ResultActions },
  texts: VIETNAMESE,
}
