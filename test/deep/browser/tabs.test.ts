import type { Page } from 'playwright-core'
import { newWorkflow, saved } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const rename = (page: Page, label: string) =>
  page.getByRole('textbox', { name: 'Name of the workflow' }).fill(label)
const nameIn = (page: Page) =>
  page.getByRole('textbox', { name: 'Name of the workflow' }).inputValue()
const isNamed = (page: Page, label: string) =>
  page.locator(`input[value="${label}"][aria-label="Name of the workflow"]`).waitFor()

test('a second tab follows the first', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const other = await bench.openBeside(page, new URL(page.url()).pathname)
  await isNamed(other, 'New workflow')
  await rename(page, 'Followed')
  await isNamed(other, 'Followed')
})

test('of two versions none is lost before the user has chosen', async () => {
  bench.expectMessage(/409 \(Conflict\)/)
  const page = await bench.open('/')
  await newWorkflow(page)
  await saved(page)
  const other = await bench.openBeside(page, new URL(page.url()).pathname)
  await isNamed(other, 'New workflow')

  // The server is away while both tabs go on.
  bench.expectMessage(/ERR_|403/)
  await bench.stop()
  await rename(page, 'Mine')
  await rename(other, 'Theirs')
  await page.getByText('Your changes are kept in this tab').waitFor()
  await other.getByText('Your changes are kept in this tab').waitFor()
  await bench.start()

  const conflict = /was changed in another tab/
  const late = await Promise.race(
    [page, other].map(async tab => {
      await tab.getByText(conflict).waitFor()
      return tab
    }),
  )
  const first = late === page ? other : page
  await saved(first)
  const [kept, stored] = [await nameIn(late), await nameIn(first)]
  expect([kept, stored].sort()).toEqual(['Mine', 'Theirs'])
  await late.getByText(`“${stored}” was changed in another tab`).waitFor()

  await late.getByRole('button', { name: 'Keep mine' }).click()
  await isNamed(first, kept)
})
