import { SHARE_ALIKE_FORMS } from '../formats/table-list'
import { FORM_FIELDS } from '../lexicon/form'
import type { Check } from './check'
import { attestedRows } from './walk/attested'
import { licencesToPublish } from './walk/licences'

/** Share-alike data are forms in a file of their own, and that file holds nothing else: it compiles to its own section. */
export const shareAlikeNotApart: Check = {
  code: 'share-alike-not-apart',
  *run(lexicon) {
    const apart = licencesToPublish(lexicon, 'apart')
    for (const { value, place } of attestedRows(lexicon)) {
      const isApart = place().file.endsWith(`/${SHARE_ALIKE_FORMS.file}`)
      if (value.licence === '' || apart.has(value.licence) === isApart) continue
      const at = place(FORM_FIELDS.licence.column)
      yield { code: 'share-alike-not-apart', severity: 'error', at, given: value.licence }
    }
  },
}
