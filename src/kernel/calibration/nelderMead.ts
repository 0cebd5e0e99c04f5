interface Vertex {
  readonly at: Float64Array
  readonly value: number
}

/**
 * The least value of a function nearby, without derivatives; one step an evaluation, so that the work can be paced.
 * Where it returns Infinity the function does not exist. Begins anew once where it ended, for a simplex may collapse.
 * Source: J. Nelder and R. Mead, "A simplex method for function minimization", Computer Journal 7 (1965) 308-313, with its
 * coefficients 1, 2, ½ and ½.
 * @param spread  how far the first simplex reaches along each coordinate
 */
export function* nelderMead(f: (at: Float64Array) => number, start: Float64Array, spread: Float64Array, most: number): Generator<undefined, Vertex> {
  let best: Vertex = { at: start, value: f(start) }
  for (let round = 0; round < 2; round++) best = yield* simplex(f, best, round === 0 ? spread : spread.map((each) => 0.3 * each), most)
  return best
}

function* simplex(f: (at: Float64Array) => number, first: Vertex, spread: Float64Array, most: number): Generator<undefined, Vertex> {
  const n = first.at.length
  const vertex = (at: Float64Array): Vertex => ({ at, value: f(at) })
  const vertices = [first, ...Array.from(spread, (reach, i) => vertex(first.at.map((value, j) => (i === j ? value + reach : value))))]
  for (let evaluations = n; evaluations < most; ) {
    vertices.sort((a, b) => a.value - b.value)
    const best = vertices[0] as Vertex
    const worst = vertices[n] as Vertex
    if (isSmall(vertices, best)) break
    const centre = first.at.map((_, j) => vertices.slice(0, n).reduce((sum, each) => sum + (each.at[j] as number), 0) / n)
    const towards = (share: number): Vertex => {
      evaluations += 1
      return vertex(centre.map((value, j) => value + share * ((worst.at[j] as number) - value)))
    }
    yield
    const reflected = towards(-1)
    if (reflected.value < best.value) {
      const expanded = towards(-2)
      vertices[n] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < (vertices[n - 1] as Vertex).value) {
      vertices[n] = reflected
    } else {
      const contracted = towards(reflected.value < worst.value ? -0.5 : 0.5)
      if (contracted.value < Math.min(worst.value, reflected.value)) vertices[n] = contracted
      else {
        for (let i = 1; i <= n; i++) {
          yield
          evaluations += 1
          vertices[i] = vertex((vertices[i] as Vertex).at.map((value, j) => (best.at[j] as number) + 0.5 * (value - (best.at[j] as number))))
        }
      }
    }
  }
  return vertices.reduce((a, b) => (b.value < a.value ? b : a))
}

function isSmall(vertices: readonly Vertex[], best: Vertex): boolean {
  return vertices.every(({ at, value }) => Math.abs(value - best.value) <= 1e-10 * (1 + Math.abs(best.value)) && at.every((x, j) => Math.abs(x - (best.at[j] as number)) <= 1e-6 * (1 + Math.abs(x))))
}
