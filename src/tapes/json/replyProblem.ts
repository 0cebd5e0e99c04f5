/** What an exchange says in a reply that reports an error, shortened; absent where it says nothing. */
export function replyProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const reply = value as Readonly<Record<string, unknown>>
  for (const name of ['retMsg', 'msg', 'message', 'error_message', 'error', 'errors', 'reason']) {
    const said = textOf(reply[name])
    if (said !== undefined) return said.length <= 120 ? said : `${said.slice(0, 117)}…`
  }
  return undefined
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return /^(ok|success)?$/i.test(value.trim()) ? undefined : value.trim()
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== undefined)
  return value === undefined ? undefined : replyProblem(value)
}
