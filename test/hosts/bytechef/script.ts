import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import type { Script } from '../../../hosts/bytechef/contract.ts'

const source = readFileSync('dist/bytechef/pipedrive.js', 'utf8')

/** What a script engine may lack, though a context of Node has it. */
const withoutPromises = 'delete globalThis.Promise; delete globalThis.Atomics;'

/** The built script in an engine with nothing but the language; a new one for each call. */
export const loadScript = (): Script => {
  const context = createContext(Object.create(null))
  runInContext(withoutPromises, context)
  return runInContext(source, context) as Script
}

export const actionOf = (name: string) => {
  const found = loadScript().actions.find(action => action.name === name)
  if (!found) throw new TypeError(`the script has no action ${name}`)
  return found
}

export const triggerOf = (name: string) => {
  const found = loadScript().triggers.find(trigger => trigger.name === name)
  if (!found) throw new TypeError(`the script has no trigger ${name}`)
  return found
}
