/**
 * The simplex search once more, from the text of Nelder and Mead's paper and section 2 of Lagarias et al. 1998, with arrays
 * of rows and an insertion instead of a sort. Shares no code with the program. The best corner after each iteration.
 */
export function plainNelderMead(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  edge: number,
  iterations: number
): number[][] {
  const n = start.length
  type Row = { x: number[]; fx: number }
  const row = (x: number[]): Row => {
    const fx = f(x)
    return { x, fx: Number.isFinite(fx) ? fx : Number.POSITIVE_INFINITY }
  }
  const rows: Row[] = []
  /** Before the first row that is higher: ties go behind. */
  const insert = (fresh: Row) => {
    const place = rows.findIndex((other) => fresh.fx < other.fx)
    rows.splice(place < 0 ? rows.length : place, 0, fresh)
  }
  insert(row([...start]))
  for (let i = 0; i < n; i++) insert(row(start.map((coordinate, j) => (j === i ? coordinate + edge : coordinate))))
  const best: number[][] = []
  for (let k = 0; k < iterations; k++) {
    const worst = rows.pop() as Row
    const middle = start.map((_, j) => {
      let sum = 0
      for (const { x } of rows) sum += x[j] as number
      return sum / n
    })
    const along = (t: number) => row(middle.map((m, j) => m + t * (m - (worst.x[j] as number))))
    const [lowest, highest] = [rows[0] as Row, rows[n - 1] as Row]
    const reflected = along(1)
    let fresh: Row | undefined
    if (lowest.fx <= reflected.fx && reflected.fx < highest.fx) fresh = reflected
    else if (reflected.fx < lowest.fx) {
      const expanded = along(2)
      fresh = expanded.fx < reflected.fx ? expanded : reflected
    } else if (reflected.fx < worst.fx) {
      const outside = along(0.5)
      if (outside.fx <= reflected.fx) fresh = outside
    } else {
      const inside = along(-0.5)
      if (inside.fx < worst.fx) fresh = inside
    }
    if (fresh) insert(fresh)
    else {
      const old = [...rows.splice(1), worst]
      for (const { x } of old)
        insert(row(x.map((coordinate, j) => (lowest.x[j] as number) + (coordinate - (lowest.x[j] as number)) / 2)))
    }
    best.push([...(rows[0] as Row).x])
  }
  return best
}
