import { barriers } from './axe.ts'
import { useBench } from './support.ts'

const bench = useBench()

test.each(['all', 'colours'] as const)('a text that is too pale is found among %s', async rules => {
  const page = await bench.open('/')
  await page.getByRole('link', { name: 'Runs' }).waitFor()
  expect(await barriers(page, rules)).toEqual([])
  await page.evaluate("document.querySelector('a[href=\"/runs\"]').style.color = '#ddd'")
  expect(await barriers(page, rules)).toEqual([expect.stringContaining('color-contrast')])
})
