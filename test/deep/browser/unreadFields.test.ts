import type { Locator } from 'playwright-core'
import type { Sandbox } from '../../../sandbox/index.ts'
import { connectTo, fault, noFaults, startAccount } from './account.ts'
import { barriers } from './axe.ts'
import { add, field, newWorkflow, panelOf, saved } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const accounts: Sandbox[] = []
const open = async (scopes?: readonly string[]) => {
  const account = await startAccount(scopes ? { scopes } : {})
  accounts.push(account)
  const page = await bench.open('/connections')
  const name = `Account ${accounts.length}`
  await connectTo(page, account, name)
  await page.goto(bench.url)
  await newWorkflow(page)
  const use = async (connection: string) => {
    await page.getByRole('combobox', { name: 'Connection of the workflow' }).click()
    await page.getByRole('option', { name: connection }).first().click()
  }
  await use(name)
  return { account, name, page, use }
}
afterAll(() => Promise.all(accounts.map(account => account.close())))

const notice = (panel: Locator) =>
  panel.getByRole('group', { name: 'Custom fields', exact: true }).getByRole('alert')

const titleOf = (panel: Locator) => field(panel, 'Title').inputValue()

const dealFields = { kind: 'status', status: 500, path: '/api/v2/dealFields', times: 100 }

test('a server of Pipedrive that fails is told at the group, and asked again', async () => {
  bench.expectMessage(/status of 502/)
  const { account, page } = await open()
  await fault(account, dealFields)
  const panel = await add(page, 'Add deal')
  await notice(panel)
    .getByText(/answered 500/)
    .waitFor()
  await field(panel, 'Title').fill('Kept')
  expect(await barriers(page)).toEqual([])
  await noFaults(account)
  await notice(panel).getByRole('button', { name: 'Try again' }).click()
  await field(panel, 'Reference').fill('REF-7')
  expect(await titleOf(panel)).toBe('Kept')

  // Fields that were there stay, where reading them anew fails.
  await fault(account, dealFields)
  await panel.getByRole('button', { name: 'Refresh Custom fields' }).click()
  await notice(panel).waitFor()
  expect(await field(panel, 'Reference').inputValue()).toBe('REF-7')
  await saved(page)
})

test('what is set stays to be seen where the fields of another account can’t be read', async () => {
  bench.expectMessage(/status of 502/)
  const { page, account, name, use } = await open()
  await use('Sandbox')
  const panel = await add(page, 'Add deal')
  await field(panel, 'Reference').fill('REF-7')
  await field(panel, 'Title').fill('Kept')
  await account.close()
  await use(name)
  await notice(panel).waitFor()
  const others = panel.getByRole('group', { name: 'Other values of Custom fields' })
  await others.getByText('REF-7').waitFor()
  expect(await titleOf(panel)).toBe('Kept')
  await use('Sandbox')
  expect(await field(panel, 'Reference').inputValue()).toBe('REF-7')
})

test('a scope that is missing is named, with the way to where it is given', async () => {
  bench.expectMessage(/status of 502/)
  const { page } = await open(['base', 'leads:full', 'contacts:full', 'users:read'])
  const panel = await add(page, 'Add lead')
  await field(panel, 'Title').fill('Kept')
  await notice(panel)
    .getByText(/deals:read/)
    .first()
    .waitFor()
  await notice(panel).getByRole('link', { name: 'Go to Connections' }).waitFor()
  await notice(panel).getByRole('button', { name: 'Try again' }).click()
  await notice(panel).waitFor()
  expect(await titleOf(panel)).toBe('Kept')
})

test('a page that reaches nothing says so, and goes on where it was', async () => {
  bench.expectMessage(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/)
  const { page } = await open()
  const panel = await add(page, 'Custom Action')
  await page.context().setOffline(true)
  await add(page, 'Add deal')
  await field(panel, 'Title').fill('Kept')
  await notice(panel).getByText('The workbench is not responding').waitFor()
  await page.context().setOffline(false)
  await notice(panel).getByRole('button', { name: 'Try again' }).click()
  await field(panel, 'Reference').fill('REF-7')
  expect(await titleOf(panel)).toBe('Kept')
  await saved(page)
})

test('a part of the page that can’t be loaded leaves the rest as it is', async () => {
  bench.expectMessage(/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/)
  const page = await bench.open('/')
  await newWorkflow(page)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Add Add deal', exact: true }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
  await alert.waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'Runs' }).click()
  await alert.waitFor()
  await page.context().setOffline(false)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Runs' }).waitFor()
  await page.getByRole('link', { name: 'Workflows' }).click()
  await page.getByRole('button', { name: 'Add deal', exact: true }).last().click()
  await field(panelOf(page), 'Title').fill('Kept')
  await saved(page)
})
