/** K9: what logs say of writes and of their failures, on logs whose writes are known. */
import { describe, expect, test } from '@jest/globals';
import { transactionsIn } from '../../src/integrity/transactions.ts';
import { accuracy, grepped, labelledLogs } from './labelled-logs.ts';

const writesIn = (lines: readonly string[]) => transactionsIn(lines).writes;

const logs = labelledLogs(400);
const all = {
  lines: logs.flatMap(({ lines }) => lines),
  writes: logs.flatMap(({ writes }) => writes),
};

describe('K9: writes of logs', () => {
  test('there are some thousand labelled lines', () => {
    expect(all.lines.length).toBeGreaterThan(5000);
  });

  test.each(logs)(
    '$format: of what there is and of what failed nearly all is found, and hardly more',
    ({ lines, writes }) => {
      const { writes: told, failed } = accuracy(writesIn(lines), writes);
      for (const figure of [told.precision, told.recall, failed.precision, failed.recall])
        expect(figure).toBeGreaterThanOrEqual(0.99);
    },
  );

  test('the runbook’s grep is far from that on the same lines', () => {
    const ours = accuracy(
      logs.flatMap(({ lines }) => writesIn(lines)),
      all.writes,
    );
    const grep = accuracy(grepped(all.lines), all.writes);
    console.info(JSON.stringify({ lines: all.lines.length, ours, grep }));
    expect(ours.failed.recall - grep.failed.recall).toBeGreaterThan(0.3);
    expect(ours.writes.precision).toBeGreaterThan(grep.writes.precision);
  });

  test.each<[string, string[], boolean[]]>([
    [
      '`"error":null` is not an error',
      ['{"level":"info","error":null,"msg":"UPDATE users SET a = 1"}'],
      [false],
    ],
    ['a button is not a statement', ['UPDATE button', 'The DELETE button was clicked'], []],
    ['an HTTP method is none', ['DELETE /users/1 ERROR 500'], []],
    ['reading is none', ['SELECT id FROM users FOR UPDATE', "SELECT 'INSERT INTO t'"], []],
    [
      'an error two lines later',
      ['INSERT INTO t VALUES (1)', 'GET /', 'ERROR: duplicate key value violates x'],
      [true],
    ],
    ['another request’s error', ['req=1 INSERT INTO t VALUES (1)', 'ERROR req=2 deadlock detected'], [false]],
    ['words of a value', ["INSERT INTO t VALUES ('ERROR')"], [false]],
    ['a level of bunyan', ['{"level":50,"msg":"DELETE FROM t"}'], [true]],
    [
      'a time in front of JSON',
      ['2026-11-30T03:00:00Z stdout {"level":"error","sql":"DELETE FROM t"}'],
      [true],
    ],
    ['a rollback without its beginning', ['INSERT INTO t', 'ROLLBACK'], [true]],
    ['a commit', ['BEGIN', 'INSERT INTO t', 'COMMIT', 'ROLLBACK'], [false]],
  ])('%s', (_, lines, failed) => {
    expect(writesIn(lines).map((write) => write.failed)).toEqual(failed);
  });
});
