/** Serves what was built: npm start, or node scripts/run.mjs start -- [--dir dist] [--port 4173]. */
import { parseArgs } from 'node:util'
import { type StaticServer, serveFolder } from './static-server'

const FIRST_PORT = 4173
const PORTS_TRIED = 10

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: 'dist' },
    port: { type: 'string', ...(process.env.PORT ? { default: process.env.PORT } : {}) },
    help: { type: 'boolean', default: false },
  },
  // `--` may stand between npm's options and ours.
  allowPositionals: true,
})

if (values.help) console.log('Options: --dir FOLDER (dist)  --port NUMBER (4173 or the next free)')
else {
  const { address } = await serve()
  console.log(`Rông is served at ${address}  (Ctrl+C stops it)`)
}

async function serve(): Promise<StaticServer> {
  if (values.port !== undefined) return serveFolder(values.dir, { port: Number(values.port) })
  for (let port = FIRST_PORT; ; port++) {
    try {
      return await serveFolder(values.dir, { port })
    } catch (fault) {
      const isTaken = fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE'
      if (!isTaken || port >= FIRST_PORT + PORTS_TRIED) throw fault
    }
  }
}
