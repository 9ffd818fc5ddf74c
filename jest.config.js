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
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/deep/'],
    },
    {
      ...shared,
      displayName: 'deep',
      testMatch: ['<rootDir>/test/deep/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/deep/browser/'],
    },
    // Needs a browser. The one of the package is unpacked once, into the real temporary directory.
    {
      ...shared,
      testEnvironment: 'node',
      displayName: 'browser',
      testMatch: ['<rootDir>/test/deep/browser/**/*.test.ts'],
    },
  ],
}
