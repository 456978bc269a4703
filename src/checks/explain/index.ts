import { explainEn } from './en'
import type { Explain } from './explain'
import { explainVi } from './vi'

/** The languages in which problems are explained, the first one first. */
export const EXPLANATIONS: { readonly vi: Explain; readonly en: Explain } = {
  vi: explainVi,
  en: explainEn,
}
