const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const NEIGHBOURS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row, y) => [...row].map((key, x) => [key, around(x, y)] as const)),
)

function around(x: number, y: number): string {
  let keys = ''
  for (let row = y - 1; row <= y + 1; row++)
    for (let column = x - 1; column <= x + 1; column++)
      if (row !== y || column !== x) keys += ROWS[row]?.[column] ?? ''
  return keys
}

/** Whether two bare letters lie side by side on a QWERTY keyboard: the finger slips there most. */
export const isNeighbour = (a: string, b: string): boolean =>
  NEIGHBOURS.get(a)?.includes(b) ?? false
