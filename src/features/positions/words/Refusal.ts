import type { NoticeBody } from '../../../store/slices/Notice.ts'

/** Why a command was refused, as plain data. */
export type Refusal = Extract<NoticeBody, { type: 'refused' }>['reason']
