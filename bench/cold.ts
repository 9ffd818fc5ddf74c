import { leadId } from './contenders.ts'
import { short, type Figure } from './figures.ts'
import { runProcess, type Run } from './processes.ts'
import { median, spreadOf } from './rounds.ts'
import { program } from './startServer.ts'

const rounds = 15
const cli = 'dist/bundle/cli/index.js'
/** Where `@activepieces/piece-pipedrive` was installed, to be measured too. */
const piece = process.env['BENCH_PIECE_FOLDER']

/** Processes that have just started, as a step runner starts one for each step. */
export const cold = async (url: string): Promise<readonly Figure[]> => {
  const runs = await inTurn({
    empty: [program('empty')],
    component: [program('component'), url, leadId],
    official: [program('official'), url, leadId],
    importComponent: [program('importComponent')],
    importOfficial: [program('importOfficial')],
    ...(piece !== undefined && { importPiece: [program('importPiece'), piece] }),
    list: [cli, 'list'],
    command: [
      cli,
      'run',
      'getLeadDetails',
      '--url',
      url,
      '--input',
      JSON.stringify({ id: leadId }),
    ],
  })
  const over = (name: string, what: 'firstMs' | 'endMs') =>
    runs(name).map((run, round) => run[what] - (runs('empty')[round]?.[what] ?? Number.NaN))
  const beside = (ms: readonly number[]) => `official ${short(median(ms))} ms`
  const official = over('official', 'firstMs')
  const ratios = over('component', 'firstMs').map((ms, round) => ms / (official[round] ?? NaN))
  const line = (measure: string, ms: readonly number[], max?: number): Figure => ({
    ...{ measure, value: `${short(median(ms))} ms`, result: median(ms), spread: spreadOf(ms) },
    ...(max !== undefined && { goal: { max, unit: 'ms' } }),
  })
  const memory = runs('component').map(run => run.peakMegabytes)
  return [
    {
      measure: 'process start → first result, less an empty process',
      value: `${short(median(over('component', 'firstMs')))} ms`,
      beside: beside(official),
      ...{ result: median(ratios), spread: spreadOf(ratios) },
      goal: { max: 0.4, unit: '× official' },
    },
    {
      measure: 'the same, peak memory',
      value: `${short(median(memory))} MB`,
      beside: `official ${short(median(runs('official').map(run => run.peakMegabytes)))} MB`,
      ...{ result: median(memory), spread: spreadOf(memory), goal: { max: 70, unit: 'MB' } },
    },
    line('the same, until the process has ended', over('component', 'endMs')),
    line('`run getLeadDetails`, until the process has ended', over('command', 'endMs')),
    {
      ...line('import of the component alone', over('importComponent', 'firstMs'), 8),
      beside: [
        beside(over('importOfficial', 'firstMs')),
        ...(piece === undefined
          ? []
          : [`Activepieces ${short(median(over('importPiece', 'firstMs')))} ms`]),
      ].join(', '),
    },
    line('`list`, less an empty process', over('list', 'endMs'), 35),
  ]
}

const inTurn = async (
  programs: Readonly<Record<string, readonly string[]>>,
): Promise<(name: string) => readonly Run[]> => {
  const runs = new Map(Object.keys(programs).map(name => [name, Array<Run>()]))
  for (let round = -2; round < rounds; round++)
    for (const [name, words] of Object.entries(programs)) {
      const run = await runProcess(words, { PIPEDRIVE_ACCESS_TOKEN: 'token' })
      if (round >= 0) runs.get(name)?.push(run)
    }
  return name => runs.get(name) ?? []
}
