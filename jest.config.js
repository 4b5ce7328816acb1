const shared = {
  testEnvironment: '<rootDir>/test/support/environment.js',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': './test/support/strip-types.js' },
};

const withServers = {
  ...shared,
  globalSetup: '<rootDir>/test/support/postgres/setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres/teardown.ts',
};

/** What `npm test` runs of `test/servers`: one real server of each engine. `npm run test:all` runs them all. */
const ENGINES = [
  'actions/rollback', // the chain on PostgreSQL, Redis and the stand-in for Kubernetes
  'actions/rollback-db', // PostgreSQL
  'assess/prometheus',
  'backup/s3',
  'cache/single', // Redis
  'chain/environments', // random environments: PostgreSQL, Redis, and the stand-ins
  'dns/rfc2136', // BIND
  'infra/apply', // Terraform
];
const enginesAt = (root) => ENGINES.map((name) => `${root}/test/servers/${name}.test.ts`);

export default {
  // A worker keeps what the files before have left: in a run of everything it grew to 4.7 GB, and collecting that took seconds.
  workerIdleMemoryLimit: '1GB',
  testSequencer: './test/support/slowest-first.js',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  coverageReporters: ['text-summary', 'lcov'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/e2e/', '/test/owners/real/', '/test/servers/', '/node_modules/'],
    },
    { ...withServers, displayName: 'engines', testMatch: enginesAt('<rootDir>') },
    {
      ...withServers,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/servers/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...enginesAt('').map((path) => `${path}$`)],
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
    { ...shared, displayName: 'owners', testMatch: ['<rootDir>/test/owners/real/**/*.test.ts'] },
  ],
};
