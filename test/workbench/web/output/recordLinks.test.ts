import { recordLinksOf } from '../../../../workbench/web/output/recordLinks.ts'

const page = { kind: 'leads', path: '/leads/inbox/{id}', record: 'body.data' }
const real = { sandbox: false, apiDomain: 'https://acme.pipedrive.com' }
const sandbox = { sandbox: true, apiDomain: 'http://127.0.0.1:4781' }

test('a record of a real account is shown on the domain of its company', () => {
  const links = recordLinksOf(page, real)
  expect(links?.ofOutput({ body: { data: { id: 'a b/c' } } })).toEqual({
    href: 'https://acme.pipedrive.com/leads/inbox/a%20b%2Fc',
    inSandbox: false,
  })
})

test('a record of the sandbox is shown on the Sandbox page', () => {
  expect(recordLinksOf(page, sandbox)?.ofRecord({ id: 7 })).toEqual({
    href: '/sandbox/leads?id=7',
    inSandbox: true,
  })
})

test('there is no link without a page, an account, or an id', () => {
  expect(recordLinksOf(undefined, real)).toBeUndefined()
  expect(recordLinksOf(page, undefined)).toBeUndefined()
  expect(recordLinksOf(page, { ...sandbox, sandbox: false })).toBeUndefined()
  expect(recordLinksOf(page, real)?.ofOutput({ body: { data: [{ id: 7 }] } })).toBeUndefined()
  expect(recordLinksOf(page, real)?.ofOutput(null)).toBeUndefined()
})
