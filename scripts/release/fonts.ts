import { readBytes } from '../files'

const FOLDER = 'src/ui/styles/fonts'

/** A page with its own fonts in it, so that it can be handed on as one file. Throws where a font is missing. */
export const withFonts = (page: Uint8Array): Uint8Array => {
  const html = new TextDecoder().decode(page).replace(/url\(([\w-]+\.woff2)\)/g, (_, name) => {
    const font = readBytes(`${FOLDER}/${name}`)
    if (font === undefined) throw new RangeError(`There is no ${FOLDER}/${name}`)
    return `url(data:font/woff2;base64,${Buffer.from(font).toString('base64')})`
  })
  return new TextEncoder().encode(html)
}
