import { pipedrive } from '../../../component/index.ts'
import {
  toManifest,
  type ActionManifest,
  type TriggerManifest,
} from '../../../definitions/index.ts'
import type { Validator } from '../../../engine/index.ts'
import { fieldErrors } from '../../../workbench/web/validation/fieldErrors.ts'

export const manifest = toManifest(pipedrive)

export const operations: readonly ActionManifest[] = [
  ...manifest.actions,
  manifest.customActionDefinition,
]

export const operationNamed = (name: string): ActionManifest => {
  const found = operations.find(operation => operation.name === name)
  if (!found) throw new Error(`no operation is called ${name}`)
  return found
}

/** Messages by path, as the form of an operation shows them. */
export const problemsOf = async (name: string, draft: unknown): Promise<Record<string, string>> => {
  const { form } = (await import(`#validators/pipedrive/form/${name}.js`)) as { form: Validator }
  const problems = fieldErrors(operationNamed(name), draft, form)
  return Object.fromEntries(problems.map(({ path, message }) => [path, message]))
}

export const triggerNamed = (name: string): TriggerManifest => {
  const found = manifest.triggers.find(trigger => trigger.name === name)
  if (!found) throw new Error(`no trigger is called ${name}`)
  return found
}
