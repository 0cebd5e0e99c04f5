import { words } from '../words.ts'
import type { CardId } from './CardSpec.ts'

export function cardTitle(id: CardId): string {
  switch (id) {
    case 'wall':
      return words.wall.heading
    case 'book':
      return words.book.title
    case 'margin':
      return words.margin.title
    case 'stop':
      return words.stop.title
    case 'leverages':
      return words.leverages.title
    default:
      return words.more[id]
  }
}
