import { actionManifest, isRecord, type Action, type Component } from '../../definitions/index.ts'
import { hasCustom, loadOptionsSync, runStepSync, type Warning } from '../../engine/index.ts'
import { openClient } from './client.ts'
import { requireContext } from './context.ts'
import type { ScriptAction, ScriptOption, ScriptProperty } from './contract.ts'
import { exposed } from './failure.ts'
import { scriptProperties, scriptProperty } from './property.ts'
import { toPlain } from './toPlain.ts'

export const scriptAction = (component: Component, action: Action): ScriptAction => {
  const { name, title, description, properties, outputDefinition } = actionManifest(action)
  const { outputSchema, sampleOutput } = outputDefinition.outputResponse
  return {
    name,
    title,
    description,
    properties: [
      ...scriptProperties(properties, path =>
        exposed(handed => optionsOf(component, action, path, handed)),
      ),
      ...(hasCustom(outputSchema) ? [readNamesProperty()] : []),
    ],
    output: scriptProperty(outputSchema),
    sampleOutput,
    tool: true,
    perform: exposed(handed => perform(component, action, handed)),
  }
}

const readNames = 'custom_fields_by_name'

/** A script keeps nothing from one step to the next, so that this is for the user to decide. */
const readNamesProperty = (): ScriptProperty => ({
  name: readNames,
  type: 'BOOLEAN',
  label: 'Custom Fields by Name',
  description:
    'Puts custom fields out under their names too, which takes 10 tokens for each kind of record.',
})

const perform = (component: Component, action: Action, handed: readonly unknown[]): unknown => {
  const context = requireContext(handed, 'scripts', 'Use a version that hands `context` over.')
  const [handedInput, connectionParameters] = handed
  const given = toPlain(handedInput) ?? {}
  const { [readNames]: readsNames, ...input } = isRecord(given) ? given : {}
  const client = openClient(component, connectionParameters, context, readsNames === true)
  const result = runStepSync(action, isRecord(given) ? input : given, { client })
  if ('error' in result) throw result.error
  for (const warning of result.warnings) context.log('warn', textOf(action, warning))
  return result.output
}

const textOf = ({ name }: Action, { path, expected, got }: Warning) =>
  `${name}: ${path}: expected ${expected}, got ${got}`

/** A form can’t ask for another page, so the first ones are read at once. */
const maxPages = 5

const optionsOf = (
  component: Component,
  action: Action,
  path: string,
  handed: readonly unknown[],
): readonly ScriptOption[] => {
  const context = requireContext(handed, 'lists', 'Enter the value itself, such as an id.')
  const [given, connectionParameters, searchText] = handed
  const input = toPlain(given) ?? {}
  const client = openClient(component, connectionParameters, context)
  const search = typeof searchText === 'string' && searchText !== '' ? searchText : undefined
  const options: ScriptOption[] = []
  let cursor: string | undefined
  for (let page = 1; page <= maxPages; page++) {
    const query = { input, ...(search !== undefined && { search }), ...(cursor && { cursor }) }
    const result = loadOptionsSync(action, path, query, { client })
    if ('error' in result) throw result.error
    options.push(...result.options)
    cursor = result.next
    if (cursor === undefined) return options
  }
  return [...options, cut(options.length)]
}

/** Chosen by mistake, it is refused as no id. */
const cut = (count: number): ScriptOption => ({
  label: `… more than ${count}: search, or enter the value itself`,
  value: '',
})
