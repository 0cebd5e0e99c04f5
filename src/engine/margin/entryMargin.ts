import { posted, type Quote, type Rate } from '../units/quantities.ts'

/** Initial margin at entry, by the leverage alone: what the return on equity is measured on. */
export function entryMargin(entryNotional: Quote, leverage: Rate): Quote {
  return posted(entryNotional.abs().div(leverage), 'up')
}
