import { setTimeout as sleep } from 'node:timers/promises'
import { field, panelOf, saved } from './editor.ts'
import { countRenders, rendersDuring } from './renders.ts'
import { useBench } from './support.ts'

const bench = useBench()

/** The example, with the form of its last step open and the welcome above it. */
const openForm = async () => {
  const page = await bench.blank()
  await countRenders(page)
  await page.goto(bench.url)
  await page.getByRole('complementary', { name: 'Welcome' }).waitFor()
  await page.getByRole('button', { name: 'Add lead', exact: true }).click()
  const panel = panelOf(page)
  await panel.getByRole('tree', { name: 'Values of earlier steps' }).waitFor()
  await field(panel, 'Title').press('End')
  await field(panel, 'Title').pressSequentially('!')
  await saved(page)
  await sleep(500)
  return { page, panel }
}

test('a keystroke in a form renders that form, and no other part of the page', async () => {
  const { page, panel } = await openForm()
  const renders = await rendersDuring(page, async () => {
    await field(panel, 'Title').pressSequentially('?')
    await page.getByText('Not saved yet').waitFor()
  })
  console.log(renders)
  expect(renders['Step']).toBeGreaterThan(0)
  // What they show depends on other things.
  for (const part of ['Step tree', 'Step header', 'Operations', 'page aside', 'Canvas tree'])
    expect(renders[part]).toBeUndefined()
  // Whether it is saved, and what is wrong with the step.
  expect(renders['page header']).toBeLessThan(5)
  expect(renders['Canvas']).toBeLessThan(20)
})

test('a save fetches nothing, and the list of workflows knows of it', async () => {
  const { page, panel } = await openForm()
  const fetched: string[] = []
  page.on('request', request => {
    if (request.method() === 'GET') fetched.push(new URL(request.url()).pathname)
  })
  await field(panel, 'Title').pressSequentially('?')
  await page.getByText('Not saved yet').waitFor()
  await saved(page)
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Follow up at once')
  await page.getByText('Not saved yet').waitFor()
  await saved(page)
  await page.getByRole('button', { name: 'All workflows' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Follow up at once' }).waitFor()
  expect(fetched).toEqual([])
})
