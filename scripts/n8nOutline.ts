import { isRecord } from '../definitions/index.ts'
import type { describe } from '../hosts/n8n/src/describe.ts'

type Parameters = ReturnType<typeof describe>

/**
 * The parameters of n8n's nodes, one a line: name, type, default, choices, conditions, without the
 * texts for people. It shows what a change of a definition does to forms that users have filled in.
 */
export const n8nOutline = (nodes: Readonly<Record<string, Parameters>>): string =>
  Object.entries(nodes)
    .flatMap(([name, parameters]) => [name, ...parameters.flatMap(one => lines(one, '  '))])
    .map(line => `${line}\n`)
    .join('')

const lines = (given: unknown, indent: string): readonly string[] => {
  if (!isRecord(given)) return []
  const { name, type, required, default: value, typeOptions, displayOptions } = given
  const inner = listOf(given['values']).concat(listOf(given['options']).filter(isParameter))
  const choices = listOf(given['options']).filter(one => !isParameter(one))
  const modes = listOf(given['modes'])
  const words = [
    String(name),
    ...(typeof type === 'string' ? [type] : []),
    ...(required === true ? ['required'] : []),
    ...('default' in given ? [`= ${JSON.stringify(value)}`] : []),
    ...(choices.length > 0
      ? [`of ${choices.map(({ value }) => JSON.stringify(value)).join()}`]
      : []),
    ...(modes.length > 0
      ? [
          `by ${modes.map(({ name, typeOptions }) => [name, facts(typeOptions)].filter(Boolean).join(' ')).join()}`,
        ]
      : []),
    ...(typeOptions === undefined ? [] : [`with ${facts(typeOptions)}`]),
    ...(displayOptions === undefined ? [] : [`where ${facts(displayOptions)}`]),
  ]
  return [`${indent}${words.join(' ')}`, ...inner.flatMap(one => lines(one, `${indent}  `))]
}

const listOf = (given: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(given) ? given.filter(isRecord) : []

/** Fields of collections stand among `options`, as choices do. */
const isParameter = (option: Readonly<Record<string, unknown>>) =>
  'type' in option || 'values' in option

const facts = (given: unknown): string =>
  given === undefined ? '' : JSON.stringify(given).replaceAll('"', '')
