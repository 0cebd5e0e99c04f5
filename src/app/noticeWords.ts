import { rejectionWords } from '../features/positions/words/rejectionWords.ts'
import type { Say } from '../features/positions/words/Say.ts'
import type { NoticeBody } from '../store/slices/Notice.ts'

export interface NoticeText {
  readonly message: string
  readonly tone: 'neutral' | 'warn' | 'loss'
}

/** Those that say the same every time. */
const FIXED = {
  'worker-restarted': { message: 'The engine stopped and was started again. Nothing was lost: your commands were replayed.', tone: 'warn' },
  'saved-rules-kept-aside': { message: 'Your own rules were saved by another version and could not be read. The record is kept in this browser as it is; import your rules from their files.', tone: 'warn' },
  'storage-unavailable': { message: 'This browser keeps nothing here (private window or blocked storage). Save the scenario as a file before you leave.', tone: 'warn' },
  'storage-full': { message: 'The browser’s storage is full: the last change is not saved. Save the scenario as a file, or free some space.', tone: 'warn' },
  'newer-tab': { message: 'Bulkhead was opened in another tab, which saves now. Changes made here are not saved.', tone: 'warn' },
} satisfies Partial<Record<NoticeBody['type'], NoticeText>>

/** A notice in words; nothing for what the screen shows by itself. */
export function noticeWords(notice: NoticeBody, say: Say): NoticeText | undefined {
  switch (notice.type) {
    case 'liquidated':
    case 'document-refused':
    case 'link-refused':
    case 'saved-document-kept-aside':
    case 'branch-grew':
    case 'branch-deleted':
      return undefined
    case 'refused':
      return refusedWords(notice, say)
    case 'worker-gave-up':
      return { message: `The engine stops again and again: ${notice.message}. Save the scenario as a file and reload the page.`, tone: 'loss' }
    case 'tape-missing':
      return { message: `The prices of this scenario come from ${notice.files.join(', ')}, which this browser does not have. Drop the file on the page.`, tone: 'warn' }
    case 'tape-changed':
      return { message: `${notice.files.join(', ')} does not hold the prices this scenario was made with. Drop the original file on the page.`, tone: 'warn' }
    case 'exchange-ended':
      return endedWords(notice)
    case 'restored':
      return { message: `“${notice.title}” is back as you left it.`, tone: 'neutral' }
    case 'tried-instead':
      return { message: triedWords(notice, say), tone: 'neutral' }
    default:
      return FIXED[notice.type]
  }
}

function endedWords({ venue, isLoaded }: Extract<NoticeBody, { type: 'exchange-ended' }>): NoticeText {
  if (!isLoaded) return { message: `Loading from ${venue} stopped: Scenario, Exchange says why.`, tone: 'warn' }
  return { message: `The prices from ${venue} are here: play them under Scenario, Exchange.`, tone: 'neutral' }
}

/** Figures as they were given: what is typed, not what is rounded. */
function triedWords({ kind, instrument = 'It', from, to }: Extract<NoticeBody, { type: 'tried-instead' }>, { format }: Say): string {
  const change = `${from === undefined ? 'none' : format.exact(from)} → ${to === undefined ? '' : format.exact(to)}`
  const what: Readonly<Record<typeof kind, string>> = {
    margin: `Margin ${change}`,
    leverage: `Leverage of ${instrument} ${change}`,
    size: `Size of ${instrument} ${change}`,
    stop: `Stop loss of ${instrument} ${change}`,
    'own-wall': `${instrument} is behind its own wall now`,
    'all-walls': 'Every position is behind its own wall now',
    shared: `${instrument} is in the cross pool now`,
  }
  return `${what[kind]}. Undo takes it back.`
}

/** Certain in the twins, whatever the user does: their walls stand still. */
const BY_THE_WALLS: readonly string[] = ['walls-are-fixed', 'shared-by-walls']

function refusedWords(notice: Extract<NoticeBody, { type: 'refused' }>, say: Say): NoticeText | undefined {
  if (!notice.twins.includes('as-set') && BY_THE_WALLS.includes(notice.reason.code)) return undefined
  const reason = rejectionWords(notice.reason, say)
  if (notice.twins.includes('as-set')) return { message: `Refused. ${reason}`, tone: 'warn' }
  const where = notice.twins.map((twin) => (twin === 'all-isolated' ? 'All isolated' : 'All cross')).join(' and ')
  return { message: `Refused in ${where} only. ${reason}`, tone: 'neutral' }
}
