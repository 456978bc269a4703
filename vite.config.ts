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
    modulePreload: { polyfill: false },
    // An inlined image would count for every visitor, needed or not.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  plugins: [pagePlugin()],
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
