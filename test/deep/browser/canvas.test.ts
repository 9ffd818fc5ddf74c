import type { Page } from 'playwright-core'
import { add, newWorkflow, panelOf } from './editor.ts'
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
