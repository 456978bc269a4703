import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from './site'

/** Compiles a data folder to packs in `out`. Throws what the command said where it refuses. */
export const compilePacks = (data: string, out: string): void => {
  execFileSync(process.execPath, [...['scripts/run.mjs', 'compile', '--data', data, '--out', out]])
}

/** Puts packs into the place of those of a site, and gives the site as it is then. */
export const publishPacks = <S extends Site>(site: S, packs: string): S => {
  const files = readdirSync(packs, { recursive: true, withFileTypes: true })
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name)
    site.write(`packs/${path.slice(packs.length + 1)}`, readFileSync(path))
  }
  const index = JSON.parse(site.read('packs/index.json').toString())
  const page = site
    .read('index.html')
    .toString()
    .replace(
      /(<script type="application\/json" id="packs">).*?(<\/script>)/s,
      (_, open, close) => open + JSON.stringify(index).replace(/</g, '\\u003c') + close,
    )
    .replace(/packs\/[^"/]+\.starter/, `packs/${index.packs[0].starter.file}`)
  site.write('index.html', page)
  return { ...site, index }
}
