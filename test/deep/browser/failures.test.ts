import type { Page } from 'playwright-core'
import type { Sandbox } from '../../../sandbox/index.ts'
import { connectTo, fault, noFaults, startAccount } from './account.ts'
import { add, field, newWorkflow } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

/** An account of which the tests decide what goes wrong. */
let account: Sandbox
let page: Page
beforeAll(async () => {
  account = await startAccount()
  page = await bench.open('/connections')
  await connectTo(page, account, 'Troubled')
})
afterEach(() => noFaults(account))
afterAll(() => account.close())

const openStep = async (title: string) => {
  await page.goto(bench.url)
  await newWorkflow(page)
  await page.getByRole('combobox', { name: 'Connection of the workflow' }).click()
  await page.getByRole('option', { name: 'Troubled' }).click()
  return add(page, title)
}

test('a list that can’t be loaded says so, and is there when it is asked for again', async () => {
  bench.expectMessage(/status of 502/)
  const panel = await openStep('Get deals')
  await fault(account, { kind: 'status', status: 500, path: '/api/v1/users', times: 10 })
  await field(panel, 'User').click()
  const alert = page.getByRole('alert').filter({ hasText: 'Try again' })
  await alert.waitFor()
  await noFaults(account)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('option', { name: /Mari/ }).first().waitFor()
})

test('without a connection a list says what to do first', async () => {
  const panel = await openStep('Get deals')
  await panel.getByRole('tab', { name: 'Connection' }).click()
  await panel.getByRole('combobox', { name: 'Connection' }).click()
  await page.getByRole('option', { name: /Troubled/ }).click()
  await panel.getByRole('tab', { name: 'Properties' }).click()
  await field(panel, 'User').click()
  await page.getByText('Choose a connection first').filter({ visible: true }).waitFor()
  expect(await panel.getByRole('button', { name: 'Test', exact: true }).isDisabled()).toBe(true)
})

test('a long test says how far it has come, and ends when it is cancelled', async () => {
  const panel = await openStep('Get persons')
  await fault(account, { kind: 'latency', ms: 60_000, path: '/api/v2/persons', times: 10 })
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel
    .getByRole('status')
    .getByText(/^Testing/)
    .waitFor()
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await panel.getByRole('alert').getByText('The test was cancelled').waitFor()
  await noFaults(account)
  await panel.getByRole('button', { name: 'Try again' }).click()
  await panel.getByText('Output matches its definition').waitFor()
})

test('a write whose answer is lost is not called a failure, and is not offered again', async () => {
  const panel = await openStep('Add lead')
  await field(panel, 'Title').fill('Lost at sea')
  await field(panel, 'Person').fill('1')
  await page.getByRole('option', { name: /Use ID 1/ }).click()
  await fault(account, { kind: 'reset-after', method: 'POST', path: '/api/v1/leads' })
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Test' }).click()
  await panel.getByText('Outcome unknown').waitFor()
  expect(await panel.getByRole('button', { name: 'Try again' }).count()).toBe(0)
})

test('a trigger of an account asks for the address at which Pipedrive can deliver', async () => {
  const panel = await openStep('New Deal')
  const address = panel.getByRole('textbox', { name: 'Public URL' })
  await address.fill('http://hooks.example')
  await panel.getByText('It must start with https://').waitFor()
  // Nothing answers there, which is found out when the webhook is made.
  await address.fill('https://127.0.0.1:4')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel.getByRole('alert').getByText('non-reachable').waitFor()
  await address.fill('')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel.getByText('Waiting for an event: New Deal').waitFor()
  await panel.getByRole('button', { name: 'Cancel' }).click()
})
