import { describe, expect, test } from 'vitest'
import { parseRoute, type Route, routeHash } from '../../src/app/routes'

describe('parseRoute', () => {
  test.each([
    ['', 'home'],
    ['#', 'home'],
    ['#/', 'home'],
    ['#/e/ba-na/bn-00001', 'entry'],
    ['#/concept/937', 'concept'],
    ['#/browse', 'browse'],
    ['#/browse/vi/%C4%90', 'browse'],
    ['#/topics', 'topics'],
    ['#/content?q=con%20tr%C3%A2u', 'content'],
    ['#/settings', 'settings'],
  ])('knows %s', (hash, name) => {
    expect(parseRoute(hash).name).toBe(name)
  })

  test.each(['#/nowhere', '#/e/ba-na', '#/e/a/b/c', '#/concept', '#/settings/x', '#/e/%E0%A4%A/x'])(
    'takes %s for a page that does not exist',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ name: 'unknown', hash })
    },
  )

  test('gives back what a route was written from', () => {
    const hashes = [
      '#/',
      '#/e/ba-na/bn-00001',
      '#/concept/937',
      '#/browse/gia-rai/%C6%80',
      '#/topics/gia-dinh',
      '#/domains/body',
      '#/favourites',
      '#/history',
      '#/library',
      '#/settings',
      '#/about/xo-dang',
      '#/content?q=n%C6%B0%E1%BB%9Bc%20%26%20%C4%91%E1%BA%A5t',
    ]
    expect(hashes.map((hash) => routeHash(parseRoute(hash)))).toEqual(hashes)
  })

  test('reads a letter with its marks', () => {
    const route: Route = parseRoute(`#/browse/vi/${encodeURIComponent('Ơ̆')}`)
    expect(route).toEqual({ name: 'browse', language: 'vi', letter: 'Ơ̆' })
  })
})
