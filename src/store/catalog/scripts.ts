export type { ScriptInstrument, ScriptPart, ScriptSource } from '../../documents/scenario/sources/ScriptSource.ts'
