import assert from 'node:assert/strict'
import { steps } from '../../../cli/tour/steps.ts'
import { pipedrive } from '../../../component/index.ts'
import type { Action } from '../../../definitions/index.ts'
import type { Case } from '../case.ts'
import { withSandbox } from '../withSandbox.ts'

/** Of every action that can look for what it has written. */
export const unknownOutcomeCases = (): readonly Case[] =>
  pipedrive.actions.filter(({ findExisting }) => findExisting).flatMap(casesOf)

const casesOf = ({ name }: Action): readonly Case[] => {
  const input = steps.find(({ action }) => action === name)?.input({ person: 1, organization: 1 })
  const one = { kind: 'unknown outcomes' } as const
  return [
    {
      ...one,
      name: `${name}: says what to look for, and writes once`,
      needs: ['actions'],
      run: host =>
        withSandbox(host, async ({ fault, failed, count }) => {
          await fault({ kind: 'reset-after', method: 'POST' })
          const error = await failed(name, input)
          assert.equal(error.recovery, 'check')
          assert.match(error.message, /look in pipedrive/i)
          assert(count('POST') <= 1)
        }),
    },
    {
      ...one,
      name: `${name}: finds the record that was written without an answer`,
      needs: ['actions', 'findExisting'],
      run: host =>
        withSandbox(host, async ({ fault, done, count }) => {
          await fault({ kind: 'reset-after', method: 'POST' })
          await done(name, input, { onUnknownOutcome: 'find-existing' })
          assert(count('POST') <= 1)
        }),
    },
    {
      ...one,
      name: `${name}: is sent once more where nothing was written`,
      needs: ['actions', 'findExisting'],
      run: host =>
        withSandbox(host, async ({ fault, done, calls }) => {
          await fault({ kind: 'reset-before', method: 'POST' })
          await done(name, input, { onUnknownOutcome: 'find-existing' })
          const written = calls.filter(({ method, status }) => method === 'POST' && status < 300)
          assert.equal(written.length, 1)
        }),
    },
  ]
}
