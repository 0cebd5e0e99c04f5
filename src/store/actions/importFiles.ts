import { instrumentOfFile } from '../../tapes/csv/instrumentOfFile.ts'
import { joinOutlines } from '../../tapes/joinTapes.ts'
import { mergeRefusal, type TapeOutline } from '../../tapes/mergeTapes.ts'
import { createImportClient, type ImportAnswer } from '../../workers/import/importClient.ts'
import type { TapePart } from '../../workers/run/TapeData.ts'
import type { AppActions } from '../AppActions.ts'
import { changedKinds } from '../importing/changedKinds.ts'
import { newReading, type Reading } from '../importing/Reading.ts'
import { isArchive, unpackedFiles } from '../importing/unpackedFiles.ts'
import type { Kit } from '../Kit.ts'
import type { ImportedFile, ImportState } from '../slices/ImportState.ts'
import { fileScenario } from './fileScenario.ts'
import type { ImportDesk } from './importActions.ts'
import { reportStorage } from './storageActions.ts'

/** A name is read again when nothing was typed for so long, ms. */
const TYPING = 400

/** Price files of the user's: read off the main thread, corrected, put on one clock, opened as a scenario. */
export function importFiles(kit: Kit, openDocument: AppActions['openDocument']): ImportDesk {
  const importer = createImportClient(kit.deps.startImportWorker)
  const readings = new Map<string, Reading>()
  const { get } = kit

  const change = (name: string, fields: Partial<ImportedFile>): void => {
    kit.patch('importing', { files: get().importing.files.map((each) => (each.name === name ? { ...each, ...fields } : each)) })
    conclude()
  }

  /** Where all files together stand. */
  const conclude = (): void => {
    const { files } = get().importing
    const parts = files.flatMap((each) => (each.status === 'read' ? (readings.get(each.name)?.part ?? []) : []))
    const isReading = files.some((each) => each.status === 'reading')
    if (!isReading && settle()) return
    const refusal = files.length > 0 && parts.length === files.length ? mergeRefusal(joinOutlines(parts.map(outlineOf))) : undefined
    const isReady = !isReading && files.length > 0 && parts.length === files.length && refusal === undefined
    const status: ImportState['status'] = files.length === 0 ? 'idle' : isReading ? 'reading' : isReady ? 'ready' : 'refused'
    kit.patch('importing', { status, problem: refusal?.message })
  }

  /** Reads those again that are another price beside the others than they were taken for. */
  const settle = (): boolean => {
    const changes = changedKinds([...readings.values()])
    for (const { reading, kind } of changes) reading.settled = kind
    for (const { reading } of changes) void read(nameOf(reading))
    return changes.length > 0
  }
  const nameOf = (reading: Reading): string => [...readings].find(([, each]) => each === reading)?.[0] ?? ''

  const read = async (name: string): Promise<void> => {
    const reading = readings.get(name)
    if (reading === undefined) return
    reading.abort.abort()
    const abort = new AbortController()
    reading.abort = abort
    change(name, { status: 'reading', progress: 0 })
    const answer = await importer.read(reading.file, {
      mapping: reading.mapping,
      instrument: reading.instrument,
      kind: reading.kind ?? reading.settled,
      archive: reading.archive,
      signal: abort.signal,
      onProgress: (progress, rowsRead) => {
        if (!abort.signal.aborted) change(name, { progress, rowsRead })
      },
    })
    if (abort.signal.aborted || readings.get(name) !== reading) return
    take(name, reading, answer)
  }

  const take = (name: string, reading: Reading, answer: ImportAnswer): void => {
    reading.part = answer.type === 'read' ? answer.part : undefined
    if (answer.type === 'read') {
      const { detection, mapping, report, part, look } = answer
      reading.look = look
      change(name, { status: 'read', progress: 1, rowsRead: report.rows, detection, mapping, report, look, instrument: part.instrument, kind: part.kind ?? 'mark', problems: [] })
    } else if (answer.type === 'refused') {
      const rows = answer.problems.map((problem) => problem.message)
      const known = get().importing.files.find((each) => each.name === name)
      const { detection = known?.detection, mapping = known?.mapping } = answer
      change(name, { status: 'refused', detection, mapping, report: undefined, problems: [answer.message, ...rows] })
    } else {
      const message = answer.type === 'failed' ? `Reading stopped (${answer.message}). Load the file again.` : 'Loading was stopped.'
      change(name, { status: 'refused', report: undefined, problems: [message] })
    }
  }

  /** Of an archive its files, each on a line of its own in the archive's place. */
  const unpack = async (name: string): Promise<void> => {
    const reading = readings.get(name)
    if (reading === undefined) return
    const { abort } = reading
    const answer = await importer.unpack(reading.file, {
      signal: abort.signal,
      onProgress: (progress) => {
        if (!abort.signal.aborted) change(name, { progress })
      },
    })
    if (abort.signal.aborted || readings.get(name) !== reading) return
    if (answer.type !== 'unpacked') {
      take(name, reading, answer)
      return
    }
    const found = unpackedFiles(reading.file, answer)
    readings.delete(name)
    for (const [each] of found) forget(each)
    for (const [each, one] of found) readings.set(each, one)
    const rows = found.map(([each, { file }], index) => ({ ...newFile(each, file), ...(index === 0 ? { leftOut: answer.leftOut } : {}) }))
    const others = get().importing.files.filter((each) => each.name === name || !readings.has(each.name) || !rows.some((row) => row.name === each.name))
    kit.patch('importing', { files: others.flatMap((each) => (each.name === name ? rows : [each])) })
    await Promise.all(found.map(([each]) => read(each)))
  }

  const open = async (file: File): Promise<void> => ((await isArchive(file)) ? unpack(file.name) : read(file.name))

  const forget = (name: string): void => {
    const reading = readings.get(name)
    reading?.abort.abort()
    if (reading?.timer !== undefined) kit.deps.timers.clear(reading.timer)
    readings.delete(name)
  }

  const cancel = (): void => {
    for (const name of readings.keys()) forget(name)
    kit.set({ importing: { status: 'idle', files: [], problem: undefined, between: 'path' } })
  }

  return {
    async importFiles(files) {
      for (const file of files) {
        forget(file.name)
        readings.set(file.name, newReading(file))
      }
      const others = get().importing.files.filter((each) => !files.some((file) => file.name === each.name))
      kit.patch('importing', { files: [...others, ...files.map((file) => newFile(file.name, file))] })
      await Promise.all(files.map(open))
    },
    setImportMapping(name, fields) {
      const mapping = get().importing.files.find((each) => each.name === name)?.mapping
      const reading = readings.get(name)
      if (mapping === undefined || reading === undefined) return
      reading.mapping = { ...mapping, ...fields }
      change(name, { mapping: reading.mapping })
      void read(name)
    },
    setImportInstrument(name, instrument) {
      const reading = readings.get(name)
      if (reading === undefined) return
      reading.instrument = instrument.trim() === '' ? undefined : instrument.trim()
      kit.patch('importing', { status: 'reading', files: get().importing.files.map((each) => (each.name === name ? { ...each, instrument } : each)) })
      if (reading.timer !== undefined) kit.deps.timers.clear(reading.timer)
      reading.timer = kit.deps.timers.set(() => void read(name), TYPING)
    },
    setImportKind(name, kind) {
      const reading = readings.get(name)
      if (reading === undefined) return
      const isSame = (reading.part?.kind ?? reading.kind ?? reading.settled ?? 'mark') === kind
      reading.kind = kind
      if (isSame) return
      change(name, { kind })
      void read(name)
    },
    setImportBetween: (between) => kit.patch('importing', { between }),
    removeImportFile(name) {
      forget(name)
      kit.patch('importing', { files: get().importing.files.filter((each) => each.name !== name) })
      conclude()
    },
    prepareImport: () => importer.prepare(),
    stopImport: () => importer.close(),
    cancelImport: cancel,
    async acceptImport(options) {
      const { importing, scenario } = get()
      const files = importing.files.flatMap((each) => {
        const part = readings.get(each.name)?.part
        return part === undefined ? [] : [{ part, decimals: each.report?.decimals ?? 2 }]
      })
      if (importing.status !== 'ready' || files.length !== importing.files.length) return false
      const keeping = kit.shelf.put(files.map(({ part }) => part))
      const isOpen = await openDocument(fileScenario(files, { current: scenario.document, between: importing.between, commands: options?.commands ?? [] }))
      void keeping.catch((error: unknown) => reportStorage(kit, error))
      if (isOpen) cancel()
      return isOpen
    },
  }
}

/** What has to fit on one clock; the columns stay where they are. */
function outlineOf({ tape: { header, first, last, series, funding } }: TapePart): TapeOutline {
  return { barMillis: header.barMillis, between: header.between, time: Float64Array.of(first, last), series, funding }
}

function newFile(name: string, { name: fileName, size }: File): ImportedFile {
  return {
    name,
    bytes: size,
    status: 'reading',
    progress: 0,
    rowsRead: 0,
    instrument: instrumentOfFile(fileName),
    kind: 'mark',
    detection: undefined,
    mapping: undefined,
    report: undefined,
    problems: [],
  }
}
