/** Matrix of second derivatives by central differences, n × n, row-major. @param step  along each coordinate */
export function hessian(f: (at: Float64Array) => number, at: Float64Array, step: Float64Array): Float64Array {
  const n = at.length
  const moved = (i: number, a: number, j: number, b: number): number => f(at.map((value, k) => value + (k === i ? a * (step[i] as number) : 0) + (k === j ? b * (step[j] as number) : 0)))
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = moved(i, 1, j, 1) - moved(i, 1, j, -1) - moved(i, -1, j, 1) + moved(i, -1, j, -1)
      matrix[i * n + j] = matrix[j * n + i] = sum / (4 * (step[i] as number) * (step[j] as number))
    }
  }
  return matrix
}

/** Inverse of an n × n matrix by Gauss and Jordan with row pivots; absent where there is none. */
export function inverse(matrix: Float64Array, n: number): Float64Array | undefined {
  const a = matrix.slice()
  const b = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0))
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++) if (Math.abs(a[row * n + column] as number) > Math.abs(a[pivot * n + column] as number)) pivot = row
    const value = a[pivot * n + column] as number
    if (!(Math.abs(value) > 1e-300)) return undefined
    for (let k = 0; k < n; k++) {
      for (const m of [a, b]) {
        const kept = m[column * n + k] as number
        m[column * n + k] = (m[pivot * n + k] as number) / value
        if (pivot !== column) m[pivot * n + k] = kept
      }
    }
    for (let row = 0; row < n; row++) {
      const factor = a[row * n + column] as number
      if (row === column || factor === 0) continue
      for (let k = 0; k < n; k++) {
        a[row * n + k] = (a[row * n + k] as number) - factor * (a[column * n + k] as number)
        b[row * n + k] = (b[row * n + k] as number) - factor * (b[column * n + k] as number)
      }
    }
  }
  return b.every((value) => Number.isFinite(value)) ? b : undefined
}

/** Square roots of the diagonal; undefined where it is not positive. */
export function rootsOfDiagonal(matrix: Float64Array | undefined, n: number): readonly (number | undefined)[] {
  return Array.from({ length: n }, (_, i) => {
    const value = matrix?.[i * n + i]
    return value !== undefined && value > 0 ? Math.sqrt(value) : undefined
  })
}
