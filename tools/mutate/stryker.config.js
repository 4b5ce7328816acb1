/** Mutation testing of what decides: `npm run mutate`, or with a file: `npm run mutate -- --mutate src/dns/plan.ts`. */
export default {
  mutate: [
    'src/service/plan.ts',
    'src/assess/{judge,levels,statistics,rows}.ts',
    'src/rollback/{order,chain,values}.ts',
    'src/database/{plan,undo}.ts',
    'src/infra/gate.ts',
    'src/dns/plan.ts',
    'src/cache/plan.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    config: {
      projects: [],
      testEnvironment: 'node',
      extensionsToTreatAsEsm: ['.ts'],
      transform: { '\\.ts$': './test/support/strip-types.js' },
      setupFiles: ['./test/support/first-failure.ts'],
      testMatch: ['<rootDir>/test/{service,assess,rollback,database,infra,dns,cache}/**/*.test.ts'],
      // A thousand deploys for each mutant would be an hour a file, and what is asserted there is their sum.
      testPathIgnorePatterns: ['/test/assess/simulation.test.ts'],
    },
  },
  coverageAnalysis: 'perTest',
  // What runs while a file of tests is loaded belongs to no test: each such mutant would take all tests, half a minute.
  ignoreStatic: true,
  concurrency: 1,
  // A machine at work must not make a mutant look like an endless loop.
  timeoutMS: 30_000,
  // Stryker would read it with TypeScript's JavaScript API, which TypeScript 7 has not; types are only erased here.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  tempDirName: 'coverage/mutants',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
};
