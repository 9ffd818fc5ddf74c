import type { Page } from 'playwright-core'
import { add, field, newWorkflow, panelOf } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

/** Waits until the steps are these, from top to bottom. */
const shows = async (page: Page, titles: readonly string[]) => {
  const cards = page.getByRole('region', { name: 'Canvas' }).locator('[aria-keyshortcuts]')
  for (const [index, title] of titles.entries())
    await cards.nth(index).filter({ hasText: title }).waitFor()
  await cards.nth(titles.length).waitFor({ state: 'detached' })
}

const isFocused = (page: Page, title: string) =>
  page.locator('[aria-keyshortcuts]:focus').filter({ hasText: title }).waitFor()

test('an operation is dragged to where it belongs, and what was done is undone', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get deals')
  await add(page, 'Get persons')
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: 'Add Search leads', exact: true })
    .dragTo(page.getByRole('button', { name: 'Add a step after Get deals' }))
  await panelOf(page).getByRole('heading', { name: 'Search leads' }).waitFor()
  await shows(page, ['Get deals', 'Search leads', 'Get persons'])

  await page.getByRole('button', { name: /^Undo/ }).click()
  await shows(page, ['Get deals', 'Get persons'])
})

test('steps are moved and removed by the keyboard alone', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get deals')
  await add(page, 'Get persons')
  await page.getByRole('button', { name: 'Get persons', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await shows(page, ['Get persons', 'Get deals'])
  await isFocused(page, 'Get persons')
  await page.keyboard.press('Delete')
  await shows(page, ['Get deals'])
})

test('an operation is added by the keyboard alone, and its first field has the focus', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  await page.keyboard.press('Escape')
  const search = page.getByRole('textbox', { name: 'Search operations' })
  await search.fill('add deal')
  await search.press('Enter')
  const panel = panelOf(page)
  await panel.getByRole('heading', { name: 'Add deal', exact: true }).waitFor()
  await panel.locator('input:focus').and(field(panel, 'Title')).waitFor()
  // What was only passed through does not complain.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await panel.locator('[aria-invalid=true]').count()).toBe(0)

  await page.keyboard.press('Escape')
  await search.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.locator('[data-palette-item]:focus').filter({ hasText: 'New Deal' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.locator('[data-palette-item]:focus').count()).toBe(0)
})

test('where a step is wanted no trigger is offered', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get deals')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add a step', exact: true }).click()
  await page.locator('#palette-search:focus').waitFor()
  const operations = page.getByRole('region', { name: 'Operations' })
  await operations.getByText('Choose a step to add at the end.').waitFor()
  expect(await operations.getByRole('button', { name: 'Add New Deal' }).count()).toBe(0)
  await page.keyboard.type('deal')
  expect(await operations.getByRole('button', { name: /^Add (New|Updated)/ }).count()).toBe(0)
})
