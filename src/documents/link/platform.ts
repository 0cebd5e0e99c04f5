/** Of the host, and the same in browsers, workers and Node since 18: the parts of it that links are packed with. */

interface ByteWriter {
  readonly write: (chunk: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
  readonly abort: () => Promise<void>
}

interface ByteReader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
  readonly cancel: () => Promise<void>
}

/** A stream that turns bytes into other bytes. */
export interface ByteTransform {
  readonly readable: { readonly getReader: () => ByteReader }
  readonly writable: { readonly getWriter: () => ByteWriter }
}

/** `deflate` is the zlib format (RFC 1950): two bytes more than the raw one before it, and a checksum after it. */
type Format = 'deflate'

// Declared here and not by a library of types: this room knows nothing else of a host.
declare const CompressionStream: new (format: Format) => ByteTransform
declare const DecompressionStream: new (format: Format) => ByteTransform
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array }
declare const TextDecoder: new (label: 'utf-8', options: { readonly fatal: true }) => { readonly decode: (bytes: Uint8Array) => string }

export function packing(): ByteTransform {
  return new CompressionStream('deflate')
}

export function unpacking(): ByteTransform {
  return new DecompressionStream('deflate')
}

export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** @returns nothing where the bytes are no UTF-8 */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
