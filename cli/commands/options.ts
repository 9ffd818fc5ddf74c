import { member } from '../../definitions/index.ts'
import { findAction, loadOptions, optionsSource } from '../../engine/index.ts'
import { component } from '../component.ts'
import { withConnection, type ConnectionTarget } from '../connect.ts'
import { readInput } from '../input.ts'
import { cell, fail, info, noteCost, print, printJson } from '../output.ts'

interface ListOptions extends ConnectionTarget {
  readonly input?: string
  readonly search?: string
  readonly cursor?: string
  readonly value?: string
  readonly json?: boolean
}

export const options = async (name: string, path: string, given: ListOptions): Promise<void> => {
  const action = findAction(component, name)
  optionsSource(action, path)
  const { search, cursor, value, json = false } = given
  const query = {
    input: await readInput(given.input),
    ...(search !== undefined && { search }),
    ...(cursor !== undefined && { cursor }),
    ...(value !== undefined && { value: /^\d+$/.test(value) ? Number(value) : value }),
  }
  await withConnection(given, async ({ client }, signal) => {
    const result = await loadOptions(action, path, query, { client, signal })
    if ('error' in result) {
      const { error, ...cost } = result
      return fail(error, json, cost)
    }
    if (json) return printJson(result)
    for (const option of result.options)
      print(`${cell(String(member(option, 'value')), 36)}${option.label}`)
    if (result.options.length === 0) info('The account has none.')
    if (result.next !== undefined) info(`There are more: --cursor ${result.next}`)
    noteCost(result)
  })
}
