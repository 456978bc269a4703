import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Node, parse } from 'acorn'
import { describe, expect, test } from 'vitest'
import type { PackIndex, PackListing } from '../src/pack/sections'

const DIST = join(import.meta.dirname, '../dist')
/** What other commands write into the same folder. */
const BESIDE_APP = /^(coverage|release)\//
const isBuilt = existsSync(join(DIST, 'sw.js'))

/** Newer than Chrome 80, Safari 14 or Firefox 91. Called as a method, on whatever, unless the program asks first. */
const LATER_METHODS = new Set([
  ...['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'replaceAll'],
  ...['isWellFormed', 'toWellFormed', 'throwIfAborted', 'replaceChildren', 'showModal'],
  ...['checkVisibility', 'startViewTransition', 'togglePopover', 'showPopover', 'setHTMLUnsafe'],
])
/** As a member of the object named. */
const LATER_MEMBERS = new Set([
  ...['Object.hasOwn', 'Object.groupBy', 'Map.groupBy', 'Promise.any', 'Promise.withResolvers'],
  ...['Array.fromAsync', 'AbortSignal.any', 'AbortSignal.timeout', 'crypto.randomUUID'],
  ...['Intl.Segmenter', 'Intl.ListFormat', 'Intl.DurationFormat', 'Response.json', 'URL.canParse'],
])
/** By themselves, unless the program asks first with `typeof`. */
const LATER_GLOBALS = new Set([
  ...['structuredClone', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'BroadcastChannel'],
  ...['requestIdleCallback', 'scheduler', 'navigation', 'CompressionStream', 'DecompressionStream'],
])

const LATER_CSS: readonly [string, RegExp][] = [
  ['@layer', /@layer\b/],
  ['@container', /@container\b/],
  ['@property', /@property\b/],
  [':is()', /:is\(/],
  [':where()', /:where\(/],
  [':has()', /:has\(/],
  [':not() of several', /:not\([^()]*,/],
  ['nesting', /(^|[;{}])\s*&/],
  ['inset', /[;{]\s*inset[\w-]*:/],
  ['aspect-ratio', /[;{]\s*aspect-ratio:/],
  ['dynamic viewport units', /\d[dsl]v[hw]\b/],
  ['color-mix()', /color-mix\(/],
  ['a range in @media', /@media[^{]*[<>]/],
  [
    'gap in a flex box, which takes margins',
    /\{[^{}]*display:(inline-)?flex[^{}]*[;{](row-|column-)?gap:|\{[^{}]*[;{](row-|column-)?gap:[^{}]*display:(inline-)?flex/,
  ],
]

describe.skipIf(!isBuilt)('dist, as built (skipped without it: npm run build)', () => {
  test.each(filesIn(/\.js$/))('%s parses as ES2020 and uses nothing later', (file) => {
    expect(laterFeatures(readText(file), file === 'sw.js' ? 'script' : 'module')).toEqual([])
  })

  test.each(filesIn(/\.css$/))('%s uses nothing that the oldest browsers lack', (file) => {
    const css = readText(file)
    const found = LATER_CSS.filter(([, pattern]) => pattern.test(css)).map(([name]) => name)
    expect(found).toEqual([])
  })

  test('the page names nothing outside its own folder', () => {
    const page = readText('index.html')
    const named = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1]!)
    expect(named.filter((address) => /^(\w+:|\/)/.test(address))).toEqual([])
    for (const address of named)
      expect(existsSync(join(DIST, address)), `${address} is missing`).toBe(true)
  })

  test('the policy of the page comes before what it is to rule, and allows nothing inline', () => {
    const page = readText('index.html')
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)
    expect(policy?.[1]).toContain("default-src 'none'")
    expect(policy?.[1]).not.toContain('unsafe')
    expect(policy?.index).toBeLessThan(page.search(/<(script|link|style)\b/))
  })

  test('the packs listed in the page are those beside it', () => {
    const [, inline] = /<script type="application\/json" id="packs">(.*?)<\/script>/s.exec(
      readText('index.html'),
    )!
    expect(JSON.parse(inline!)).toEqual(readIndex())
    for (const { starter, sections, whole, deltas } of readIndex().packs)
      for (const { file, bytes } of [starter, whole, ...sections, ...deltas])
        expect(statSync(join(DIST, 'packs', file)).size, file).toBe(bytes)
  })

  test('the service worker keeps the shell, and no pack', () => {
    const kept = [...readText('sw.js').matchAll(/url:[`"']([^`"']+)/g)].map((match) => match[1]!)
    const shell = filesIn(/\.(html|js|css|svg|png|woff2|webmanifest)$/).filter(
      (file) => file !== 'sw.js' && !file.startsWith('packs/'),
    )
    expect(kept.sort()).toEqual(shell.sort())
  })
})

describe.skipIf(!isBuilt)('sizes in dist (skipped without it: npm run build)', () => {
  const firstScripts = isBuilt ? staticScripts() : []

  test('JavaScript for the first answer: at most 20 kB gzip', () => {
    expect(sum(firstScripts.map(gzipSize))).toBeLessThanOrEqual(20_000)
  })

  test('the shell of the first screen, page, styles and scripts: at most 40 kB gzip', () => {
    const styles = [
      ...readText('index.html').matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/g),
    ]
    expect(styles.length).toBeGreaterThan(0)
    const shell = ['index.html', ...styles.map((match) => match[1]!), ...firstScripts]
    expect(sum(shell.map(gzipSize))).toBeLessThanOrEqual(40_000)
  })

  test('fonts: at most 40 kB', () => {
    expect(sum(filesIn(/\.woff2$/).map(size))).toBeLessThanOrEqual(40_000)
  })

  test('each starter: at most 30 kB', () => {
    for (const { starter } of readIndex().packs)
      expect(starter.bytes, starter.file).toBeLessThanOrEqual(30_000)
  })

  test('all packs, drafts among them: at most 250 kB', () => {
    const bytesOf = ({ starter, sections }: PackListing) =>
      starter.bytes + sum(sections.map(({ bytes }) => bytes))
    expect(sum(readIndex().packs.map(bytesOf))).toBeLessThanOrEqual(250_000)
  })
})

function filesIn(pattern: RegExp): string[] {
  if (!isBuilt) return []
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replace(/\\/g, '/'))
    .filter((path) => !BESIDE_APP.test(path))
    .filter((path) => pattern.test(path) && statSync(join(DIST, path)).isFile())
}

const readText = (file: string): string => readFileSync(join(DIST, file), 'utf8')
const readIndex = (): PackIndex => JSON.parse(readText('packs/index.json'))
const size = (file: string): number => statSync(join(DIST, file)).size
const gzipSize = (file: string): number =>
  gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length
const sum = (sizes: readonly number[]): number => sizes.reduce((total, bytes) => total + bytes, 0)

/** The script in the page and all that it imports before it runs. */
function staticScripts(): string[] {
  const [, entry] = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(readText('index.html'))!
  const found = [entry!]
  for (const file of found) {
    for (const match of readText(file).matchAll(/(?:import|from)\s*["'`](\.[^"'`]+)["'`]/g)) {
      const target = posix.join(dirname(file), match[1]!)
      if (!found.includes(target)) found.push(target)
    }
  }
  return found
}

/** Names of what is newer than the floor. */
function laterFeatures(source: string, sourceType: 'script' | 'module'): string[] {
  const found = new Set<string>()
  const asked = new Set<string>()
  const named = new Set<string>()
  const called = new Set<string>()
  const askedMethods = new Set<string>()
  const visit = (node: SyntaxNode, parent?: SyntaxNode, role?: string) => {
    if (node.type === 'Literal' && node.regex !== undefined) {
      if (/\(\?<[=!]/.test(node.regex.pattern)) found.add(`lookbehind in /${node.regex.pattern}/`)
      if (/[dv]/.test(node.regex.flags)) found.add(`flags of /${node.regex.pattern}/`)
    }
    if (node.type === 'MemberExpression' && node.computed === false) {
      const member = node.property?.name ?? ''
      if (LATER_MEMBERS.has(`${node.object?.name}.${member}`))
        found.add(`${node.object?.name}.${member}`)
      const isCalled = parent?.type === 'CallExpression' && role === 'callee'
      if (isCalled && LATER_METHODS.has(member)) called.add(member)
      // `text.replaceAll ? … : …`
      if (role === 'test' && LATER_METHODS.has(member)) askedMethods.add(member)
    }
    if (node.type === 'UnaryExpression' && node.operator === 'typeof' && node.argument?.name)
      asked.add(node.argument.name)
    const isProperty =
      (parent?.type === 'MemberExpression' && role === 'property' && !parent.computed) ||
      (parent?.type === 'Property' && role === 'key' && !parent.computed)
    if (node.type === 'Identifier' && !isProperty && LATER_GLOBALS.has(node.name ?? ''))
      named.add(node.name!)
    for (const [key, value] of Object.entries(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) visit(child, node, key)
  }
  visit(parse(source, { ecmaVersion: 2020, sourceType }))
  for (const name of named) if (!asked.has(name)) found.add(name)
  for (const name of called) if (!askedMethods.has(name)) found.add(`.${name}()`)
  return [...found]
}

/** What is looked at of acorn's nodes, of any type. */
interface SyntaxNode extends Node {
  readonly name?: string
  readonly computed?: boolean
  readonly operator?: string
  readonly regex?: { readonly pattern: string; readonly flags: string }
  readonly object?: SyntaxNode
  readonly property?: SyntaxNode
  readonly argument?: SyntaxNode
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
