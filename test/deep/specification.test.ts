import { tokenCost } from '../../component/tokenCosts.ts'
import type { HttpRequest, Method } from '../../definitions/index.ts'
import { specification } from '../../sandbox/specification/index.ts'
import { loadOperations } from '../contract/openapi/load.ts'
import { specFolder } from '../contract/openapi/folder.ts'

const folder = specFolder()

const tables = Object.entries(specification).flatMap(([version, paths]) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    methods.split(' ').map(method => `${method} /api/${version}${path}`),
  ),
)

if (folder !== undefined) {
  test('the sandbox knows the operations of the files; if not: npm run specification', () => {
    const names = loadOperations(folder).map(({ name }) => name)
    const own = names.filter(name => !name.includes(' /oauth/'))
    expect([...tables].sort()).toEqual(own.sort())
  })

  test('every operation costs what the files say; if not: npm run specification', () => {
    const wrong = loadOperations(folder)
      .filter(({ name }) => !name.includes(' /oauth/'))
      .flatMap(({ name, price }) => {
        const [method, path] = name.split(' ') as [Method, HttpRequest['path']]
        const inPlace = path.replace(/\{[^}]+\}/g, 'a1b2') as HttpRequest['path']
        const costs = [path, inPlace, `${inPlace}/` as const].map(path =>
          tokenCost({ method, path }),
        )
        return costs.every(cost => cost === price) ? [] : [`${name}: ${costs.join(' ')}`]
      })
    expect(wrong).toEqual([])
  })
} else test('may be missing', () => expect(process.env['ALLOW_MISSING']).toBe('1'))
