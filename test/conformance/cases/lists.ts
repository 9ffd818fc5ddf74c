import assert from 'node:assert/strict'
import { pipedrive } from '../../../component/index.ts'
import type { OptionsPage } from '../../../definitions/index.ts'
import { findAction, optionsSource, optionsSources } from '../../../engine/index.ts'
import { transcripts } from '../../transcripts/files.ts'
import type { Transcript } from '../../transcripts/replay.ts'
import type { Ability } from '../../../hosts/capabilities.ts'
import type { Case } from '../case.ts'
import type { HostConnection, ListQuery, ListResult } from '../host.ts'
import { isReplayable, withReplay } from '../replayed.ts'
import { withSandbox } from '../withSandbox.ts'

/** Every conversation of a live list that is written down, and each list of each form whole. */
export const listCases = (): readonly Case[] => [
  ...transcripts.filter(isReplayable).flatMap(transcript => {
    const [, action, path] = /^options\/(\w+)\.(.+)$/.exec(transcript.operation) ?? []
    return action === undefined || path === undefined ? [] : [replayed(action, path, transcript)]
  }),
  ...distinctLists().map(([action, path]): Case => ({
    kind: 'lists',
    name: `${action} ${path}: all of it, once`,
    needs: listNeeds(action, path),
    run: host =>
      withSandbox(host, async ({ connection }) => {
        const values = await allValues(connection, action, path)
        assert.notDeepEqual(values, [])
        assert.equal(new Set(values).size, values.length)
      }),
  })),
]

const replayed = (action: string, path: string, transcript: Transcript): Case => {
  const query = transcript.input as ListQuery
  const { next } = Object(transcript.output) as Partial<OptionsPage<unknown>>
  return {
    kind: 'lists',
    name: `${action} ${path}: ${transcript.about}`,
    needs: [
      ...listNeeds(action, path),
      ...(query.search === undefined ? [] : [searchOf(action, path)]),
      ...(query.value === undefined ? [] : (['listLabels'] satisfies Ability[])),
      ...((query.cursor ?? next) ? (['listPages'] satisfies Ability[]) : []),
    ],
    run: host =>
      withReplay(host, transcript, async connection =>
        compare(transcript, await connection.options(action, path, query)),
      ),
  }
}

const listNeeds = (action: string, path: string): readonly Ability[] => {
  const { optionsLookupDependsOn = [] } = optionsSource(findAction(pipedrive, action), path)
  return optionsLookupDependsOn.length === 0 ? ['lists'] : ['lists', 'dependentLists']
}

/** A list that comes whole is often narrowed by the form itself. */
const searchOf = (action: string, path: string): Ability =>
  optionsSource(findAction(pipedrive, action), path).searchable ? 'listSearch' : 'shortListSearch'

const compare = ({ output, error }: Transcript, result: ListResult): void => {
  if (error) {
    if (!('error' in result)) assert.fail('the list has loaded')
    assert.equal(result.error.recovery, error.recovery)
    return
  }
  if ('error' in result) assert.fail(result.error.message)
  const { options, next } = output as OptionsPage<unknown>
  assert.deepEqual(result.options, options)
  assert.equal(result.next, next)
}

const allValues = async (
  connection: HostConnection,
  action: string,
  path: string,
): Promise<readonly unknown[]> => {
  const values: unknown[] = []
  let cursor: string | undefined
  do {
    const query = { input: {}, ...(cursor !== undefined && { cursor }) }
    const page = await connection.options(action, path, query)
    if ('error' in page) assert.fail(page.error.message)
    values.push(...page.options.map(({ value }) => value))
    cursor = page.next
  } while (cursor !== undefined)
  return values
}

/** Each live list by the first action and property that use it. */
const distinctLists = (): readonly (readonly [string, string])[] => {
  const seen = new Set<unknown>()
  return pipedrive.actions.flatMap(action =>
    [...optionsSources(action)].flatMap(([path, source]) => {
      if (seen.has(source)) return []
      seen.add(source)
      return [[action.name, path] as const]
    }),
  )
}
