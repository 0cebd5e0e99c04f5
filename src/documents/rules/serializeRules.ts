import type { Rules } from '../../engine/index.ts'
import { jsonText } from '../json/jsonText.ts'
import { rulesToDocument } from './rulesToDocument.ts'

/** Rules as the text of a document that `parseRules` reads back to the same rules. */
export function serializeRules(rules: Rules): string {
  return jsonText(rulesToDocument(rules))
}
