import * as v from 'valibot'
import { knownObject } from '../validators/knownObject.ts'
import { nameText } from '../validators/nameText.ts'
import { wholeNumber } from '../validators/numbers.ts'

/** A document as a value of JSON, not yet checked by its own validator. */
export type LinkedDocument = Readonly<Record<string, unknown>>

export const LINK_VIEWS = ['simulate', 'calculate', 'report'] as const
export type LinkView = (typeof LINK_VIEWS)[number]

/** What a link carries. */
export interface LinkPayload {
  /** A Scenario document. */
  readonly scenario: LinkedDocument
  /** The screen it opens on. */
  readonly view: LinkView
  /** Where the cursor stands; at the start unless said. */
  readonly tick?: number | undefined
  /** Furthest tick that was shown; the cursor unless said. */
  readonly seen?: number | undefined
  /** Calc documents and what else the screen Calculate keeps; its own validator reads it. */
  readonly calc?: LinkedDocument | undefined
  readonly selection?: LinkSelection | undefined
}

/** What was looked at. Names of what is not there are passed over. */
export interface LinkSelection {
  readonly instrument?: string | undefined
  /** The account: as set, or one of the twins. */
  readonly account?: LinkAccount | undefined
  readonly leg?: string | undefined
  /** Number of the event whose report is open. */
  readonly seq?: number | undefined
  /** The account it happened in; the one shown unless said. */
  readonly twin?: LinkAccount | undefined
}

const ACCOUNTS = ['as-set', 'all-isolated', 'all-cross'] as const
type LinkAccount = (typeof ACCOUNTS)[number]

const document = v.custom<LinkedDocument>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'an object was expected')

const selection = knownObject({
  instrument: v.optional(nameText),
  account: v.optional(v.picklist(ACCOUNTS)),
  leg: v.optional(nameText),
  seq: v.optional(wholeNumber),
  twin: v.optional(v.picklist(ACCOUNTS)),
})

/** The envelope; the documents inside have validators of their own. */
export const linkSchema: v.GenericSchema<unknown, LinkPayload> = knownObject({
  scenario: document,
  view: v.picklist(LINK_VIEWS),
  tick: v.optional(wholeNumber),
  seen: v.optional(wholeNumber),
  calc: v.optional(document),
  selection: v.optional(selection),
})
