import { shot, useBench } from './support.ts'

const bench = useBench()

test('records are added, changed and deleted, and every tab sees it at once', async () => {
  const page = await bench.open('/sandbox/deals')
  const other = await bench.openBeside(page, '/sandbox')
  await page.getByRole('button', { name: 'Extension for Yūki for 2' }).waitFor()
  await shot(page, 'sandbox')

  await page.getByRole('button', { name: 'Add deal' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Title' }).fill('Anchors for Nimbus')
  await form.getByRole('textbox', { name: 'Value' }).fill('12.5')
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByText('This fires the “New Deal” trigger').waitFor()
  // A notice above a long table is not squeezed by it.
  const notice = await page.getByRole('status').filter({ hasText: 'This fires' }).boundingBox()
  expect(notice?.height).toBeGreaterThan(36)
  const row = other.getByRole('row', { name: /Anchors for Nimbus/ })
  await row.getByText('12.50').waitFor()

  await page.getByRole('button', { name: 'Anchors for Nimbus' }).click()
  // A dialog moves the focus into itself a moment after it has opened.
  await form.locator('input:focus').waitFor()
  await form.getByRole('combobox', { name: 'Person' }).fill('José Kim')
  await page.getByRole('option', { name: 'José Kim' }).first().click()
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('This fires the “Updated Deal” trigger').waitFor()
  await row.getByText('José Kim').waitFor()

  await page.getByRole('button', { name: 'Anchors for Nimbus' }).click()
  await form.getByRole('button', { name: 'Delete' }).click()
  await page
    .getByRole('dialog', { name: /^Delete/ })
    .getByRole('button', { name: 'Delete' })
    .click()
  await row.waitFor({ state: 'detached' })
})

test('all records can be reached, by pages or by what they show', async () => {
  const page = await bench.open('/sandbox/activities')
  const rows = page.locator('tbody tr')
  await page.getByText(/^Newest 50 of \d+$/).waitFor()
  expect(await rows.count()).toBe(50)
  await page.getByRole('button', { name: 'Load more' }).click()
  await page.getByText(/^Newest 100 of \d+$/).waitFor()
  expect(await rows.count()).toBe(100)

  await page.getByRole('searchbox', { name: 'Search activities' }).fill('Liam Varga')
  await page.getByText(/^All \d+ matches/).waitFor()
  expect(await page.getByText('Liam Varga').count()).toBe(await rows.count())
  await page.getByRole('searchbox', { name: 'Search activities' }).fill('no such thing')
  await page.getByText('No activities match “no such thing”.').waitFor()
})

test('what Pipedrive refuses is told in the form, which stays as it is', async () => {
  bench.expectMessage(/status of 400/)
  const page = await bench.open('/sandbox/leads')
  await page.getByRole('button', { name: 'Add lead' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Title' }).fill('Of nobody')
  await form.getByRole('button', { name: 'Add' }).click()
  await form.getByRole('alert').waitFor()
  expect(await form.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Of nobody')
})

test('tables of the sandbox are sorted and counted, and it starts afresh', async () => {
  const page = await bench.open('/sandbox/deals')
  await page.getByText(/^Newest 50 of \d+$/).waitFor()
  await page.getByRole('button', { name: 'Value', exact: true }).click()
  await page.getByText(/^First 50 of \d+$/).waitFor()
  await page
    .getByRole('columnheader', { name: 'Value' })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor()
  await page.getByRole('button', { name: 'Add deal' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Title' }).fill('Anchors away')
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('searchbox', { name: 'Search deals' }).fill('Anchors away')
  await page.getByText('All 1 matches').waitFor()

  // An emptied value is none; what a record always has can't be emptied.
  await page.getByRole('button', { name: 'Anchors away' }).click()
  await form.getByRole('textbox', { name: 'Value' }).fill('7')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Anchors away' }).click()
  await form.getByRole('textbox', { name: 'Value' }).fill('')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Start afresh' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start afresh' }).click()
  await page.getByText('No deals match “Anchors away”.').waitFor()
})
