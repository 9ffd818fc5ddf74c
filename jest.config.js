import { availableParallelism } from 'node:os'

const shared = {
  testEnvironment: '<rootDir>/test/environment.js',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/.*package.json'],
}

/** `unit` is `npm test`; `deep` holds what is too slow for it or needs files from outside. */
export default {
  // A busy machine starts servers slowly; a test that hangs still ends.
  testTimeout: 20_000,
  // Some tests wait more than they work, so there is one more worker than cores.
  maxWorkers: availableParallelism() + 1,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/deep/', '<rootDir>/test/attack/attack.test.ts'],
    },
    {
      ...shared,
      displayName: 'deep',
      testMatch: ['<rootDir>/test/deep/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/deep/browser/'],
    },
    // The same attacks, fewer of each in the short form, which is part of `npm run test:deep`.
    ...['short', 'long'].map(attackForm => ({
      ...shared,
      displayName: attackForm === 'long' ? 'attack' : 'attack-short',
      globals: { attackForm },
      testMatch: ['<rootDir>/test/attack/attack.test.ts'],
    })),
    // Needs a browser. The one of the package is unpacked once, into the real temporary directory.
    {
      ...shared,
      testEnvironment: 'node',
      displayName: 'browser',
      testMatch: ['<rootDir>/test/deep/browser/**/*.test.ts'],
    },
  ],
}
