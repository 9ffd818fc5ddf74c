import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Ends what hangs, among tests that take minutes. */
const slow = 240_000

/** Files for which the gate has found that the machine can't have what they need. */
const leftOut = (process.env['TESTS_LEFT_OUT'] ?? '').split(' ').filter(Boolean)

const project = (name, test) => ({
  extends: true,
  test: { name, ...test },
})

/** `unit` is `npm test`; `deep` holds what is too slow for it or needs files from outside. */
export default defineConfig({
  test: {
    globals: true,
    // A busy machine starts servers slowly; a test that hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/setup.ts'],
    sequence: { groupOrder: 0 },
    // Some tests wait more than they work, so there are more workers than cores.
    maxWorkers: availableParallelism() + 1,
    projects: [
      project('unit', {
        include: ['test/**/*.test.ts'],
        exclude: ['test/deep/**', 'test/attack/attack.test.ts'],
        maxWorkers: 2 * availableParallelism(),
        sequence: { groupOrder: 2 },
        // The sources hold no state, so files of tests share them: a process loads them once.
        isolate: false,
      }),
      project('deep', {
        testTimeout: slow,
        hookTimeout: slow,
        include: ['test/deep/**/*.test.ts'],
        exclude: ['test/deep/{browser,hosts}/**', '**/*.timed.test.ts'],
      }),
      // Needs large downloads: n8n, Node 24, GraalJS.
      project('hosts', {
        testTimeout: slow,
        hookTimeout: slow,
        include: ['test/deep/hosts/**/*.test.ts'],
        exclude: leftOut,
      }),
      // Needs a browser. The one of the package is unpacked once, into the real temporary directory.
      project('browser', {
        include: ['test/deep/browser/**/*.test.ts'],
        // A browser that is short of processor time may miss the moment of a click.
        retry: 1,
        exclude: ['**/*.timed.test.ts'],
      }),
      // The same attacks, fewer of each in the short form, which is part of `npm run test:deep`.
      ...['short', 'long'].map(form =>
        project(form === 'long' ? 'attack' : 'attack-short', {
          include: ['test/attack/attack.test.ts'],
          testTimeout: slow,
          hookTimeout: slow,
          env: { ATTACK_FORM: form },
        }),
      ),
      // Measures time or memory, or wants all processors, so each file has the machine to itself, after all others.
      project('timed', {
        testTimeout: slow,
        hookTimeout: slow,
        // What another program on the machine has disturbed is measured once more.
        retry: 1,
        include: ['test/deep/**/*.timed.test.ts'],
        maxWorkers: 1,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
})
