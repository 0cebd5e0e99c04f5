import { packing, unpacking, type ByteTransform } from './platform.ts'

/** Bytes handed on at once: what a host unpacks from one of them is at most a thousand times as much. */
const SLICE = 1024

export type Unpacked =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** More than was allowed; the rest was not looked at. */
  | { readonly type: 'too-much' }
  /** Not what was packed: cut off, or changed. */
  | { readonly type: 'damaged' }

export async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await through(packing(), bytes, Number.MAX_SAFE_INTEGER)
  if (result.type !== 'bytes') throw new Error('this host packs no bytes')
  return result.bytes
}

/** Unpacks at most so many bytes. Never throws: what is no packed bytes is `damaged`. */
export async function unpacked(bytes: Uint8Array, most: number): Promise<Unpacked> {
  return through(unpacking(), bytes, most)
}

async function through(stream: ByteTransform, bytes: Uint8Array, most: number): Promise<Unpacked> {
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  const writing = (async () => {
    for (let at = 0; at < bytes.length; at += SLICE) await writer.write(bytes.subarray(at, at + SLICE))
    await writer.close()
  })()
  // An error of the stream is seen by the reader too, and told there.
  writing.catch(() => undefined)
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || value === undefined) break
      length += value.length
      if (length > most) {
        const ended = [reader.cancel(), writer.abort()]
        await Promise.allSettled(ended)
        return { type: 'too-much' }
      }
      chunks.push(value)
    }
    await writing
  } catch {
    return { type: 'damaged' }
  }
  return { type: 'bytes', bytes: joined(chunks, length) }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
