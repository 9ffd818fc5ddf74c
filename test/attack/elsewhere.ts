import type { Attack } from './attack.ts'

/** An attack that other tests count, as it needs a browser, a disk of its own or much time. */
export interface Elsewhere extends Pick<Attack, 'group' | 'name'> {
  /** Names of tests as they are written. */
  readonly tests: readonly string[]
}

export const elsewhere: readonly Elsewhere[] = [
  {
    group: 'Workbench',
    name: 'Script injection: names, records, outputs, errors; in Chromium',
    tests: ['markup in names, records, outputs and errors is shown as text, and runs nothing'],
  },
  {
    group: 'Workbench',
    name: 'A hostile web page in the same browser; in Chromium',
    tests: [
      'a foreign page can neither read nor change anything',
      'a foreign page can’t show the workbench within itself',
      'the sandbox, on its own and in the workbench, takes no orders from a foreign page',
    ],
  },
  {
    group: 'Workbench',
    name: 'Secrets in answers, live events, output and files',
    tests: [
      'no secret is in anything that the workbench says',
      'what an account repeats is in no answer of the workbench, and not in its files',
    ],
  },
  {
    group: 'Webhooks',
    name: 'A disk that is full, and a store that fails for a moment',
    tests: [
      'a run that the store could not keep is ended once it can, and says why',
      'a disk that is full before tokens are asked for, or once they are there, leaves the old ones',
    ],
  },
  {
    group: 'Webhooks',
    name: 'Clock jumps while events arrive',
    tests: [
      'a clock that is %s drops no event, and none waits once it is put right',
      'a pause that was made by a clock %s ends once it is put right',
    ],
  },
  {
    group: 'OAuth',
    name: 'kill -9 during a refresh',
    tests: ['a process killed while it refreshes leaves a connection that works'],
  },
  {
    group: 'Transport',
    name: 'Names and certificates that lead nowhere',
    tests: ['a write to a server that %s has not left, and may be tried again'],
  },
  {
    group: 'Store',
    name: 'Upgrades from earlier versions',
    tests: ['a data directory of version 0.1.0 opens with everything that was in it'],
  },
  {
    group: 'Store',
    name: 'Thousands of runs: size, pruning',
    tests: [
      'a run of the example takes 3 kB at the most, with all that is in its journal',
      'the file shrinks with them',
    ],
  },
  {
    group: 'Limits',
    name: '100 000 rows',
    tests: ['100 000 deals: under 10 s and 500 MB, every one listed once, and the same each time'],
  },
]
