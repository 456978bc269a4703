import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DIST } from '../built-app'
import type { Figure, Measurement } from './measurement'

const ASSETS = join(DIST, 'assets')

export const sizes: Measurement = {
  title: 'Sizes in bytes; text as gzip makes it, the rest as stored',
  async measure({ index }) {
    const page = readFileSync(join(DIST, 'index.html'), 'utf8')
    const scripts = withImports(
      [...page.matchAll(/<script[^>]*src="[^"]*?([^"/]+\.js)"/g)].map(one),
    )
    const sheets = [...page.matchAll(/<link[^>]*href="[^"]*?([^"/]+\.css)"/g)].map(one)
    const scriptBytes = sum(scripts.map((name) => gzipped(join(ASSETS, name))))
    const sheetBytes = sum(sheets.map((name) => gzipped(join(ASSETS, name))))
    const fonts = readdirSync(ASSETS).filter((name) => name.endsWith('.woff2'))
    return [
      {
        name: `JavaScript for the first answer (${scripts.length} files)`,
        value: scriptBytes,
        unit: 'B',
        atMost: 20_000,
      },
      {
        name: 'Shell of the first screen: HTML, CSS, JavaScript',
        value: gzipped(join(DIST, 'index.html')) + sheetBytes + scriptBytes,
        unit: 'B',
        atMost: 40_000,
      },
      ...index.packs.map(
        ({ language, starter }): Figure => ({
          name: `Starter ${language}`,
          value: starter.bytes,
          unit: 'B',
          atMost: 30_000,
        }),
      ),
      {
        name: `All ${index.packs.length} packs`,
        value: sum(
          index.packs.map(
            ({ starter, sections }) => starter.bytes + sum(sections.map(({ bytes }) => bytes)),
          ),
        ),
        unit: 'B',
        atMost: 250_000,
      },
      {
        name: `Fonts (${fonts.length} files)`,
        value: sum(fonts.map((name) => readFileSync(join(ASSETS, name)).length)),
        unit: 'B',
        atMost: 40_000,
      },
    ]
  },
}

/** The chunks, and what they cannot run without; what is imported later is left out. */
function withImports(entries: readonly string[]): string[] {
  const found = new Set(entries)
  for (const name of found) {
    const code = readFileSync(join(ASSETS, name), 'utf8')
    for (const match of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
      found.add(one(match))
  }
  return [...found]
}

const one = (match: RegExpMatchArray): string => match[1] ?? ''
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const gzipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length
