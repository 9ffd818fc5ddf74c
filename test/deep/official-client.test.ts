import { testFields } from './client/fields.ts'
import { testLookups } from './client/lookups.ts'
import { testNotes } from './client/notes.ts'
import { testProducts } from './client/products.ts'
import { testRecords } from './client/records.ts'
import { testRelations } from './client/relations.ts'
import { testSettings } from './client/settings.ts'
import { useClient } from './client/useClient.ts'

const client = useClient()

testRecords(client)
testLookups(client)
testSettings(client)
testFields(client)
testNotes(client)
testProducts(client)
testRelations(client)

/** Something for every parameter: what the sandbox lacks it refuses before it looks at any. */
const anything = (): object =>
  new Proxy(
    {},
    { get: (_, name) => (name === 'then' ? undefined : name === 'data' ? new Blob(['x']) : '7') },
  )

test('every method works, or is told that the sandbox lacks it', async () => {
  const methods = client.methods()
  const left = methods.filter(({ name }) => !client.done.has(name))
  const missing: string[] = []
  for (const { name, call } of left) {
    const answer: unknown = await call(anything()).catch((error: unknown) => error)
    const words = Buffer.isBuffer(answer) ? answer.toString() : JSON.stringify(answer)
    expect([name, words]).toEqual([name, expect.stringContaining('The sandbox does not serve')])
    missing.push(name)
  }
  console.log(`${methods.length - missing.length} of ${methods.length} methods of the client work`)
})
