import { quoted, shortened, type PathKey, type Problem } from '../Problem.ts'
import { FORBIDDEN_KEYS, MOST_CHARACTERS, MOST_DEPTH, significantDigits } from './limits.ts'

export interface JsonReading {
  /** Absent when the text is not JSON at all. */
  readonly json: { readonly value: unknown } | undefined
  readonly problems: readonly Problem[]
}

/**
 * JSON text to a value. Not `JSON.parse`, because that one forgets what matters here: it takes the last of two equal
 * keys, rounds long numbers without a word, accepts `__proto__`, and words its errors differently in every browser.
 */
export function readJson(text: string): JsonReading {
  if (text.length > MOST_CHARACTERS) return unreadable(`the document has ${text.length} characters; at most ${MOST_CHARACTERS} are read`)
  const reader: Reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0, path: [], problems: [] }
  try {
    skipSpace(reader)
    if (reader.at === text.length) return unreadable('the document is empty')
    const value = readValue(reader)
    skipSpace(reader)
    if (reader.at < text.length) stop(reader, 'the end of the document was expected')
    return { json: { value }, problems: reader.problems }
  } catch (error) {
    if (error instanceof NotJson) return unreadable(error.message)
    throw error
  }
}

function unreadable(message: string): JsonReading {
  return { json: undefined, problems: [{ path: [], message }] }
}

interface Reader {
  readonly text: string
  at: number
  readonly path: PathKey[]
  readonly problems: Problem[]
}

/** Leaves the recursion at the first syntax error; never leaves this file. */
class NotJson extends Error {}

function stop(reader: Reader, expected: string): never {
  const before = reader.text.slice(0, reader.at)
  const line = before.split('\n').length
  const column = reader.at - before.lastIndexOf('\n')
  const found = reader.at < reader.text.length ? quoted(/^[\w.+-]+|[^]/u.exec(reader.text.slice(reader.at, reader.at + 40))?.[0]) : 'the end'
  throw new NotJson(`not JSON: line ${line}, column ${column}: ${expected}, ${found} was found`)
}

function report(reader: Reader, message: string): void {
  reader.problems.push({ path: [...reader.path], message })
}

function skipSpace(reader: Reader): void {
  for (;;) {
    const code = reader.text.charCodeAt(reader.at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    reader.at += 1
  }
}

function readValue(reader: Reader): unknown {
  const char = reader.text[reader.at]
  if (char === '{') return readObject(reader)
  if (char === '[') return readList(reader)
  if (char === '"') return readString(reader)
  for (const [word, value] of WORDS) {
    if (reader.text.startsWith(word, reader.at)) {
      reader.at += word.length
      return value
    }
  }
  return readNumber(reader)
}

const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function readNumber(reader: Reader): number {
  NUMBER.lastIndex = reader.at
  const source = NUMBER.exec(reader.text)?.[0]
  if (source === undefined) stop(reader, 'a value was expected')
  reader.at += source.length
  if (significantDigits(source) > 15) {
    const shown = shortened(source)
    report(reader, `${shown} has more than 15 significant digits and a JSON number cannot hold it exactly; write it as a string: "${shown}"`)
  }
  const value = Number(source)
  if (!Number.isFinite(value)) report(reader, `${shortened(source)} is too large`)
  return value
}

function readString(reader: Reader): string {
  let end = reader.at + 1
  for (;;) {
    const code = reader.text.charCodeAt(end)
    if (Number.isNaN(code)) stop(reader, 'a string that ends was expected')
    if (code === 34) break
    end += code === 92 ? 2 : 1
  }
  const source = reader.text.slice(reader.at, end + 1)
  try {
    const value: unknown = JSON.parse(source)
    reader.at = end + 1
    return String(value)
  } catch {
    return stop(reader, 'a string without line breaks and with known escapes was expected')
  }
}

/** Enters a `{` or `[` and says whether it closes at once. */
function enter(reader: Reader, close: string): boolean {
  if (reader.path.length >= MOST_DEPTH) throw new NotJson(`the document is nested more than ${MOST_DEPTH} levels deep`)
  reader.at += 1
  skipSpace(reader)
  if (reader.text[reader.at] !== close) return false
  reader.at += 1
  return true
}

/** After an element: true when the list or object ends here. */
function closes(reader: Reader, close: string): boolean {
  skipSpace(reader)
  const char = reader.text[reader.at]
  if (char !== close && char !== ',') stop(reader, `"," or "${close}" was expected`)
  reader.at += 1
  skipSpace(reader)
  return char === close
}

function readList(reader: Reader): unknown[] {
  const list: unknown[] = []
  if (enter(reader, ']')) return list
  do {
    reader.path.push(list.length)
    list.push(readValue(reader))
    reader.path.pop()
  } while (!closes(reader, ']'))
  return list
}

function readObject(reader: Reader): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  if (enter(reader, '}')) return object
  do {
    if (reader.text[reader.at] !== '"') stop(reader, 'a key in double quotes was expected')
    const key = readString(reader)
    skipSpace(reader)
    if (reader.text[reader.at] !== ':') stop(reader, '":" was expected')
    reader.at += 1
    skipSpace(reader)
    reader.path.push(key)
    if (FORBIDDEN_KEYS.has(key)) report(reader, 'this key is not allowed')
    else if (Object.hasOwn(object, key)) report(reader, 'this key is there twice')
    const value = readValue(reader)
    if (!FORBIDDEN_KEYS.has(key)) object[key] = value
    reader.path.pop()
  } while (!closes(reader, '}'))
  return object
}
