const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': './test/support/strip-types.js' },
};

export default {
  testSequencer: './test/support/slowest-first.js',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  coverageReporters: ['text-summary', 'lcov'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/e2e/', '/test/servers/', '/node_modules/'],
    },
    {
      ...shared,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/servers/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/postgres/setup.ts',
      globalTeardown: '<rootDir>/test/support/postgres/teardown.ts',
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
