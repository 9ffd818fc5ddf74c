import assert from 'node:assert/strict'
import { cleanup, steps, type Made } from '../../../cli/tour/steps.ts'
import { pipedrive } from '../../../component/index.ts'
import { isRecord, member, memberAt } from '../../../definitions/index.ts'
import { findAction } from '../../../engine/index.ts'
import type { Ability } from '../../../hosts/capabilities.ts'
import { transcripts } from '../../transcripts/files.ts'
import type { Transcript } from '../../transcripts/replay.ts'
import type { Case } from '../case.ts'
import type { HostResult, StartedHost } from '../host.ts'
import { isReplayable, withReplay } from '../replayed.ts'
import { errorOf, withSandbox } from '../withSandbox.ts'

const nameOf = ({ operation }: Transcript): string | undefined =>
  operation === 'customAction' ? operation : /^actions\/(\w+)$/.exec(operation)?.[1]

/** Every conversation of an action that is written down, and all actions once in the sandbox. */
export const actionCases = (): readonly Case[] => [
  ...transcripts.filter(isReplayable).flatMap(transcript => {
    const action = nameOf(transcript)
    return action === undefined ? [] : [replayed(action, transcript)]
  }),
  {
    kind: 'actions',
    name: 'all actions once, from making records to deleting them',
    needs: ['actions', 'customAction'],
    run: tour,
  },
]

const replayed = (action: string, transcript: Transcript): Case => ({
  kind: 'actions',
  name: `${action}: ${transcript.about}`,
  needs: [
    action === 'customAction' ? 'customAction' : 'actions',
    ...(asksForLimit(transcript) ? (['exactLimit'] satisfies Ability[]) : []),
  ],
  run: host =>
    withReplay(host, transcript, async connection =>
      compare(action, transcript, await connection.run(action, transcript.input)),
    ),
})

/** Whether the limit of the input is that of a call. */
const asksForLimit = ({ input, exchange }: Transcript): boolean => {
  const limit = member(input, 'limit')
  return (
    limit !== undefined &&
    exchange.flat().some(({ request }) => memberAt(request, 'query.limit') === limit)
  )
}

const compare = (action: string, { output, error }: Transcript, result: HostResult): void => {
  if (error) {
    const shown = errorOf(action, result)
    assert.equal(shown.recovery, error.recovery)
    assert.equal(shown.field, error.path)
    assert.notEqual(shown.message, '')
  } else if ('records' in result) assert.deepEqual(result.records, recordsIn(action, output))
  else if ('error' in result) assert.fail(result.error.message)
  else assert.deepEqual(result.output, result.isWithoutNulls ? withoutNulls(output) : output)
}

const withoutNulls = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) =>
      isRecord(one)
        ? Object.fromEntries(Object.entries(one).filter(([, own]) => own !== null))
        : one,
    ),
  )

/** The rows of a list, or the one record. */
const recordsIn = (name: string, output: unknown): readonly unknown[] => {
  const { list } = findAction(pipedrive, name)
  const found = memberAt(output, list ? list.rows : pipedrive.recordPath)
  return Array.isArray(found) ? found : [found ?? output]
}

const tour = (host: StartedHost) =>
  withSandbox(host, async ({ done, calls }) => {
    const made: Made = { pipeline: 1, stage: 1 }
    for (const { action, input, after } of [...steps, ...cleanup]) {
      const result = await done(action, input(made))
      const [record] = Array.isArray(result) ? result : []
      after?.(made, Array.isArray(result) ? { body: { data: record } } : result)
    }
    assert.deepEqual(
      calls.filter(({ status }) => status >= 400).map(({ method, path }) => `${method} ${path}`),
      [],
    )
  })
