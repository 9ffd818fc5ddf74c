import { readFile } from 'node:fs/promises'
import { barriers } from './axe.ts'
import { add, field, newWorkflow, saved } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

test('the panel is dragged wider, keeps its width, and opens as input, form and output', async () => {
  const page = await bench.open('/', { viewport: { width: 1600, height: 900 } })
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Get persons')
  const widthOf = async () => (await panel.boundingBox())?.width ?? 0
  const handle = panel.getByRole('separator', { name: 'Width of the panel' })
  const { x, y, height } = (await handle.boundingBox()) ?? { x: 0, y: 0, height: 0 }
  await page.mouse.move(x + 4, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x - 196, y + height / 2, { steps: 4 })
  await page.mouse.up()
  expect(Math.abs((await widthOf()) - 640)).toBeLessThan(10)
  const dragged = await widthOf()
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  expect(await widthOf()).toBe(dragged - 40)
  await saved(page)
  await page.reload()
  await page.getByRole('button', { name: 'Get persons', exact: true }).click()
  await panel.waitFor()
  expect(await widthOf()).toBe(dragged - 40)

  await panel.getByRole('button', { name: 'Full size' }).click()
  const input = panel.getByRole('region', { name: 'Data from earlier steps' })
  const output = panel.getByRole('region', { name: 'Output', exact: true })
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await output.getByText('Output matches its definition').waitFor()
  const form = field(panel, 'First Characters')
  const lefts = await Promise.all(
    [input, form, output].map(async part => (await part.boundingBox())?.x ?? 0),
  )
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
  expect(await barriers(page)).toEqual([])
  await panel.getByRole('button', { name: 'Full size' }).click()
  await output.waitFor({ state: 'detached' })
})

test('an output is searched, its paths are copied, and it is downloaded', async () => {
  const page = await bench.open('/', { permissions: ['clipboard-read', 'clipboard-write'] })
  await newWorkflow(page)
  const panel = await add(page, 'Get persons')
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel.getByText('Output matches its definition').waitFor()
  const search = panel.getByRole('searchbox', { name: 'Search the output' })
  await search.fill('no such value')
  await panel.getByText('0 of 100 rows').waitFor()
  await search.fill('')
  const headers = panel.getByRole('region', { name: 'Rows of the output' }).locator('thead th')
  expect((await headers.allTextContents()).slice(1, 3)).toEqual(['id', 'name'])

  const download = async (format: string) => {
    await panel.getByRole('button', { name: 'Download' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format, exact: true }).click()
    const file = await downloading
    return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')] as const
  }
  const [name, csv] = await download('CSV')
  expect(name).toBe('getPersons_1.csv')
  expect(csv.split('\r\n').length).toBe(102)
  const [, lines] = await download('NDJSON')
  expect(lines.trimEnd().split('\n').length).toBe(100)

  await panel.getByText('Tree', { exact: true }).click()
  await search.fill('first_name')
  await panel
    .getByRole('button', { name: 'Copy the path getPersons_1.body.data[0].first_name' })
    .click()
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(
    '${getPersons_1.body.data[0].first_name}',
  )
  expect(await barriers(page)).toEqual([])
})
