import type { Explanation, Counterfactuals, Incident } from '../../engine/index.ts'
import type { CommandDocument } from '../../documents/scenario/CommandDocument.ts'
import type { Plain } from '../Plain.ts'
import type { CalculatedReport, CalculateQuestion } from './calculateOf.ts'
import type { CalibrationReport } from '../../sources/calibration/CalibrationReport.ts'
import type { CalibrationRequest } from './CalibrationRequest.ts'
import type { CounterfactualRequest } from './CounterfactualRequest.ts'
import type { EditPreview } from './EditPreview.ts'
import type { ExplainRequest } from './explainOf.ts'
import type { Fingerprint } from './fingerprintOf.ts'
import type { Frame, Twin } from './Frame.ts'
import type { PathLook, PathRequest } from './PathLook.ts'
import type { Outlook, OutlookRequest } from './Outlook.ts'
import type { RuleDiffReport, RuleDiffRequest } from './RuleDiffReport.ts'
import type { ScenarioCommand, ScenarioFile } from './ScenarioFile.ts'
import type { SessionInfo } from './SessionInfo.ts'
import type { TapeData } from './TapeData.ts'
import type { TicketDraft } from './TicketDraft.ts'
import type { TicketPreview } from './TicketPreview.ts'

/** Main thread → run worker. Plain data and transferables only. A newer frame request supersedes an older one. */
export type RunRequest = { readonly id: number } & (
  /** JSON text or a value; the tape of a file scenario comes along. */
  | { readonly type: 'open'; readonly source: string | ScenarioFile; readonly tape: TapeData | undefined }
  | { readonly type: 'set-commands'; readonly commands: readonly ScenarioCommand[] }
  | ({ readonly type: 'frame' } & FrameRequest)
  | { readonly type: 'find-event'; readonly from: number; readonly direction: 'next' | 'previous' }
  | { readonly type: 'preview-ticket'; readonly tick: number; readonly draft: TicketDraft }
  | { readonly type: 'preview-edit'; readonly tick: number; readonly command: CommandDocument }
  | { readonly type: 'incident'; readonly twin: Twin; readonly seq: number }
  /** How a figure comes about. */
  | ({ readonly type: 'explain' } & ExplainRequest)
  | { readonly type: 'fingerprint'; readonly tick: number }
  /** What would happen on drawn prices. */
  | ({ readonly type: 'outlook' } & OutlookRequest)
  /** The prices of the open scenario, to be put into a link in place of the user's files. */
  | { readonly type: 'written-tape' }
  /** Calc documents, each with its `calculator`; with a tick they stand beside the account as set at it. */
  | ({ readonly type: 'calculate' } & CalculateQuestion)
  /** Fetches what other requests would fetch when they come: the venues' rules, the comparison of rules. */
  | { readonly type: 'prepare' }
  /** Looks at nothing that is open; asked of a worker of its own, so that the play does not wait. */
  | ({ readonly type: 'rule-diff' } & RuleDiffRequest)
  /** The same: what would have saved a pool. */
  | ({ readonly type: 'counterfactuals' } & CounterfactualRequest)
  /** The same: prices that are chosen among, before they are played. */
  | ({ readonly type: 'path' } & PathRequest)
  /** A model with the parameters that fit a tape; of a worker of its own where the play is not to wait. */
  | ({ readonly type: 'calibrate' } & CalibrationRequest)
  | { readonly type: 'cancel'; readonly target: number }
  /** Whether it is there: answered at once, between two stretches of other work. */
  | { readonly type: 'ping' }
)

export interface FrameRequest {
  readonly tick: number
  /** The account shown in full. */
  readonly detail: Twin
  /** The instrument of the price chart. */
  readonly instrument: string
  /** The main thread's events, by the revision they belong to. */
  readonly known: { readonly revision: number; readonly counts: Readonly<Record<Twin, number>> }
  /** Whether chart and detail are wanted whatever their age: the screen stands still. */
  readonly isStill: boolean
  /** Stop at the first liquidation in any twin after this tick; absent: do not stop. */
  readonly stopAfter: number | undefined
}

/** Run worker → main thread. Every request gets one final reply; `progress` may come before it. */
export type RunReply = { readonly id: number } & (
  | { readonly type: 'opened'; readonly info: SessionInfo }
  /** One line a problem, with its path. */
  | { readonly type: 'refused'; readonly problems: readonly string[] }
  | { readonly type: 'commands-set'; readonly revision: number }
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'found-event'; readonly tick: number | undefined }
  | { readonly type: 'ticket-preview'; readonly preview: TicketPreview }
  | { readonly type: 'edit-preview'; readonly preview: EditPreview }
  | { readonly type: 'incident'; readonly incident: Plain<Incident> | undefined }
  /** Absent where there is no such figure. */
  | { readonly type: 'explanation'; readonly explanation: Plain<Explanation> | undefined }
  | { readonly type: 'fingerprint'; readonly fingerprint: Fingerprint }
  | { readonly type: 'outlook'; readonly outlook: Outlook }
  /** As the tape of a scenario document; absent where they are too many. */
  | { readonly type: 'written-tape'; readonly tape: Readonly<Record<string, unknown>> | undefined }
  | { readonly type: 'rule-diff'; readonly report: RuleDiffReport }
  | { readonly type: 'counterfactuals'; readonly found: Plain<Counterfactuals> }
  | { readonly type: 'path'; readonly path: PathLook }
  /** One for each document, in order. */
  | { readonly type: 'calculated'; readonly reports: readonly CalculatedReport[] }
  | { readonly type: 'calibrated'; readonly report: CalibrationReport }
  | { readonly type: 'prepared' }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'alive' }
  /** A newer request took its place, or it was cancelled. */
  | { readonly type: 'dropped' }
  /** A broken invariant; the session is lost and must be opened anew. */
  | { readonly type: 'failed'; readonly message: string }
)
