import { createTally, type Attack } from '../attack.ts'
import { sendRaw } from '../../malformedRequests.ts'
import { startWorkbench } from '../builtWorkbench.ts'
import { workbenchRoutes } from './routes.ts'

const refused = /^HTTP\/1\.1 (400|403|404|405|421)/

export const foreignRequests: Attack = {
  group: 'Workbench',
  name: 'Host and rebinding, Origin, CSRF, traversal, smuggling',
  async run() {
    const tally = createTally()
    const workbench = await startWorkbench()
    const port = Number(new URL(workbench.url).port)
    const own = `Host: 127.0.0.1:${port}`
    const token = `x-csrf-token: ${workbench.session.csrf}`
    const ask = (line: string, headers: readonly string[], right = refused, body = '') =>
      tally.attempt(`${line} ${headers.join(', ')}`, async () => {
        const head = [line + ' HTTP/1.1', ...headers, 'Connection: close'].join('\r\n')
        const said = await sendRaw(port, `${head}\r\n\r\n${body}`)
        return right.test(said) ? undefined : `is answered ${said.slice(0, 40)}`
      })
    for (const { method, path } of workbenchRoutes()) {
      const line = `${method} ${path.replace(/:\w+/g, '1')}`
      for (const host of [`evil.example:${port}`, 'evil.example', '127.0.0.1', `[::1]:${port}`])
        await ask(line, [`Host: ${host}`, token])
      await ask(line, [own, 'Host: evil.example', token])
      for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${port}1`])
        await ask(line, [own, `Origin: ${origin}`, token])
      if (method === 'GET') continue
      await ask(line, [own])
      await ask(line, [own, 'x-csrf-token: AAAA', 'Content-Length: 0'])
    }
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%5cpackage.json'])
      await ask(`GET ${path}`, [own])
    const second = `GET /api/session HTTP/1.1\r\n${own}\r\n\r\n`
    // Two lengths, or a length and chunks, are how one request hides behind another.
    await ask(
      'POST /api/workflows',
      [own, token, 'Content-Length: 1', 'Content-Length: 2'],
      refused,
      second,
    )
    await ask(
      'POST /api/workflows',
      [own, token, 'Content-Length: 1', 'Transfer-Encoding: chunked'],
      refused,
      second,
    )
    await ask(
      'POST /api/workflows',
      [own, token, 'Transfer-Encoding: chunked, x'],
      /^HTTP\/1\.1 (400|403|501)/,
      second,
    )
    await ask('GET /api/session', [own], /^HTTP\/1\.1 200/)
    await workbench.stop()
    return tally.total('the last one is a right request, which is served')
  },
}
