import type { Format } from '../../../ui/format/createFormat.ts'
import type { PartDraft, PartField, PartType } from './ScriptDraft.ts'
import { partOf } from './templates.ts'

export const MOST_PARTS = 40

type Parts = readonly PartDraft[]

/** At the end, with what is usual for it. */
export function withPart(parts: Parts, type: PartType, format: Format): Parts {
  return [...parts, partOf(type, Math.max(0, ...parts.map(({ key }) => key)) + 1, format)]
}

export function withoutPart(parts: Parts, index: number): Parts {
  return parts.filter((_, at) => at !== index)
}

/** One place earlier or later; at the ends nothing happens. */
export function movedPart(parts: Parts, index: number, by: 1 | -1): Parts {
  const [part, other] = [parts[index], parts[index + by]]
  if (part === undefined || other === undefined) return parts
  return parts.map((each, at) => (at === index ? other : at === index + by ? part : each))
}

export function typedPart(parts: Parts, index: number, field: PartField, text: string): Parts {
  return parts.map((part, at) => (at === index ? { ...part, values: { ...part.values, [field]: text } } : part))
}
