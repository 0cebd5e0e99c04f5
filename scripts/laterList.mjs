/**
 * A Vite plugin: `later.json` beside index.html lists what the page fetches when it is asked for something, scripts and
 * styles, so that it can be fetched in an idle moment before (src/app/usePrefetch.ts). The workers' own parts are not in it.
 * @returns {import('vite').Plugin}
 */
export function laterList() {
  return {
    name: 'later-list',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter(output => output.type === 'chunk')
      const first = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
      // A set takes in what is added while it is walked through.
      for (const name of first) for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) first.add(next)
      const later = chunks.filter(({ fileName }) => !first.has(fileName))
      const styles = new Set(later.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
      for (const { fileName, viteMetadata } of chunks) if (first.has(fileName)) for (const style of viteMetadata?.importedCss ?? []) styles.delete(style)
      this.emitFile({ type: 'asset', fileName: 'later.json', source: JSON.stringify({ scripts: later.map(({ fileName }) => fileName).sort(), styles: [...styles].sort() }) })
    },
  }
}
