import { routes } from '../../sandbox/routes/index.ts'
import { useSandbox } from './harness.ts'

const sandbox = useSandbox()

/** Texts that `Number` reads as 1, though no path has them for a number. */
const disguised = ['1e0', '0x1', '0b1', '1.0', '+1', ' 1', '1 ', '1\n', '01e0']

const templates = routes.filter(({ method, path }) => method !== 'POST' && path.includes('{'))

test.each(disguised)('%j in a path is no id of any record', async text => {
  const found: string[] = []
  for (const { version, method, path } of templates) {
    const target = `/api/${version}${path.replace(/\{\w+\}/g, encodeURIComponent(text))}`
    const { status } = await sandbox.call(method, target, method === 'GET' ? undefined : {})
    if (status < 400) found.push(`${method} ${path}`)
  }
  expect(templates.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})
