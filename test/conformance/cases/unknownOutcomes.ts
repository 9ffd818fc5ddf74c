import assert from 'node:assert/strict'
import { steps } from '../../../cli/tour/steps.ts'
import { pipedrive } from '../../../component/index.ts'
import { member, type Action } from '../../../definitions/index.ts'
import type { Sandbox } from '../../../sandbox/index.ts'
import type { Case } from '../case.ts'
import { withSandbox } from '../withSandbox.ts'

/** Of every action that can look for what it has written. */
export const unknownOutcomeCases = (): readonly Case[] =>
  pipedrive.actions.filter(({ findExisting }) => findExisting).flatMap(casesOf)

const casesOf = ({ name, effect }: Action): readonly Case[] => {
  const method = effect === 'update' ? 'PATCH' : 'POST'
  const inputIn = async (sandbox: Sandbox) => {
    const made = { person: 1, organization: 1, deal: 1, lead: await firstLead(sandbox) }
    return steps.find(({ action }) => action === name)?.input(made)
  }
  const one = { kind: 'unknown outcomes' } as const
  return [
    {
      ...one,
      name: `${name}: says what to look for, and writes once`,
      needs: ['actions'],
      run: host =>
        withSandbox(host, async ({ sandbox, fault, failed, count }) => {
          const input = await inputIn(sandbox)
          await fault({ kind: 'reset-after', method })
          const error = await failed(name, input)
          assert.equal(error.recovery, 'check')
          assert.match(error.message, /look in pipedrive/i)
          assert(count(method) <= 1)
        }),
    },
    {
      ...one,
      name: `${name}: finds the record that was written without an answer`,
      needs: ['actions', 'findExisting'],
      run: host =>
        withSandbox(host, async ({ sandbox, fault, done, count }) => {
          const input = await inputIn(sandbox)
          await fault({ kind: 'reset-after', method })
          await done(name, input, { onUnknownOutcome: 'find-existing' })
          assert(count(method) <= 1)
        }),
    },
    {
      ...one,
      name: `${name}: is sent once more where nothing was written`,
      needs: ['actions', 'findExisting'],
      run: host =>
        withSandbox(host, async ({ sandbox, fault, done, calls }) => {
          const input = await inputIn(sandbox)
          await fault({ kind: 'reset-before', method })
          await done(name, input, { onUnknownOutcome: 'find-existing' })
          const written = calls.filter(call => call.method === method && call.status < 300)
          // A record that is as it is to be is not changed again.
          assert(written.length <= 1)
          if (effect === 'create') assert.equal(written.length, 1)
        }),
    },
  ]
}

const firstLead = async ({ url, accessToken }: Sandbox): Promise<string> => {
  const headers = { authorization: `Bearer ${accessToken}` }
  const answer: unknown = await (await fetch(`${url}/api/v1/leads?limit=1`, { headers })).json()
  return String(member(member(member(answer, 'data'), '0'), 'id'))
}
