import { once } from 'node:events'
import { startSandbox, type Sandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { connected } from '../runtime/store/support.ts'
import { runCommand, startCommand } from './command.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ empty: true })
})
afterAll(() => sandbox.close())

test('a connection is tested, renamed and disconnected for machines too', async () => {
  const { folder, store } = await connected(sandbox)
  store.close()
  const connections = async (...words: readonly string[]) => {
    const env = { PIPEDRIVE_COMPONENT_DATA: folder }
    return JSON.parse(
      (await runCommand(['connections', ...words, '--json'], { env })).stdout,
    ) as unknown
  }
  expect(await connections('test', 'main')).toEqual({
    ...{ name: 'main', account: expect.stringContaining('·') },
    missingScopes: expect.arrayContaining(['deals:full']),
  })
  expect(await connections('rename', 'main', 'acme')).toEqual({ name: 'acme' })
  expect(await connections('test', 'main')).toMatchObject({ error: { name: 'InputError' } })
  expect(await connections('disconnect', 'acme')).toEqual({ name: 'acme', state: 'disconnected' })
  expect(await connections()).toEqual([])
})

test('the workbench prints its address for machines too', async () => {
  const words = ['workbench', '--port', '0', '--inbox-port', '0', '--data', newFolder(), '--json']
  const command = startCommand(words)
  const [line] = (await once(command.stdout, 'data')) as [Buffer]
  const { url } = JSON.parse(line.toString()) as { url: string }
  expect((await fetch(url)).status).toBe(200)
  command.interrupt()
  expect(await command.ended).toMatchObject({ code: 0 })
})
