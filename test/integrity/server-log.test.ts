import { expect, test } from '@jest/globals';
import { errorsIn, formatOf } from '../../src/integrity/server-log.ts';

const CSV = [
  `2026-11-22 10:00:00.123 UTC,"bob","app",4711,"[local]",64a.1,7,"INSERT",2026-11-22 09:00:00 UTC,3/42,0,ERROR,23505,"duplicate key ""x""\nsecond line",,,,,,"INSERT INTO t VALUES (1)",,,"psql","client backend",,0`,
  `2026-11-22 10:00:01.000 UTC,"bob","app",4711,"[local]",64a.1,8,"idle",2026-11-22 09:00:00 UTC,3/43,0,LOG,00000,"statement: ERROR: not one",,,,,,,,,"psql","client backend",,0`,
].join('\n');

test('csvlog', () => {
  expect(errorsIn(`${CSV}\n`, 'csv')).toEqual([
    {
      at: new Date('2026-11-22T10:00:00.123Z'),
      severity: 'ERROR',
      code: '23505',
      database: 'app',
      message: 'duplicate key "x"\nsecond line',
      transaction: '64a.1 3/42',
    },
  ]);
});

test('csvlog that is cut at both ends, in the middle of quotes', () => {
  const cut = `of "a statement", that was cut\nand more",,,"x"\n${CSV}\n2026-11-22 10:00:02.000 UTC,"bob","app",1,"[local]",64a.1,9,"INS`;
  expect(errorsIn(cut, 'csv').map(({ code }) => code)).toEqual(['23505']);
});

test('jsonlog, with a line that is still being written', () => {
  const line = (more: object) =>
    JSON.stringify({
      timestamp: '2026-11-22 10:00:00.5 +01',
      session_id: 's',
      vxid: '3/1',
      dbname: 'app',
      error_severity: 'ERROR',
      message: 'm',
      ...more,
    });
  const text = [line({ state_code: '40P01' }), line({ error_severity: 'LOG' }), '{"timestamp": "2026'].join(
    '\n',
  );
  expect(errorsIn(text, 'json')).toEqual([
    {
      at: new Date('2026-11-22T09:00:00.5Z'),
      severity: 'ERROR',
      code: '40P01',
      database: 'app',
      message: 'm',
      transaction: 's 3/1',
    },
  ]);
});

test('stderr, whatever its prefix is; a time zone that could be several is not a time', () => {
  const text = `2026-11-22 10:00:00.5 UTC [42] bob@app ERROR:  division by zero
2026-11-22 10:00:00.5 UTC [42] bob@app STATEMENT:  SELECT 1/0
2026-11-22 10:00:01 IST [42] FATAL:  57P01: terminating connection
[42] LOG:  ready`;
  expect(errorsIn(text, 'stderr')).toMatchObject([
    {
      at: new Date('2026-11-22T10:00:00.5Z'),
      severity: 'ERROR',
      code: undefined,
      message: 'division by zero',
    },
    { at: undefined, severity: 'FATAL', code: '57P01', message: 'terminating connection' },
  ]);
});

test('the format is told by the name', () => {
  expect(['a.csv', 'a.json', 'a.log', 'postgresql'].map(formatOf)).toEqual([
    'csv',
    'json',
    'stderr',
    'stderr',
  ]);
});
