import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Run in Node, in a worker and in a page alike, so they may not reach for any of the three. */
const PURE = ['lexicon', 'text', 'audio', 'pack', 'search', 'formats', 'checks', 'merge', 'study']

/** The folders of src, lowest first. A folder imports from itself and from the folders before it. */
const LAYERS = [...PURE, 'store', 'app', 'ui']

/** The packages a folder may import; a folder not named here may import none. */
const PACKAGES = new Map([
  ['text', ['unorm']],
  ['search', ['flexsearch']],
  [
    'formats',
    [
      'csv-parse/browser/esm/sync',
      'csv-stringify/browser/esm/sync',
      '@retorquere/bibtex-parser',
      'saxes',
      'fflate',
      'write-excel-file/universal',
      'write-excel-file/utility',
      'read-excel-file/universal',
      'uuid',
    ],
  ],
  ['store', ['idb', 'fflate']],
  ['app', ['@preact/signals-core']],
  ['ui', ['preact', 'preact/hooks']],
])

/** Packages that a single module may import beyond those of its folder. */
const PACKAGES_OF_MODULE = new Map([
  ['src/ui/use-signal.ts', ['@preact/signals-core']],
  ['src/main.tsx', ['preact']],
])

/** Each of these packages belongs to one module, which may be loaded on its own. */
const HOME_OF_PACKAGE = new Map([
  ['unorm', 'src/text/polyfill.ts'],
  ['flexsearch', 'src/search/text-index.ts'],
  ['csv-parse/browser/esm/sync', 'src/formats/csv.ts'],
  ['csv-stringify/browser/esm/sync', 'src/formats/csv.ts'],
  ['@retorquere/bibtex-parser', 'src/formats/bibtex.ts'],
  ['saxes', 'src/formats/xml/read-xml.ts'],
  ['uuid', 'src/formats/guid.ts'],
  ['write-excel-file/universal', 'src/formats/xlsx/write-book.ts'],
  ['read-excel-file/universal', 'src/formats/xlsx/read-book.ts'],
])

/** What scripts may import beyond Node and the pure folders. */
const SCRIPT_PACKAGES = [
  'fflate',
  'pako',
  'rolldown',
  'vite',
  '@playwright/test',
  'playwright-core',
  'sql.js',
]

/** Only `text` looks inside strings of language. */
const TEXT_ONLY =
  /\.(normalize|localeCompare|to(Locale)?(Lower|Upper)Case)\b|\bIntl\.(Collator|Segmenter)\b/

/** `import … from 'x'`, `export … from 'x'` and `import 'x'`; `import('x')` is loaded later. */
const STATIC_IMPORT = /^(?:import|export)\b(?:[^'"`]*?\bfrom)?\s*['"]([^'"]+)['"]/gm
const LATE_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]/g

const ROOT = resolve(import.meta.dirname, '..')
const SOURCES = modulesIn('src')

describe('src', () => {
  test.each(SOURCES.filter((module) => rankOf(module) !== undefined))(
    '%s imports only downwards',
    (module) => {
      const allowed = [
        ...(PACKAGES.get(folderOf(module)) ?? []),
        ...(PACKAGES_OF_MODULE.get(module) ?? []),
      ]
      const forbidden = importsOf(module).filter((target) =>
        isOurs(target)
          ? !((rankOf(target) ?? Number.POSITIVE_INFINITY) <= (rankOf(module) ?? -1))
          : !allowed.includes(target),
      )
      expect(forbidden).toEqual([])
    },
  )

  test('every folder has a place in the order', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((file) => file.isDirectory())
      .map((folder) => folder.name)
    expect(LAYERS).toEqual(expect.arrayContaining(folders))
  })

  test.each([...HOME_OF_PACKAGE])('%s is imported only by %s', (name, home) => {
    const importers = SOURCES.filter((module) => importsOf(module).includes(name))
    expect(importers.filter((module) => module !== home)).toEqual([])
  })

  test('the service worker imports nothing of ours, and nothing imports main', () => {
    if (existsSync(join(ROOT, 'src/sw.ts')))
      expect(importsOf('src/sw.ts').filter(isOurs)).toEqual([])
    const importers = [...SOURCES, ...modulesIn('scripts')].filter((module) =>
      importsOf(module).some((target) => /^src\/main(\.tsx)?$/.test(target)),
    )
    expect(importers).toEqual([])
  })

  test.each(SOURCES.filter((module) => folderOf(module) !== 'text'))(
    '%s leaves strings of language to src/text',
    (module) => {
      expect(codeOf(module).match(TEXT_ONLY)?.[0]).toBeUndefined()
    },
  )

  test('a file called index is the registry of an extension folder', () => {
    const registries = SOURCES.filter((module) => /\/index\.tsx?$/.test(module))
    const allowed =
      /^src\/(formats|checks|checks\/explain|study\/\w+|ui\/(screens|locales))\/index\.tsx?$/
    expect(registries.filter((module) => !allowed.test(module))).toEqual([])
  })
})

describe('scripts', () => {
  test.each(modulesIn('scripts'))('%s imports pure folders and Node only', (module) => {
    const forbidden = importsOf(module).filter((target) =>
      target.startsWith('src/')
        ? !PURE.includes(folderOf(target))
        : !isOurs(target) && !target.startsWith('node:') && !SCRIPT_PACKAGES.includes(target),
    )
    expect(forbidden).toEqual([])
  })

  test('run.mjs and what it needs to install packages are Node alone', () => {
    const early = ['scripts/run.mjs', ...modulesIn('scripts/run')]
    const atOnce = early.flatMap((module) =>
      importsOf(module, [STATIC_IMPORT]).filter((target) => !isOurs(target)),
    )
    expect(atOnce.filter((target) => !target.startsWith('node:'))).toEqual([])
  })
})

function modulesIn(top: string): string[] {
  if (!existsSync(join(ROOT, top))) return []
  return readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .map((path) => `${top}/${path.split('\\').join('/')}`)
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts'))
}

/** What a module imports: our own modules as paths from the root, packages by name. */
function importsOf(module: string, patterns = [STATIC_IMPORT, LATE_IMPORT]): string[] {
  const code = codeOf(module)
  return patterns
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .map((match) => match[1] ?? '')
    .map((target) =>
      target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(module), target)) : target,
    )
}

/** The text of a module without its comments. */
function codeOf(module: string): string {
  return readFileSync(join(ROOT, module), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
}

function isOurs(target: string): boolean {
  return /^(src|scripts|test|data|public)\//.test(target)
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function rankOf(path: string): number | undefined {
  const rank = LAYERS.indexOf(folderOf(path))
  return rank < 0 ? undefined : rank
}
