/** Why an address cannot be asked in place of an exchange, in one sentence; absent where it can. */
export function baseProblem(text: string): string | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return 'Write an address as https://example.com.'
  if (url.search !== '' || url.hash !== '') return 'Leave out everything from “?” or “#” on: what is asked for is put behind the address.'
  if (url.username !== '' || url.password !== '') return 'Leave out the name and password: browsers do not send them.'
  if (url.protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) return 'Use https: a browser only asks this computer itself by http.'
  return undefined
}
