import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanup, steps, type Made } from '../../cli/tour/steps.ts'
import { pipedrive } from '../../component/index.ts'
import {
  findAction,
  loadOptions,
  loadOptionsSync,
  runStep,
  runStepSync,
  type ClientSync,
  type StepResult,
} from '../../engine/index.ts'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { failure, pick, success } from '../runtime/support.ts'
import { hostOf, hostSyncOf, openFetcher } from './hosts.ts'

const names = [...steps, ...cleanup].map(({ action }) => action)
const all = [...pipedrive.actions, pipedrive.customAction].map(({ name }) => name)

let sandbox: Sandbox
const fetcher = openFetcher()
let account: ReturnType<typeof fetcher.start>
let sync: ClientSync
beforeAll(async () => {
  sandbox = await startSandbox()
  account = fetcher.start()
  sync = hostSyncOf(account, fetcher)
})
afterAll(async () => {
  await fetcher.close()
  await sandbox.close()
})

/** From the live lists, as a person would choose. */
const choose = (first: (action: string, path: string) => unknown): Made => ({
  user: Number(first('addDeal', 'deal.user_id')),
  pipeline: 1,
  stage: 1,
  label: String(first('addLead', 'lead.label_ids')),
})

/** No output was without what was declared, and no request without its cost. */
const check = (results: readonly StepResult[]) => {
  expect(all).toEqual(expect.arrayContaining(names))
  for (const result of results) {
    expect(success(result).warnings).toEqual([])
    expect(result.requests.length).toBeGreaterThan(0)
    expect(result.tokenCost).toBeGreaterThan(0)
  }
}

test('a host of forty lines runs every action', async () => {
  const client = hostOf(sandbox)
  const options = async (action: string, path: string) =>
    pick(
      await loadOptions(findAction(pipedrive, action), path, { input: {} }, { client }),
      'options',
      0,
      'value',
    )
  const [user, label] = [
    await options('addDeal', 'deal.user_id'),
    await options('addLead', 'lead.label_ids'),
  ]
  const made = choose((_, path) => (path === 'deal.user_id' ? user : label))
  const results: StepResult[] = []
  for (const step of [...steps, ...cleanup]) {
    const result = await runStep(findAction(pipedrive, step.action), step.input(made), { client })
    results.push(result)
    step.after?.(made, success(result).output)
  }
  check(results)
})

test('without outputs of earlier nodes a text like a reference is written as it stands', async () => {
  const title = 'costs ${5} and ${deal.title}'
  const action = findAction(pipedrive, 'addDeal')
  const added = await runStep(action, { deal: { title } }, { client: hostOf(sandbox) })
  expect(pick(success(added).output, 'body', 'data', 'title')).toBe(title)
})

test('the same host without promises runs every action', () => {
  const client = sync
  const made = choose((action, path) =>
    pick(
      loadOptionsSync(findAction(pipedrive, action), path, { input: {} }, { client }),
      'options',
      0,
      'value',
    ),
  )
  const results = [...steps, ...cleanup].map(step => {
    const result = runStepSync(findAction(pipedrive, step.action), step.input(made), { client })
    step.after?.(made, success(result).output)
    return result
  })
  check(results)
})

test.each(['addDeal', 'addLead', 'addOrganization', 'addPerson'])(
  'without promises, a record of %s that was written without a response is found',
  name => {
    const step = steps.find(({ action }) => action === name)
    const fault = { kind: 'reset-after', method: 'POST' }
    const control = { method: 'POST', headers: { 'content-type': 'application/json' } }
    fetcher.fetchSync(`${account.url}/_sandbox/faults`, { ...control, body: JSON.stringify(fault) })
    const input = step?.input({ person: 1, organization: 1 })
    const result = runStepSync(findAction(pipedrive, name), input, {
      client: sync,
      onUnknownOutcome: 'find-existing',
    })
    expect(result).toMatchObject({
      warnings: [{ got: expect.stringMatching(/was found and not written again/) }],
    })
  },
)

test('without promises, names stand for ids, and a dry run writes nothing', () => {
  const input = { deal: { title: 'Desks', user_id: 'Mari Maasikas' } }
  const options = { client: sync, resolveNames: true, dryRun: true }
  const { preview, resolved, requests } = success(
    runStepSync(findAction(pipedrive, 'addDeal'), input, options),
  )
  expect(preview?.requests[0]?.body).toMatchObject({ owner_id: resolved?.[0]?.id })
  expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('wrong input is refused before anything is sent', () => {
  const result = runStepSync(
    findAction(pipedrive, 'addDeal'),
    { deal: { titel: 'Desks' } },
    { client: sync },
  )
  expect(failure(result).message).toContain('did you mean title?')
  expect(result.requests).toEqual([])
})
