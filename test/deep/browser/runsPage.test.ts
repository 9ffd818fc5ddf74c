import type { Page } from 'playwright-core'
import type { Session } from '../../../workbench/api/index.ts'
import { barriers } from './axe.ts'
import { shot, useBench } from './support.ts'

const bench = useBench()

let csrf: string
const post = async (path: string, body: object) => {
  const answer = await fetch(bench.url + path, {
    method: 'POST',
    headers: { 'x-csrf-token': csrf, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
const addDeal = (title: string, personId?: number) =>
  post('/api/sandbox/deals', { title, ...(personId !== undefined && { person_id: personId }) })

beforeAll(async () => {
  csrf = ((await (await fetch(`${bench.url}/api/session`)).json()) as Session).csrf
  const page = await bench.open('/')
  await page.getByRole('switch', { name: 'Workflow is on' }).click({ force: true })
  await page.getByText('On', { exact: true }).waitFor()
  for (const title of ['Anna’s deal', 'Berta’s deal']) await addDeal(title, 1)
  for (const title of ['Of nobody', 'Of nobody either']) await addDeal(title)
  await page.goto(`${bench.url}/runs`)
  await rowsOf(page).nth(3).waitFor()
  await page.close()
})

const listOf = (page: Page) => page.getByRole('region', { name: 'Runs' })
const rowsOf = (page: Page) => listOf(page).getByRole('listitem')

test('runs are narrowed down, and the address brings back what was chosen', async () => {
  const page = await bench.open('/')
  const nav = page.getByRole('navigation')
  await nav.getByText('2 runs need attention').waitFor()
  await nav.getByRole('link', { name: 'Runs' }).click()
  await rowsOf(page).nth(3).waitFor()
  const failed = rowsOf(page).filter({ hasText: 'Of nobody either' })
  await failed.getByText('Get details of a person → Person is empty').waitFor()
  await shot(page, 'runs-list')

  await page.getByRole('combobox', { name: 'State' }).click()
  await page.getByRole('option', { name: 'Failed or unknown' }).click()
  await rowsOf(page).nth(2).waitFor({ state: 'detached' })
  await page.getByRole('searchbox', { name: 'Search runs' }).fill('either')
  await rowsOf(page).nth(1).waitFor({ state: 'detached' })
  await rowsOf(page).filter({ hasText: 'Of nobody either' }).getByRole('link').click()
  await page.getByRole('heading', { name: 'Of nobody either' }).waitFor()

  await page.reload()
  await page.getByRole('heading', { name: 'Of nobody either' }).waitFor()
  expect(await rowsOf(page).count()).toBe(1)
  expect(await page.getByRole('searchbox', { name: 'Search runs' }).inputValue()).toBe('either')
  await page.getByRole('button', { name: 'Clear search' }).click()
  await rowsOf(page).nth(1).waitFor()
})

test('an event is read by its fields, and as it was received behind a switch', async () => {
  const page = await bench.open('/runs')
  await rowsOf(page).filter({ hasText: 'Berta’s deal' }).getByRole('link').click()
  const event = page.getByRole('region', { name: 'Event', exact: true })
  const fields = event.getByRole('tree', { name: 'Event' }).getByRole('treeitem')
  await fields.nth(1).getByText('Berta’s deal').waitFor()
  expect(await fields.nth(0).textContent()).toMatch(/^id\d+$/)
  await event.getByText(/^Happened at /).waitFor()
  expect(await event.getByText('occurredAt').count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  await event.getByRole('switch', { name: 'As received' }).click({ force: true })
  await event.getByText('"occurredAt"').waitFor()
  await fields.first().waitFor({ state: 'detached' })
})

test('a burst of events is shown without asking for the list again and again', async () => {
  const page = await bench.open('/runs')
  await rowsOf(page).nth(3).waitFor()
  const asked: string[] = []
  page.on('request', request => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname)
  })
  const start = performance.now()
  for (let number = 0; number < 60; number++) await addDeal(`Burst ${number}`, 1)
  const newest = rowsOf(page).filter({ hasText: 'Burst 59' })
  await newest.getByText('Done').waitFor()
  for (let number = 0; number < 60; number++)
    await rowsOf(page)
      .filter({ hasText: new RegExp(`Burst ${number}\\D`) })
      .getByText('Done')
      .waitFor()
  const seconds = (performance.now() - start) / 1_000
  console.log(`60 events in ${seconds.toFixed(1)} s: ${asked.length} requests`)
  expect(asked.filter(path => path === '/api/runs')).toEqual([])
  expect(asked.length / seconds).toBeLessThan(4)
})

test('several runs are resumed and deleted at once', async () => {
  const page = await bench.open('/runs?state=attention')
  await rowsOf(page).nth(1).waitFor()
  await page.getByRole('button', { name: 'Select', exact: true }).click()
  await page.getByRole('button', { name: 'Select all 2 runs listed' }).click()
  const selected = page.getByRole('group', { name: 'Selected runs' })
  await selected.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('status').getByText('2 runs resumed.').waitFor()
  // They fail again, as nothing has been mended.
  await rowsOf(page).nth(1).waitFor()

  await page.getByRole('button', { name: 'Select', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Select the run Of nobody', exact: true }).check()
  await selected.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('status').getByText('1 run deleted.').waitFor()
  await rowsOf(page).nth(1).waitFor({ state: 'detached' })
  await page.getByRole('navigation').getByText('1 run needs attention').waitFor()
})

test('Run says which event it takes, and takes one of an earlier run', async () => {
  const page = await bench.open('/')
  await page.getByText('with new event').waitFor()
  await page.getByRole('button', { name: 'Choose the event to run with' }).click()
  await page
    .getByRole('menuitem', { name: /Create a new event/ })
    .and(page.locator('[aria-current]'))
    .waitFor()
  await page.getByText('Events of earlier runs in Sandbox').waitFor()
  await page.getByRole('menuitem', { name: /^Burst 59/ }).click()
  const runs = page.getByRole('region', { name: 'Runs' })
  await runs.getByRole('button', { name: /^Add lead.*Done/ }).waitFor()
  await page.getByText('with Burst 59').waitFor()
  await runs.getByRole('link').first().filter({ hasText: 'Burst 59' }).waitFor()
})
