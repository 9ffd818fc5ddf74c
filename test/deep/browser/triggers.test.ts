import { add, newWorkflow } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

test.each([
  'New Activity',
  'New Deal',
  'New Organization',
  'New Person',
  'Updated Deal',
  'Updated Organization',
  'Updated Person',
])('%s waits for an event, and shows the one that is caused', async title => {
  const page = await bench.open('/')
  await newWorkflow(page)
  const panel = await add(page, title)
  await panel.getByRole('button', { name: 'Test', exact: true }).click()
  await panel.getByText(`Waiting for an event: ${title}`).waitFor()
  await panel.getByRole('button', { name: 'Cause this event' }).click()
  await panel.getByText('The output is as declared').waitFor()
  await page.close()
})
