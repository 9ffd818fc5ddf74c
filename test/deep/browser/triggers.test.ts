import type { Page } from 'playwright-core'
import { add, newWorkflow } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

let page: Page
beforeAll(async () => {
  page = await bench.open('/')
})

test.each([
  'New Activity',
  'New Deal',
  'New Organization',
  'New Person',
  'Updated Deal',
  'Updated Organization',
  'Updated Person',
])('%s waits for an event, and shows the one that is caused', async title => {
  await newWorkflow(page)
  const panel = await add(page, title)
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel.getByText(`Waiting for an event: ${title}`).waitFor()
  await panel.getByRole('button', { name: 'Trigger a test event' }).click()
  await panel.getByText('Output matches its definition').waitFor()
})
