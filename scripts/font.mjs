// Cuts Rông's own web font, src/ui/styles/fonts/rong-sans-{400,700}.woff2, out of the full Noto Sans.
//   node scripts/font.mjs [folder with the unpacked npm package]
// The characters are a base set (below) plus everything that occurs in data/**. Run it again when a
// release brings a new letter. Built-ins only; the cutting is done by pyftsubset.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Complete TTFs: no ready-made web subset has the combining breve, so ơ̆ would change font.
const PACKAGE = '@expo-google-fonts/noto-sans@0.4.2'
// ccmp, mark and mkmk build ơ̆ ê̆ mo̤ ɟă̤; without them the breve overprints the circumflex.
const FEATURES = 'ccmp,locl,mark,mkmk,kern,liga'
const MOST_BYTES = 40_000

// In both weights: whatever can stand in a headword, a gloss or a heading.
const CORE = [
  // ASCII and the marks of running text
  ' !"#$%&\'()*+,-./0123456789:;<=>?@',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~',
  '\u00a0\u2009§¨©«°´·¶»◌×–—‘’“”•…−',
  // Vietnamese
  'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ',
  'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
  // the rest of the alphabets of the four languages and of their practices
  'ÇČÑÛĔĬŎŬŸɃƁƊ',
  'çčñûøĕĭŏŭÿƀɓɗḛḭṳṵ',
  // phonetic notation as the sources write it
  'æŋɐɑɔəɛɟɡɣɤɨɩɪɯɲɴɵɹɾʀʂʃʉʊʌʐʑʒʔʕʦʰʷʲˀʼʻˈːˤ˘ᵈᵍⁿᵐᵑ',
  // combining marks: tones, breve, caron, horn, breathy, creaky, voiceless, non-syllabic, tie
  '\u0300\u0301\u0302\u0303\u0304\u0306\u0308\u030c\u0311\u031a\u031b\u0323\u0324\u0325\u0329\u032f\u0330\u0331\u0361',
].join('')

// In the regular weight only: what people type instead of the letters (as in equivalences.csv), and
// rarer notation.
const EXTRA = [
  'ÄËÏÐÎÖÜĚƂƉǍǏǑǓȂȆȊȎȖäëïðîöüěıƃɖǎǐǒǔȃȇȋȏȗᵬꞌ',
  'œɒɕɘɜɠɥɦɫɬɭɰɱɳɸɻɽʄʈʋʍʎʏʝʣʥʧʨβθχʱˠˌˑˇᵇ',
  '\u2011±³²¹½¼¾†„‚‛′″‹›№™',
  '\u0336\u0337ʽ\u0307\u0309\u030a\u031e\u031f\u0320\u032a\u032c\u0332\u0335\u033b\u033d',
].join('')

const FACES = [
  {
    weight: 400,
    file: '400Regular/NotoSans_400Regular.ttf',
    base: CORE + EXTRA,
    data: /\.(csv|json)$/,
  },
  {
    weight: 700,
    file: '700Bold/NotoSans_700Bold.ttf',
    base: CORE,
    data: /(?<!equivalences)\.(csv|json)$/,
  },
]

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const outFolder = path.join(root, 'src/ui/styles/fonts')

try {
  cutFaces(process.argv[2])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function cutFaces(givenFolder) {
  const python = findPython()
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'rong-font-'))
  try {
    const folder = givenFolder ?? fetchPackage(scratch)
    fs.mkdirSync(outFolder, { recursive: true })
    let total = 0
    for (const { weight, file, base, data } of FACES) {
      const wanted = new Set([...base, ...charactersOf(path.join(root, 'data'), data)])
      const source = path.join(folder, file)
      refuseMissing(python, source, wanted)
      const target = path.join(outFolder, `rong-sans-${weight}.woff2`)
      cut(python, source, target, wanted, scratch)
      const bytes = fs.statSync(target).size
      total += bytes
      console.log(`${path.relative(root, target)}: ${bytes} bytes, ${wanted.size} characters`)
    }
    fs.copyFileSync(path.join(folder, 'LICENSE_FONT'), path.join(outFolder, 'OFL.txt'))
    if (total > MOST_BYTES) {
      throw new Error(`Both faces together take ${total} bytes; at most ${MOST_BYTES} are allowed.`)
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true })
  }
}

/** The first Python that has fontTools and brotli; version managers often hide the system's. */
function findPython() {
  for (const python of ['python3', '/usr/bin/python3', 'python']) {
    const found = spawnSync(python, ['-c', 'import fontTools.subset, brotli'], { stdio: 'ignore' })
    if (found.status === 0) return python
  }
  throw new Error(
    'No Python with fontTools and brotli was found. Debian and Ubuntu: sudo apt-get install python3-fonttools python3-brotli',
  )
}

function fetchPackage(scratch) {
  run('npm', ['pack', PACKAGE, '--silent'], { cwd: scratch, stdio: 'ignore' })
  const archive = fs.readdirSync(scratch).find((name) => name.endsWith('.tgz'))
  if (archive === undefined) throw new Error(`npm pack ${PACKAGE} left no archive.`)
  run('tar', ['xzf', archive], { cwd: scratch })
  return path.join(scratch, 'package')
}

function charactersOf(folder, names) {
  const characters = new Set()
  if (!fs.existsSync(folder)) return characters
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    if (!names.test(name)) continue
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    for (const character of text + text.normalize('NFC')) {
      if (character >= ' ' && character !== '\ufeff') characters.add(character)
    }
  }
  return characters
}

/** Letters and marks must come from the font. Noto Sans has no arrows or set signs: prose may fall back. */
function refuseMissing(python, source, wanted) {
  const list =
    'import sys; from fontTools.ttLib import TTFont; print(*TTFont(sys.argv[1]).getBestCmap())'
  const has = new Set(run(python, ['-c', list, source]).trim().split(' ').map(Number))
  const missing = [...wanted].filter((character) => !has.has(character.codePointAt(0)))
  if (missing.length === 0) return
  const code = (c) => `${c} U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const sentence = `${path.basename(source)} has no glyph for ${missing.map(code).join(', ')}.`
  if (missing.some((character) => /[\p{L}\p{M}]/u.test(character))) {
    throw new Error(`${sentence} Correct the letters in data/, or choose a font that has them.`)
  }
  console.warn(`${sentence} They will be shown in a font of the device.`)
}

function cut(python, source, target, wanted, scratch) {
  // A file, because a long argument list does not pass on every system.
  const list = path.join(scratch, 'characters.txt')
  fs.writeFileSync(list, [...wanted].sort().join(''))
  run(python, [
    '-m',
    'fontTools.subset',
    source,
    `--text-file=${list}`,
    `--output-file=${target}`,
    '--flavor=woff2',
    `--layout-features=${FEATURES}`,
    '--no-hinting',
    '--desubroutinize',
    '--name-IDs=0,1,2,3,4,5,6,13,14',
    '--drop-tables+=DSIG,meta,STAT',
  ])
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 24, ...options })
  if (done.error) throw new Error(`${command}: ${done.error.message}`)
  if (done.status !== 0) throw new Error(`${command} ${args[0]} failed.\n${done.stderr ?? ''}`)
  return done.stdout ?? ''
}
