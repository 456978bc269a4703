import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** What a network is like. Slow 3G: 2000 ms, 50,000 bytes a second; Fast 3G: 562 ms, 180,000. */
export interface Shape {
  /** Milliseconds between a request and the first byte of its answer. */
  readonly rttMs: number
  readonly bytesPerSecond: number
}

/** The way from server to browser, with room for so many bytes at a time. */
export interface Line {
  send(response: ServerResponse, body: Uint8Array | undefined): void
}

const PACKET_BYTES = 1460

export function createLine(shape: Shape | undefined): Line {
  if (shape === undefined) return { send: (response, body) => void response.end(body) }
  /** When all that was taken on so far has gone through, in milliseconds of `performance.now`. */
  let free = 0

  const sendShaped = async (response: ServerResponse, body: Uint8Array) => {
    await wait(shape.rttMs)
    const step = Math.max(PACKET_BYTES, Math.floor(shape.bytesPerSecond / 50))
    for (let at = 0; at < body.length && !response.destroyed; at += step) {
      const piece = body.subarray(at, at + step)
      const now = performance.now()
      free = Math.max(free, now) + (piece.length / shape.bytesPerSecond) * 1000
      await wait(free - now)
      response.write(piece)
    }
    response.end()
  }
  return {
    send: (response, body = new Uint8Array(0)) => void sendShaped(response, body),
  }
}
