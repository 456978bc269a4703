import { type Content, withContent } from './content'
import type { Files, Format } from './format'
import { readTables, writeShared, writeTables } from './tables'

/**
 * Our own tables as a format: a folder of them, with or without the shared tables beside it, which are
 * then those of the settings. A CLDF Dictionary; byte for byte what the data folder holds.
 */
export const tablesFormat: Format = {
  id: 'tables',
  name: 'Rông (CSV, CLDF Dictionary)',
  extensions: ['csv'],
  async read(files, { settings }) {
    const code = settings.language.code
    const texts = new Map([...writeShared(settings.shared), ...ownTables(files, code)])
    const { lexicon, problems } = readTables(texts, code)
    if (lexicon === undefined) return { lexicon: undefined, problems }
    const content: Content = lexicon
    return { lexicon: withContent(settings, content), problems, carries: () => true }
  },
  async write(lexicon) {
    const encoder = new TextEncoder()
    const texts = [...writeTables(lexicon), ...writeShared(lexicon.shared)]
    return new Map(texts.map(([path, text]) => [path, encoder.encode(text)]))
  },
}

/** The tables of a language by path from the data folder, wherever above or in it the reading began. */
const ownTables = (files: Files, code: string): ReadonlyMap<string, string> => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const texts = new Map<string, string>()
  const isLone = files.has('language.json')
  for (const [path, bytes] of files) {
    const [name = '', folder = isLone ? code : ''] = path.split('/').reverse()
    if (!/\.(csv|json|bib)$/.test(name) || name === 'cldf-metadata.json') continue
    if (folder === code || folder === 'shared')
      texts.set(`${folder}/${name}`, decoder.decode(bytes))
  }
  return texts
}
