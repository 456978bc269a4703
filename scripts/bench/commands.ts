import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measurement, median } from './measurement'

export const commands: Measurement = {
  title: 'Commands, once bundled',
  async measure({ runs, atEnd }) {
    const scratch = mkdtempSync(join(tmpdir(), 'rong-bench-'))
    atEnd(async () => rmSync(scratch, { recursive: true, force: true }))
    return [
      { name: 'lookup of one query', args: ['lookup', 'chim'], atMost: 500 },
      { name: 'check of all tables', args: ['check'] },
      { name: 'compile of all packs', args: ['compile', '--out', join(scratch, 'packs')] },
    ].map(({ name, args, ...figure }) => {
      runOnce(args)
      const times = Array.from({ length: runs }, () => runOnce(args))
      return { name, value: median(times), unit: 'ms' as const, ...figure }
    })
  },
}

/** Milliseconds. */
function runOnce(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')} failed (exit ${status}).\n${stderr}`)
  return performance.now() - start
}
