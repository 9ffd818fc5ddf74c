import type { Locator, Page } from 'playwright-core'
import { add, field, newWorkflow } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

const dragOver = async (page: Page, from: Locator, to: Locator) => {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('it is not to be seen')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
  await page.mouse.move(end.x + end.width / 2 + 2, end.y + end.height / 2 + 2, { steps: 2 })
}

test('what is dragged shows where it lands, and nothing stays lit when it is given up', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'Get deals')
  await page.keyboard.press('Escape')
  const canvas = page.getByRole('region', { name: 'Canvas' })
  const lit = canvas.locator('[data-target]')
  const newDeal = page.getByRole('button', { name: 'Add New Deal', exact: true })
  await dragOver(page, newDeal, canvas.getByText('No trigger: it runs when you press Run'))
  await lit.waitFor()
  expect(await litEdges(page)).toBe(0)
  await page.keyboard.press('Escape')
  await lit.waitFor({ state: 'detached' })
  await page.mouse.up()

  await dragOver(
    page,
    page.getByRole('button', { name: 'Add Add deal', exact: true }),
    page.getByRole('button', { name: 'Add a step', exact: true }),
  )
  expect(await litEdges(page)).toBe(1)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await litEdges(page)).toBe(0)
})

const litEdges = (page: Page) =>
  page.evaluate<number>(
    `[...document.querySelectorAll('.react-flow__edge-path')].filter(path => path.style.strokeWidth === '4').length`,
  )

test('a field lights up while data is over it', async () => {
  const page = await bench.open('/')
  await newWorkflow(page)
  await add(page, 'New Deal')
  const panel = await add(page, 'Add lead')
  const pill = panel.getByRole('tree').locator('[draggable=true]').first()
  await pill.waitFor()
  await dragOver(page, pill, field(panel, 'Owner'))
  await panel.locator('[data-over]').waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.up()
})
