import type { Tape } from '../../engine/index.ts'
import { jsonText } from '../json/jsonText.ts'
import { parseDocument } from '../parseDocument.ts'
import { accepted, refusedWith, type Parsed } from '../Problem.ts'
import { tapeSchema } from './TapeDocument.ts'
import { tapeOf } from './tapeOf.ts'
import { tapeToDocument } from './tapeToDocument.ts'

/** A Tape document, as JSON text or as a value, to the engine's tape. */
export function parseTape(input: unknown): Parsed<Tape> {
  const document = parseDocument(input, 'tape', tapeSchema)
  if (!document.ok) return document
  const { tape, problems } = tapeOf(document.value, [])
  return tape === undefined ? refusedWith(problems) : accepted(tape, document.warnings)
}

/** A tape as the text of a document that `parseTape` reads back to the same tape. */
export function serializeTape(tape: Tape): string {
  return jsonText({ schema: 1, ...tapeToDocument(tape) })
}
