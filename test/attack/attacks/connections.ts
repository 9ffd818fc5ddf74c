import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createTally, type Attack } from '../attack.ts'
import { startWorkbench, type BuiltWorkbench } from '../builtWorkbench.ts'

const open = (port: number, text: string) => {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  socket.write(text)
  return socket
}
const closed = (socket: Socket) =>
  new Promise<void>(resolve => (socket.closed ? resolve() : socket.once('close', () => resolve())))

const quickly = async ({ send }: BuiltWorkbench) => {
  const begun = performance.now()
  const { status } = await send('GET', '/api/session')
  const ms = performance.now() - begun
  return status === 200 && ms < 2_000
    ? undefined
    : `is answered ${status} after ${ms.toFixed(0)} ms`
}

export const listeners: Attack = {
  group: 'Workbench',
  name: 'Hundreds of listeners, of which all hear of a change',
  async run({ many }) {
    const tally = createTally()
    const workbench = await startWorkbench()
    const port = Number(new URL(workbench.url).port)
    const ask = `GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
    const sockets = Array.from({ length: many(200, 1_000) }, () => open(port, ask))
    const said = (socket: Socket, word: string) =>
      new Promise<void>(resolve => {
        let text = ''
        socket.on('data', (chunk: Buffer) => {
          text += chunk.toString()
          if (text.includes(word)) resolve()
        })
      })
    await Promise.all(sockets.map(socket => said(socket, ': connected')))
    const heard = sockets.map(socket => said(socket, '"deals"'))
    await tally.attempt('others', () => quickly(workbench))
    await workbench.read('POST', '/api/sandbox/deals', { title: 'Desks' })
    for (const [at, one] of heard.entries())
      await tally.attempt(`listener ${at}`, async () => (await one, undefined))
    for (const socket of sockets) socket.destroy()
    const { code } = await workbench.stop()
    tally.count('the workbench', code === 0 ? undefined : `has ended with ${code}`)
    return tally.total()
  },
}

export const slowConnections: Attack = {
  group: 'Workbench',
  name: 'Slow heads and bodies, which keep no other request waiting and are cut off',
  async run({ many, form }) {
    const tally = createTally()
    const workbench = await startWorkbench()
    const port = Number(new URL(workbench.url).port)
    const head = `POST /api/workflows HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`
    const token = `x-csrf-token: ${workbench.session.csrf}`
    const body = `${token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`
    const kinds = { head: `${head}x-a: `, body: head + body }
    const sockets = Object.entries(kinds).flatMap(([kind, text]) =>
      // Only what is read notices that it is closed.
      Array.from({ length: many(100, 500) }, () => ({ kind, socket: open(port, text).resume() })),
    )
    await setTimeout(500)
    for (let time = 0; time < 20; time++) await tally.attempt('others', () => quickly(workbench))
    if (form === 'long') {
      const late = setTimeout(60_000, undefined, { ref: false })
      for (const { kind, socket } of sockets) {
        const ends = Promise.race([closed(socket).then(() => true), late])
        tally.count(`slow ${kind}`, (await ends) ? undefined : 'is not cut off within 60 s')
      }
    }
    for (const { socket } of sockets) socket.destroy()
    const { wasLate } = await workbench.stop()
    tally.count('the workbench', wasLate ? 'did not end' : undefined)
    return tally.total(form === 'long' ? 'waited 60 s at most' : 'without the wait for the cut')
  },
}
