import type { CounterfactualKind } from '../../engine/index.ts'
import type { BranchDifference } from '../branches/branchDifferences.ts'
import type { PlainRejection, Twin } from '../../workers/run/Frame.ts'

/** Something to tell once. `id` is unique in the session; the words are made where it is shown. */
export type Notice = { readonly id: number } & NoticeBody

export type NoticeBody =
  /** A command was refused in the account as set; `inTwins`: only there. */
  | { readonly type: 'refused'; readonly command: string; readonly reason: PlainRejection; readonly twins: readonly Twin[] }
  | { readonly type: 'liquidated'; readonly twin: Twin; readonly seq: number; readonly tick: number }
  | { readonly type: 'worker-restarted' }
  | { readonly type: 'worker-gave-up'; readonly message: string }
  | { readonly type: 'document-refused'; readonly problems: readonly string[] }
  | { readonly type: 'link-refused'; readonly problems: readonly string[] }
  | { readonly type: 'tape-missing'; readonly files: readonly string[] }
  | { readonly type: 'tape-changed'; readonly files: readonly string[] }
  /** The saved document could not be read and was kept under `key`. */
  | { readonly type: 'saved-document-kept-aside'; readonly key: string; readonly isNewer: boolean; readonly problems: readonly string[] }
  /** The saved sets of rules could not be read; the record was kept under `key`. */
  | { readonly type: 'saved-rules-kept-aside'; readonly key: string }
  | { readonly type: 'storage-unavailable'; readonly message: string }
  | { readonly type: 'storage-full'; readonly message: string }
  /** A load that nobody looks at any more came to its end. */
  | { readonly type: 'exchange-ended'; readonly venue: string; readonly isLoaded: boolean }
  | { readonly type: 'newer-tab' }
  /** A change that would have saved a pool was made: what it was, and what it is now. */
  | { readonly type: 'tried-instead'; readonly kind: CounterfactualKind; readonly instrument: string | undefined; readonly from: string | undefined; readonly to: string | undefined }
  /** A change in the past made a line of its own. */
  | { readonly type: 'branch-grew'; readonly branch: string; readonly parent: string; readonly differences: readonly BranchDifference[] }
  /** A line was taken away; so many grew from it and stay. */
  | { readonly type: 'branch-deleted'; readonly children: number }
  | { readonly type: 'restored'; readonly title: string }
