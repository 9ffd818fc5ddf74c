import { specification } from '../../sandbox/specification/index.ts'
import { loadOperations } from '../contract/openapi/load.ts'
import { specFolder } from '../contract/openapi/folder.ts'

const folder = specFolder()

const tables = Object.entries(specification).flatMap(([version, paths]) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    methods.split(' ').map(method => `${method} /api/${version}${path}`),
  ),
)

if (folder !== undefined)
  test('the sandbox knows the operations of the files; if not: npm run specification', () => {
    const names = loadOperations(folder).map(({ name }) => name)
    const own = names.filter(name => !name.includes(' /oauth/'))
    expect([...tables].sort()).toEqual(own.sort())
  })
else test('may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))
