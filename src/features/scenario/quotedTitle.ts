export function quotedTitle(title: string): string {
  return `“${title.length <= 40 ? title : `${title.slice(0, 39)}…`}”`
}
