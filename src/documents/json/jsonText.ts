const WIDTH = 120

/**
 * JSON as people like to read and diff it: what fits on a line stays on one, long lists of numbers fill lines, everything
 * else is one entry a line. Keys keep their order. Ends with a line break.
 */
export function jsonText(value: unknown): string {
  return `${format(value, 0)}\n`
}

function format(value: unknown, depth: number): string {
  const line = oneLine(value)
  if (typeof value !== 'object' || value === null) return line
  if (depth > 0 && line.length + 2 * depth <= WIDTH) return line
  const indent = '  '.repeat(depth + 1)
  const end = '  '.repeat(depth)
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    if (value.every(isScalar)) return `[\n${filled(value.map(oneLine), indent)}\n${end}]`
    return `[\n${value.map((item) => indent + format(item, depth + 1)).join(',\n')}\n${end}]`
  }
  const lines = stated(value).map(([key, child]) => `${indent}${JSON.stringify(key)}: ${format(child, depth + 1)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${end}}`
}

/** The value on one line, with a space after each comma and colon. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = stated(value).map(([key, child]) => `${JSON.stringify(key)}: ${oneLine(child)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** Keys whose value is absent are absent. */
function stated(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, child]) => child !== undefined)
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function filled(items: readonly string[], indent: string): string {
  const lines: string[] = []
  let line = ''
  items.forEach((item, index) => {
    const text = index === items.length - 1 ? item : `${item},`
    if (line !== '' && indent.length + line.length + 1 + text.length > WIDTH) {
      lines.push(indent + line)
      line = text
    } else line = line === '' ? text : `${line} ${text}`
  })
  return [...lines, indent + line].join('\n')
}
