/** An address that is valid whatever the name of the file. */
export const hrefOf = (path: string): string =>
  path.replace(LONE_SURROGATE, '\uFFFD').split('/').map(encodeURIComponent).join('/')

/** With the `u` flag whole pairs are not in the class. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu

/** The path under media/ that an address names; none: it leads elsewhere. */
export const pathOf = (href: string): string | undefined => {
  if (href === '' || /^([A-Za-z][A-Za-z0-9+.-]*:|[\\/])/.test(href)) return undefined
  try {
    const path = decodeURIComponent(href)
    return /(^|[\\/])\.\.?([\\/]|$)|\\/.test(path) ? undefined : path
  } catch (fault) {
    if (fault instanceof URIError) return undefined
    throw fault
  }
}
