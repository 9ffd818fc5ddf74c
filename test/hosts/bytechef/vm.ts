import { openEngine, type ScriptEngine } from './engine.ts'

/** The built script in a bare context of `node:vm`, in a process that may stand still. */
export const openVm = (): ScriptEngine =>
  openEngine(process.execPath, ['test/hosts/bytechef/vmEngine.js', 'dist/bytechef/pipedrive.js'])
