import { barriers } from './axe.ts'
import { useBench } from './support.ts'

const bench = useBench()

test.each(['/workflow/1', '/sandbox/notes'])('%s has no page, and says so', async address => {
  const page = await bench.open(address)
  await page.getByText(`The workbench has no page at ${address}.`).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'All workflows' }).click()
  await page.waitForURL(/\/workflows/)
})

test('the address alone leads to the workflows', async () => {
  const page = await bench.open('/')
  await page.waitForURL(/\/workflows/)
})
