import type { Page } from 'playwright-core'
import { listOf, pick } from '../../runtime/support.ts'
import { add, field, newWorkflow, saved, select } from './editor.ts'
import { useBench } from './support.ts'

const bench = useBench()

/** A call of the page's own API, from within it. */
const call = (page: Page, method: string, path: string, body?: object): Promise<unknown> =>
  page.evaluate(
    async ([method, path, body]) => {
      const session: unknown = await (await fetch('/api/session')).json()
      const csrf = String(Reflect.get(Object(session), 'csrf'))
      const headers = { 'x-csrf-token': csrf, ...(body && { 'content-type': 'application/json' }) }
      const answer = await fetch(path, { method, headers, ...(body && { body }) })
      const said: unknown = answer.status === 204 ? undefined : await answer.json()
      return said
    },
    [method, path, body && JSON.stringify(body)] as const,
  )

test('a field and an option that are renamed in Pipedrive are told of above the canvas, with their step', async () => {
  const page = await bench.open('/workflows')
  await newWorkflow(page)
  const panel = await add(page, 'Add deal')
  await field(panel, 'Title').fill('Names')
  await field(panel, 'Reference').fill('R-1')
  await select(panel, 'Source', 'Website')
  await saved(page)
  const notice = page.getByRole('status').filter({ hasText: 'Custom fields to check' })
  expect(await notice.count()).toBe(0)

  const path = '/api/sandbox/fields/deal'
  const fields = listOf(await call(page, 'GET', path))
  const pathOf = (name: string) =>
    `${path}/${String(
      pick(
        fields.find(one => pick(one, 'name') === name),
        'id',
      ),
    )}`
  await call(page, 'PUT', pathOf('Reference'), { name: 'Our reference' })
  await call(page, 'DELETE', pathOf('Source'))
  await page.reload()
  await notice
    .getByText('the custom field "Reference" is now called "Our reference" in Pipedrive')
    .waitFor()
  await notice.getByText('the custom field "Source" was deleted in Pipedrive').waitFor()
  await notice.getByRole('button', { name: 'Add deal' }).first().click()
  expect(await field(panel, 'Our reference').inputValue()).toBe('R-1')
})
