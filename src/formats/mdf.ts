import type { Format } from './format'
import { readSfm } from './mdf/read'
import { FORMAT_ID } from './mdf/residue'
import { writeSfm } from './mdf/write'
import { writeRefusedSfm } from './mdf/write-refused'

/**
 * Standard Format Markers as Toolbox and the Multi-Dictionary Formatter use them: UTF-8, a field a
 * line, a record from `\lx` to the next.
 *
 * - `\lx` headword, `\hm`, `\lc` `\va` (comment `\vn`) further spellings, `\ph` transcriptions, `\sf`
 *   `\pc` media (residue where no such file is there); `\ps` (until the next), `\sn`, `\ge` English and `\gn` Vietnamese glosses, one a
 *   line, `\dn` Vietnamese definition, `\xv` `\xe` `\xn` examples, `\sd`, `\nt`; `\sy` `\an` `\cf`
 *   `\mn` relations by headword, homograph number and number of the sense (`et2 1`); `\se` an entry
 *   of its own that leads to its main entry. `\so` and `\rf` are kept and also give the row in the source.
 * - Every other line is residue of the entry, sense, form or example that it stands with.
 * - What MDF has no marker for is written as `\rg` lines: `\rg form ID=bn-f00005; Practice=…`.
 * - Line ends, NUL and blanks at either end of a text are written as ␤ ␍ ␀ ␠ ␉, these signs
 *   themselves with ␛ before them: every text comes back.
 *
 * A file that is read and written again has the same lines in the same order, `\rg` lines added, but
 * for: line ends (CR LF), wrapped lines (one line), empty lines (one between records), blanks after
 * the marker (one) and at the end of a line (none); a `\_sh` line is added where there was none; lines
 * without a marker before the first record and the headers of several files go into `\rg` lines or one file.
 */
export const mdf: Format = {
  id: FORMAT_ID,
  name: 'SFM/MDF (Toolbox)',
  extensions: ['sfm', 'mdf', 'db', 'lex', 'txt'],
  read: async (files, context) => readSfm(files, context),
  write: async (lexicon) => writeSfm(lexicon),
  writeRefused: async (files, refused, say) => writeRefusedSfm(files, refused, say),
}
