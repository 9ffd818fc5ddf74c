import { pipedrive } from '../../component/index.ts'
import { openStore } from '../../runtime/store/index.ts'
import { startSandbox } from '../../sandbox/index.ts'
import { newFolder } from '../folder.ts'
import { openServer } from '../runtime/server.ts'
import { saved } from '../runtime/store/support.ts'
import { runCommand } from './command.ts'

test('no command prints a secret that a server repeats', async () => {
  const sandbox = await startSandbox({ empty: true })
  const { accessToken, refreshToken, clientSecret, clientId } = sandbox
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const secrets = [accessToken, refreshToken, clientSecret, basic]
  const words = [...secrets, ...secrets.map(encodeURIComponent)].join(' ')
  let status = 400
  const server = await openServer((response, { headers }) => {
    const error = `${words} ${headers.authorization}`
    const body = { error, error_description: error, data: { id: 1, name: error, title: error } }
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ success: status === 200, ...body }))
  })
  const folder = newFolder()
  const store = await openStore({ component: pipedrive, folder })
  await saved(store, { ...sandbox, url: server.url }, server.url, 3_600_000)
  store.close()
  const env = { PIPEDRIVE_COMPONENT_DATA: folder, PIPEDRIVE_ACCESS_TOKEN: accessToken }
  const connection = ['--connection', 'main']
  for (status of [200, 400, 401, 403, 500])
    for (const command of [
      ['run', 'getDealDetails', '--input', '{"id": 1}', ...connection],
      ['run', 'getDealDetails', '--input', '{"id": 1}', '--json', ...connection],
      ['run', 'getDeals', '--ndjson', ...connection],
      ['options', 'addDeal', 'deal.person_id', ...connection],
      ['listen', 'newDeal', '--count', '1', '--json', ...connection],
      ['connections', '--json'],
      ['connections', 'test', 'main'],
      ['connections', 'disconnect', 'main'],
    ]) {
      // One that is disconnected has nothing to listen with.
      if (status === 200 && /listen|disconnect/.test(command.join())) continue
      const { stdout, stderr } = await runCommand(command, { env })
      const printed = stdout + stderr
      expect(printed).not.toBe('')
      expect([command.join(' '), secrets.filter(one => printed.includes(one))]).toEqual([
        command.join(' '),
        [],
      ])
    }
  await server.close()
  await sandbox.close()
})
