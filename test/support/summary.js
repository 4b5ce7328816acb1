import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Jest reporter: ends a run with how long it took, how many tests it ran, and the ten files that took longest. Where
 * FAILED_FILES names a file, the test files that failed are added to it.
 */
export default class Summary {
  #options;

  constructor(options) {
    this.#options = options;
  }

  onRunComplete(_, { startTime, testResults, numTotalTests, numPendingTests }) {
    const { rootDir, maxWorkers } = this.#options;
    const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(0)} s`;
    const files = testResults.map(({ testFilePath, perfStats, numFailingTests, testExecError }) => ({
      path: relative(rootDir, testFilePath),
      time: perfStats.end - perfStats.start,
      isFailed: numFailingTests > 0 || Boolean(testExecError),
    }));
    const slowest = files.toSorted((a, b) => b.time - a.time).slice(0, 10);
    const ran = `${numTotalTests - numPendingTests} tests in ${files.length} files`;
    console.log(
      `\n${ran}, ${seconds(Date.now() - startTime)} with ${maxWorkers} workers. The slowest files:`,
    );
    for (const { path, time } of slowest) console.log(`${seconds(time).padStart(7)}  ${path}`);
    const failed = files.filter(({ isFailed }) => isFailed).map(({ path }) => `${path}\n`);
    if (process.env.FAILED_FILES) appendFileSync(process.env.FAILED_FILES, failed.join(''));
  }
}
