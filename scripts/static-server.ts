import { readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { createLine, type Shape } from './line'
import securityHeaders from './security-headers.json' with { type: 'json' }

export interface ServeOptions {
  /** 0: any free one. */
  readonly port?: number
  readonly host?: string
  /** Where the folder lies on the host, with both slashes. */
  readonly basePath?: string
  /** A network between server and browser, the same for all connections together. */
  readonly shape?: Shape
  /** Called with the path of each request that arrives. */
  readonly onRequest?: (path: string) => void
}

export interface StaticServer {
  /** With its last `/`. */
  readonly address: string
  readonly port: number
  /** Breaks off what is being sent. */
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Names that change with the content. */
const NAMED_BY_CONTENT = /^(assets\/.*-[\w-]{8}\.\w+|packs\/(s|d|c)\/[^/]+|packs\/[^/]+\.starter)$/

/** A folder as a plain static host gives it: no rewriting, 404 for what is not there. */
export async function serveFolder(
  folder: string,
  { port = 0, host = '127.0.0.1', basePath = '/', shape, onRequest }: ServeOptions = {},
): Promise<StaticServer> {
  const line = createLine(shape)
  const server = createServer((request, response) => {
    onRequest?.(request.url ?? '')
    const answer = answerTo(request, resolve(folder), basePath)
    response.writeHead(answer.status, { ...securityHeaders, ...answer.headers })
    line.send(response, request.method === 'HEAD' ? undefined : answer.body)
  })
  await listen(server, port, host)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    address: `http://localhost:${address.port}${basePath}`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | number>
  readonly body?: Uint8Array
}

function answerTo(request: IncomingMessage, folder: string, basePath: string): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, { allow: 'GET, HEAD' })
  const path = pathOf(request.url ?? '/', basePath)
  if (path === undefined) return plain(404)
  const file = resolve(folder, path)
  if (file !== folder && !file.startsWith(folder + sep)) return plain(404)
  const kind = kindOf(file)
  if (kind === 'folder')
    return path === '' || path.endsWith('/')
      ? fileAnswer(join(file, 'index.html'), `${path}index.html`, request)
      : plain(301, { location: `${basePath}${path}/` })
  return kind === 'file' ? fileAnswer(file, path, request) : plain(404)
}

/** Below the base path, without its first `/`; none where it is elsewhere or cannot be read. */
function pathOf(url: string, basePath: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://host').pathname)
    return path.startsWith(basePath) && !path.includes('\0')
      ? path.slice(basePath.length)
      : undefined
  } catch {
    return undefined
  }
}

function kindOf(file: string): 'file' | 'folder' | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return undefined
  return stat.isDirectory() ? 'folder' : 'file'
}

function fileAnswer(file: string, path: string, request: IncomingMessage): Answer {
  if (kindOf(file) !== 'file') return plain(404)
  const { size, mtimeMs } = statSync(file)
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  const headers: Record<string, string | number> = {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': NAMED_BY_CONTENT.test(path)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    etag,
    vary: 'accept-encoding',
  }
  if (request.headers['if-none-match'] === etag) return { status: 304, headers }

  const encoding = encodingOf(file, request.headers['accept-encoding'] ?? '')
  if (encoding !== undefined) {
    const body = readFileSync(file + encoding.extension)
    headers['content-encoding'] = encoding.name
    return { status: 200, headers: { ...headers, 'content-length': body.length }, body }
  }
  return rangeAnswer(readFileSync(file), headers, request.headers.range)
}

function encodingOf(file: string, accepted: string) {
  const encodings = [
    { name: 'br', extension: '.br' },
    { name: 'gzip', extension: '.gz' },
  ]
  return encodings.find(
    ({ name, extension }) =>
      new RegExp(`\\b${name}\\b`).test(accepted) && kindOf(file + extension) === 'file',
  )
}

function rangeAnswer(
  bytes: Uint8Array,
  headers: Record<string, string | number>,
  range: string | undefined,
): Answer {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  const whole = { ...headers, 'accept-ranges': 'bytes' }
  if (from === undefined || to === undefined || (from === '' && to === ''))
    return { status: 200, headers: { ...whole, 'content-length': bytes.length }, body: bytes }
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1)
  if (start > end) return plain(416, { 'content-range': `bytes */${bytes.length}` })
  const body = bytes.subarray(start, end + 1)
  const content = `bytes ${start}-${end}/${bytes.length}`
  return {
    status: 206,
    headers: { ...whole, 'content-range': content, 'content-length': body.length },
    body,
  }
}

function plain(status: number, headers: Record<string, string> = {}): Answer {
  const body = new TextEncoder().encode(`${status}\n`)
  const type = { 'content-type': 'text/plain; charset=utf-8', 'content-length': body.length }
  return { status, headers: { ...type, ...headers }, body }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      done()
    })
  })
}
