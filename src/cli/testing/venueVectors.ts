import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Expected } from './compareFigure.ts'
import { ROOT } from './runText.ts'

/** A worked example that a venue published, and the book that says the same. */
export interface VenueVector {
  readonly venue: string
  readonly title: string
  readonly source: string
  readonly book: { readonly rules?: string | { readonly extends?: string } }
  readonly expect: Readonly<Record<string, Expected>>
}

const VENUES = join(ROOT, 'src/engine/venues')

/** All of them, venue after venue. */
export const venueVectors: readonly VenueVector[] = readdirSync(VENUES)
  .toSorted()
  .flatMap((venue) => {
    const file = join(VENUES, venue, 'vectors.json')
    if (!existsSync(file)) return []
    return (JSON.parse(readFileSync(file, 'utf8')) as Omit<VenueVector, 'venue'>[]).map((vector) => ({ venue, ...vector }))
  })

/** The built-in set an example is about. */
export function rulesOfVector({ book: { rules } }: VenueVector): string {
  return typeof rules === 'string' ? rules : (rules?.extends ?? 'none')
}
