import fc from 'fast-check'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { SandboxPage, Session } from '../../../workbench/api/index.ts'
import { newFolder } from '../../folder.ts'
import { createTally, type Attack } from '../attack.ts'
import { startWorkbench } from '../builtWorkbench.ts'

export const kills: Attack = {
  group: 'Workbench',
  name: 'kill -9 under edits, runs and events',
  onlyLong: true,
  async run({ many, sample }) {
    const tally = createTally()
    const folder = newFolder()
    const pauses = sample(fc.integer({ min: 50, max: 800 }), many(2, 5))
    let slowest = 0
    for (const pause of pauses)
      await tally.attempt(`after ${pause} ms`, async () => {
        const begun = performance.now()
        const workbench = await startWorkbench(folder)
        slowest = Math.max(slowest, performance.now() - begun)
        await workbench.turnOn()
        const edits = Array.from({ length: 20 }, (_, at) =>
          workbench.send('POST', '/api/sandbox/deals', `{"title":"Deal ${at}"}`),
        )
        const ended = Promise.allSettled(edits)
        await setTimeout(pause)
        await workbench.stop('SIGKILL')
        await ended
        const kept = await readFile(join(folder, 'sandbox.json'), 'utf8').catch(() => '{}')
        JSON.parse(kept)
        return undefined
      })
    const last = await startWorkbench(folder)
    const { rows } = await last.read<SandboxPage>('GET', '/api/sandbox/deals')
    tally.count('the account', rows.length > 0 ? undefined : 'is empty')
    tally.count('the end', (await last.stop()).code === 0 ? undefined : 'is none')
    return tally.total(`starts in ${(slowest / 1000).toFixed(1)} s at most`)
  },
}

const damages = (whole: string): readonly string[] => [
  ...['', ' ', '{', 'null', '[]', '{}', '\0'.repeat(1000), '{"records":null}'],
  ...[whole.slice(0, whole.length / 2), whole.replace('"title":', '"titel":')],
]

export const damagedSandbox: Attack = {
  group: 'Workbench',
  name: '`sandbox.json` damaged in ten ways',
  onlyLong: true,
  async run({ many }) {
    const tally = createTally()
    const folder = newFolder()
    await (await startWorkbench(folder)).stop()
    const file = join(folder, 'sandbox.json')
    const whole = await readFile(file, 'utf8')
    const kinds = damages(whole).slice(0, many(4, 10))
    for (const [at, damaged] of kinds.entries())
      await tally.attempt(JSON.stringify(damaged.slice(0, 20)), async () => {
        await writeFile(file, damaged)
        const workbench = await startWorkbench(folder)
        const { notices } = await workbench.read<Session>('GET', '/api/session')
        await workbench.stop()
        const kept = (await readdir(folder)).filter(name => name.startsWith('sandbox-damaged-'))
        if (kept.length !== at + 1) return 'is not kept'
        return notices.length > 0 ? undefined : 'is not said'
      })
    return tally.total()
  },
}

export const rights: Attack = {
  group: 'Workbench',
  name: 'Files of the data directory that another user could read',
  async run() {
    const tally = createTally()
    const folder = newFolder()
    const workbench = await startWorkbench(folder)
    await workbench.turnOn()
    for (const name of await readdir(folder)) {
      const found = await stat(join(folder, name))
      const mode = found.mode & 0o777
      tally.count(
        name,
        mode === (found.isDirectory() ? 0o700 : 0o600) ? undefined : `is ${mode.toString(8)}`,
      )
    }
    await workbench.stop()
    return tally.total()
  },
}
