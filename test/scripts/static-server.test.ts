import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ServeOptions, type StaticServer, serveFolder } from '../../scripts/static-server'

const folder = mkdtempSync(join(tmpdir(), 'static-server-'))
const root = join(folder, 'root')
const script = 'export const a = 1\n'
let server: StaticServer

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(root, 'packs', 's'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets', 'main-a1B2c3D4.js'), script)
  writeFileSync(join(root, 'assets', 'main-a1B2c3D4.js.gz'), gzipSync(script))
  writeFileSync(join(root, 'packs', 'index.json'), '{}')
  writeFileSync(join(root, 'packs', 's', '0123456789abcdef'), Uint8Array.from([0, 1, 2, 3, 4, 5]))
})
afterEach(() => server.close())
afterAll(() => rmSync(folder, { recursive: true }))

/** Sends the path as it is: `fetch` would tidy it up first. */
async function get(
  path: string,
  headers: Record<string, string> = {},
  options: ServeOptions = {},
  method = 'GET',
) {
  server = await serveFolder(root, options)
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (done, fail) => {
      const sent = request({ port: server.port, path, headers, method }, async (response) => {
        const pieces: Buffer[] = []
        for await (const piece of response) pieces.push(Buffer.from(piece))
        const { statusCode: status = 0, headers } = response
        done({ status, headers, body: Buffer.concat(pieces) })
      })
      sent.on('error', fail)
      sent.end()
    },
  )
}

describe('serveFolder', () => {
  test('gives a folder its index.html', async () => {
    const page = await get('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['cache-control']).toBe('no-cache')
  })

  test('says 404 for what is not there, and never gives the page instead', async () => {
    const missing = await get('/packs/missing.starter')
    expect(missing.status).toBe(404)
    expect(missing.body.toString()).toBe('404\n')
  })

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%ff', '/a%00b'])(
    'gives nothing for %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  test('sends compressed text to who takes it', async () => {
    const zipped = await get('/assets/main-a1B2c3D4.js', { 'accept-encoding': 'gzip, br' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(zipped.body).toEqual(gzipSync(script))
  })

  test('sends plain text to who does not', async () => {
    const whole = await get('/assets/main-a1B2c3D4.js')
    expect(whole.headers['content-encoding']).toBeUndefined()
    expect(whole.body.toString()).toBe(script)
  })

  test.each([
    ['/assets/main-a1B2c3D4.js', 'public, max-age=31536000, immutable'],
    ['/packs/s/0123456789abcdef', 'public, max-age=31536000, immutable'],
    ['/packs/index.json', 'no-cache'],
  ])('lets %s be kept as %s', async (path, kept) => {
    expect((await get(path)).headers['cache-control']).toBe(kept)
  })

  test('answers 304 to who has it already', async () => {
    const first = await get('/')
    await server.close()
    const again = await get('/', { 'if-none-match': String(first.headers.etag) })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
  })

  test.each([
    ['bytes=1-2', 206, [1, 2]],
    ['bytes=4-', 206, [4, 5]],
    ['bytes=-2', 206, [4, 5]],
    ['bytes=4-99', 206, [4, 5]],
    ['bytes=9-', 416, undefined],
    ['lines=1-2', 200, [0, 1, 2, 3, 4, 5]],
  ])('answers a request for %s with %i', async (range, status, content) => {
    const part = await get('/packs/s/0123456789abcdef', { range })
    expect(part.status).toBe(status)
    if (content !== undefined) expect([...part.body]).toEqual(content)
  })

  test('sets the security headers on everything, faults too', async () => {
    const { headers } = await get('/missing')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('takes no other methods', async () => {
    expect((await get('/', {}, {}, 'POST')).status).toBe(405)
  })

  test('sends no body to HEAD', async () => {
    const head = await get('/packs/index.json', {}, {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.body).toHaveLength(0)
  })

  test('can lie in a folder of the host', async () => {
    const options = { basePath: '/tu-dien/' }
    expect((await get('/tu-dien/', {}, options)).status).toBe(200)
    await server.close()
    expect((await get('/index.html', {}, options)).status).toBe(404)
  })

  test('a shaped network takes its time for latency and for bytes', async () => {
    const start = performance.now()
    const shaped = await get(
      '/packs/s/0123456789abcdef',
      {},
      {
        shape: { rttMs: 40, bytesPerSecond: 100 },
      },
    )
    expect(shaped.body).toHaveLength(6)
    // 6 bytes at 100 a second are 60 ms; timers may be a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(98)
  })
})
