/** A stretch of a bar: how much, and the CSS class that colours it. */
export interface Stretch {
  readonly value: number
  readonly kind: string
}

const LENGTH = 1000
const HEIGHT = 100

/**
 * A bar of stretches one after the other, `whole` long in all, what is left over an empty track. It
 * takes the size it is given by CSS and says nothing to a screen reader: the figure stands beside it.
 */
export const bar = (stretches: readonly Stretch[], whole: number): string => {
  let x = 0
  const drawn = stretches
    .filter(({ value }) => value > 0)
    .map(({ value, kind }) => {
      const width = whole > 0 ? (value / whole) * LENGTH : 0
      const rect = `<rect class="${kind}" x="${round(x)}" width="${round(width)}" height="${HEIGHT}"/>`
      x += width
      return rect
    })
  return `<svg class="bar" viewBox="0 0 ${LENGTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="${LENGTH}" height="${HEIGHT}"/>${drawn.join('')}</svg>`
}

const round = (value: number): string => String(Math.round(value * 10) / 10)
