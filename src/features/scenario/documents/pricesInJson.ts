/** Enough to see how a reply of an exchange begins. */
const HEAD = 4096

/**
 * Whether JSON is prices rather than a document of ours: a list, or a reply with the names exchanges give theirs and
 * without the `schema` every document has.
 */
export async function pricesInJson(file: File): Promise<boolean> {
  const head = (await file.slice(0, HEAD).text().catch(() => '')).trimStart()
  if (head.startsWith('[')) return true
  return !head.includes('"schema"') && /"(retCode|retMsg|result|data|code|candles|rates|ticks|prices|ohlc|historicalFunding|error)"\s*:/.test(head)
}
