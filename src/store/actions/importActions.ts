import type { AppActions } from '../AppActions.ts'
import type { Kit } from '../Kit.ts'

export type ImportActions = Pick<
  AppActions,
  'prepareImport' | 'importFiles' | 'setImportMapping' | 'setImportInstrument' | 'setImportKind' | 'setImportBetween' | 'removeImportFile' | 'cancelImport' | 'acceptImport'
>

export interface ImportDesk extends ImportActions {
  readonly stopImport: () => void
}

/** The import of price files. Its code is fetched when it is prepared or a file comes; until then there is nothing to correct. */
export function importActions(kit: Kit, openDocument: AppActions['openDocument']): ImportDesk {
  let here: ImportDesk | undefined
  const fetched = async (): Promise<ImportDesk> => {
    if (here !== undefined) return here
    const { importFiles } = await import('./importFiles.ts')
    here ??= importFiles(kit, openDocument) // two may have asked meanwhile
    return here
  }
  return {
    prepareImport() {
      fetched()
        .then((desk) => desk.prepareImport())
        .catch(() => undefined) // asked for again when a file comes
    },
    importFiles: async (files) => (await fetched()).importFiles(files),
    setImportMapping: (file, mapping) => here?.setImportMapping(file, mapping),
    setImportInstrument: (file, instrument) => here?.setImportInstrument(file, instrument),
    setImportKind: (file, kind) => here?.setImportKind(file, kind),
    setImportBetween: (between) => here?.setImportBetween(between),
    removeImportFile: (file) => here?.removeImportFile(file),
    cancelImport: () => here?.cancelImport(),
    stopImport: () => here?.stopImport(),
    acceptImport: async (options) => (await fetched()).acceptImport(options),
  }
}
