import { leverageLimit, poolTypeOf, poolView, preview, required, type Account, type Command, type Decimal, type PreviewContext } from '../../engine/index.ts'
import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import { parseCommands } from '../../documents/scenario/parseCommands.ts'
import { changeOf } from './changeOf.ts'
import { advance, type Pace } from './advance.ts'
import type { EditLimits, EditPreview } from './EditPreview.ts'
import { plain } from './openScenario.ts'
import { previewContext, type Session } from './Session.ts'
import { warningsAt } from './ticketWarnings.ts'
import type { TicketWarning } from './TicketPreview.ts'

/** What an edit of the account as set would do, by running it on a copy; undefined when cancelled. */
export async function previewEdit(session: Session, request: { readonly tick: number; readonly command: CommandDocument }, pace: Pace): Promise<EditPreview | undefined> {
  const { tick } = request
  if (!(await advance(session, tick, pace))) return undefined
  const context = previewContext(session, tick)
  const account = session.sides['as-set'].run.accountAt(tick)
  const limits = limitsOf(account, request.command, context)
  const command = commandOf(session, request.command, tick)
  if (command === undefined) return { tick, status: 'incomplete', rejection: undefined, change: undefined, limits, warnings: [] }
  const tried = preview(account, command, context)
  if (!tried.ok) return { tick, status: 'refused', rejection: plain(tried.error), change: undefined, limits, warnings: [] }
  const { account: after, events } = tried.value
  return {
    tick,
    status: 'accepted',
    rejection: undefined,
    change: changeOf({ before: account, after, events }, context),
    limits,
    warnings: 'leg' in command ? warningsOf(after, command.leg, context) : [],
  }
}

/** The command, when its fields are complete; half-typed numbers are not. */
function commandOf(session: Session, document: CommandDocument, tick: number): Command | undefined {
  const parsed = parseCommands([{ ...document, id: '~preview', tick }], session.opened.positionMode)
  return parsed.ok ? parsed.value[0] : undefined
}

function limitsOf(account: Account, document: CommandDocument, context: PreviewContext): EditLimits {
  const leg = 'leg' in document ? document.leg : undefined
  const bucket = 'bucket' in document ? document.bucket : undefined
  const position = leg === undefined ? undefined : account.positions.get(leg)
  const pool = position?.pool ?? (bucket === undefined ? undefined : `bucket:${bucket}`)
  const mark = position === undefined ? undefined : context.moment.marks.get(position.instrument)
  return {
    addable: removableOf(account, 'cross', context).toFixed(),
    removable: pool === undefined || poolTypeOf(pool) === 'cross' || !account.pools.has(pool) ? '0' : removableOf(account, pool, context).toFixed(),
    isAddOnly: isAddOnly(pool, context),
    maxLeverage:
      position === undefined || mark === undefined
        ? undefined
        : leverageLimit(context.setting.rules, position, mark).toFixed(),
  }
}

/** Whether the rules let no margin out of the pool while its position is open. */
function isAddOnly(pool: string | undefined, { setting }: PreviewContext): boolean {
  return pool !== undefined && poolTypeOf(pool) === 'isolated' && setting.rules.isolatedMargin === 'add-only'
}

function removableOf(account: Account, id: string, context: PreviewContext): Decimal {
  return poolView(account, required(account.pools.get(id), id), { rules: context.setting.rules, marks: context.moment.marks }).removable
}

function warningsOf(after: Account, leg: string, context: PreviewContext): readonly TicketWarning[] {
  const position = after.positions.get(leg)
  return position === undefined ? [] : warningsAt(after, position, context)
}
