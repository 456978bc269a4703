import { existsSync, readFileSync } from 'node:fs'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'
import securityHeaders from './scripts/security-headers.json' with { type: 'json' }

/** The browser floor. Vite lowers syntax to it; test/built-output.test.ts looks after the rest. */
const FLOOR = ['es2020', 'chrome80', 'safari14', 'firefox91']

const INDEX_FILE = 'public/packs/index.json'

export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: FLOOR,
    cssTarget: FLOOR.slice(1),
    // The first script is one file, and what comes later is asked for when it is known to be wanted.
    modulePreload: false,
    // One style sheet: a screen fetched later needs its script alone, see plainImports.
    cssCodeSplit: false,
    // An inlined image would count for every visitor, needed or not.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: firstChunk, debugName: 'first' }] } },
    },
    reportCompressedSize: false,
  },
  plugins: [pagePlugin(), plainImports(), zipWithoutWorkers()],
})

/**
 * Puts into index.html what the build alone knows: the security policy, and the packs' index with a
 * preload of the first starter, so that the first answer waits for no further round trip.
 */
function pagePlugin(): Plugin {
  return {
    name: 'rong-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!existsSync(INDEX_FILE)) {
          throw new Error(`${INDEX_FILE} is missing. Run: npm run compile`)
        }
        return { html: withPolicy(html), tags: packTags(readFileSync(INDEX_FILE, 'utf8')) }
      },
    },
  }
}

/** Right after the encoding: a policy rules only what comes after it. */
function withPolicy(html: string): string {
  // A page may not say who frames it; only a server may.
  const policy = securityHeaders['content-security-policy'].replace(/; frame-ancestors.*/, '')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  const after = /<meta charset=[^>]*>/i
  if (!after.test(html)) throw new Error('index.html has no <meta charset>')
  return html.replace(after, (charset) => `${charset}\n    ${meta}`)
}

function packTags(indexText: string): HtmlTagDescriptor[] {
  const index: { packs: { starter: { file: string } }[] } = JSON.parse(indexText)
  const [first] = index.packs
  const preload = { rel: 'preload', as: 'fetch', crossorigin: '' }
  return [
    ...(first === undefined
      ? []
      : [{ tag: 'link', attrs: { ...preload, href: `packs/${first.starter.file}` } }]),
    {
      tag: 'script',
      attrs: { type: 'application/json', id: 'packs' },
      // A text that ends the script early must not be in it.
      children: JSON.stringify(index).replace(/</g, '\\u003c'),
    },
  ].map((tag) => ({ ...tag, injectTo: 'head' }))
}

/**
 * Vite wraps each import() in a helper that preloads its styles and scripts first. No screen here has
 * any of its own, so the helper does nothing but make the first script longer.
 */
function plainImports(): Plugin {
  return {
    name: 'rong-plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js')
        ? 'export const __vitePreload = (load) => load()'
        : undefined,
  }
}

/**
 * write-excel-file deflates in workers made from text, which the page's policy forbids: it would wait
 * for them for ever. What it packs is packed anew by src/formats/xlsx/write-book.ts, so nothing need be deflated.
 */
function zipWithoutWorkers(): Plugin {
  return {
    name: 'rong-zip-without-workers',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('write-excel-file/modules/zip/zipToArrayBuffer.js')
        ? `import { zipSync } from 'fflate'
           export default async (files) => zipSync(files, { level: 0 }).buffer`
        : undefined,
  }
}

interface Modules {
  getModuleInfo(
    id: string,
  ): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/**
 * What the first answer needs goes into one file: cut where later screens share a module with it, it
 * would be six, each with its own head and its own dictionary to be compressed by.
 */
function firstChunk(id: string, modules: Modules): string | null {
  const seen = new Set<string>()
  const comesWithEntry = (module: string): boolean => {
    if (seen.has(module)) return false
    seen.add(module)
    const info = modules.getModuleInfo(module)
    return info !== null && (info.isEntry || info.importers.some(comesWithEntry))
  }
  return comesWithEntry(id) ? 'first' : null
}
