import { burst } from './burst.ts'
import { withCluster } from './cluster.ts'
import type { Installed } from './install.ts'
import { killedWorker } from './killedWorker.ts'
import { openReport, type Print, type Report } from './report.ts'

/** Queue mode, each part with a cluster of its own; `words` may name parts. */
export const runQueue = async (
  installed: Installed,
  words: readonly string[],
  print: Print,
): Promise<number> => {
  const report = openReport(print)
  const parts: Readonly<Record<string, (report: Report) => Promise<void>>> = {
    burst: async () => {
      print('500 events at once')
      await withCluster(installed, {}, cluster => burst(cluster, 500, report))
    },
    pace: async () => {
      print('300 events at 20/s on plan lite')
      await withCluster(installed, { plan: 'lite' }, async cluster => {
        await burst(cluster, 300, report, 20)
        const limited = cluster.calls.filter(({ status }) => status === 429).length
        report.check(limited === 0, `${limited} calls were answered 429`)
      })
    },
    kill: async () => {
      print('200 events at once, one worker killed in the middle')
      await withCluster(installed, {}, cluster => killedWorker(cluster, report))
    },
  }
  const named = words.filter(word => word in parts)
  for (const [name, part] of Object.entries(parts))
    if (named.length === 0 || named.includes(name)) await part(report)
  return report.failures() === 0 ? 0 : 1
}
