import { describe, expect, test } from '@jest/globals';
import {
  chooseDump,
  choosePsql,
  chooseRestore,
  restricts,
  speaksTo,
  type Tool,
} from '../../../src/systems/postgres/tools.ts';

const tools = (...versions: string[]): Tool[] =>
  versions.map((version) => ({
    name: 'pg_restore',
    path: `/${version}`,
    version,
    major: Number.parseInt(version, 10),
  }));

describe('pg_restore', () => {
  test.each([
    ['the server’s own', ['18.1', '16.4', '14.2'], { archive: 11, server: 16 }, '16.4'],
    ['the next older one', ['18.1', '14.2', '13.2'], { archive: 11, server: 16 }, '14.2'],
    ['a newer one where the archive needs it', ['18.1', '17.2', '14.2'], { archive: 16, server: 15 }, '17.2'],
    ['the newer of two minor versions', ['15.18', '15.2'], { archive: 11, server: 15 }, '15.18'],
  ])('is %s', (_, versions, need, expected) => {
    expect(chooseRestore(tools(...versions), need).version).toBe(expected);
  });

  test.each([
    [
      ['15.2'],
      /needs pg_restore 16 or newer, and the newest here is 15\.2; install it .*postgresql-client-16/,
    ],
    [[], /needs pg_restore 16 or newer, and there is none here/],
  ])('is told to be missing where there is %s', (versions, message) => {
    expect(() => chooseRestore(tools(...versions), { archive: 16, server: 15 })).toThrow(message);
  });

  test('of 17 and newer sets what older servers do not know', () => {
    expect(tools('16.1', '17.1').map((tool) => [speaksTo(tool, 16), speaksTo(tool, 17)])).toEqual([
      [true, true],
      [false, true],
    ]);
  });
});

test('pg_dump is never older than the server', () => {
  expect(chooseDump(tools('18.1', '16.1', '14.1'), { server: 15 }).version).toBe('16.1');
  expect(() => chooseDump(tools('15.1'), { server: 16 })).toThrow(/needs pg_dump 16 or newer/);
});

test('psql knows the restricted mode', () => {
  const known = ['18.0', '17.6', '16.10', '15.14', '14.19', '13.22'];
  const unknown = ['17.5', '16.9', '15.13', '14.18', '13.21', '12.22'];
  expect(tools(...known).every(restricts)).toBe(true);
  expect(tools(...unknown).some(restricts)).toBe(false);
  expect(choosePsql(tools('17.5', '16.10')).version).toBe('16.10');
  expect(() => choosePsql(tools('17.5'))).toThrow(/CVE-2025-8714\), and the newest here is 17\.5/);
});
