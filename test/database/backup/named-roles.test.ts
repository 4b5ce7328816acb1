/** What a line of a dump says of owners and privileges, and how soon that is known of one that is made to be slow. */
import { describe, expect, test } from '@jest/globals';
import { namedRolesOf } from '../../../src/database/backup/named-roles.ts';

describe('a line of a dump', () => {
  test.each([
    ['GRANT SELECT ON TABLE public.t TO app;', { grantee: 'app', by: undefined }],
    ['REVOKE ALL ON TABLE public."a TO b" FROM PUBLIC;', { grantee: 'PUBLIC', by: undefined }],
    ['GRANT SELECT(a,b) ON TABLE public.t TO "x ""y" WITH GRANT OPTION;', { grantee: 'x "y', by: undefined }],
    ['GRANT ALL ON TABLE t TO a GRANTED BY b;', { grantee: 'a', by: 'b' }],
    ['REVOKE GRANT OPTION FOR SELECT ON TABLE t FROM a;', { grantee: 'a', by: undefined }],
    ['ALTER TABLE public.t OWNER TO "o ""wner";', { owner: 'o "wner' }],
    ['ALTER FUNCTION public.f(a integer, b text) OWNER TO app;', { owner: 'app' }],
    ['ALTER LARGE OBJECT 5 OWNER TO app;', { owner: 'app' }],
    [
      'ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s GRANT SELECT ON TABLES TO b;',
      { forRole: 'a', grantee: 'b' },
    ],
    [
      'ALTER DEFAULT PRIVILEGES FOR ROLE a REVOKE ALL ON TABLES FROM PUBLIC;',
      { forRole: 'a', grantee: 'PUBLIC' },
    ],
  ])('%s', (line, whose) => {
    expect(namedRolesOf(line)).toEqual(whose);
  });

  test.each([
    'ALTER DATABASE x OWNER TO app;',
    'GRANT a TO b;',
    'GRANT ALL ON DATABASE x TO b;',
    'GRANT SELECT ON t TO a; DROP TABLE x;',
    'ALTER TABLE t OWNER TO a"b;',
    `GRANT SELECT ON TABLE U&"a\\0062" TO b;`,
    "ALTER TABLE t ADD CHECK (a <> ' OWNER TO b');",
    'CREATE TABLE t (a int);',
    'ALTER TABLE t OWNER TO a; --',
  ])('%s says nothing that is carried out by the owner', (line) => {
    expect(namedRolesOf(line)).toBeUndefined();
  });
});

test.each([
  ['quotes', `GRANT ${'"'.repeat(20_000)} ON TABLE t TO a;`],
  ['words', `GRANT ${' ON a'.repeat(4000)}${' TO x'.repeat(2000)} y;`],
  ['owners', `ALTER ${' OWNER TO '.repeat(2000)};`],
  ['defaults', `ALTER DEFAULT PRIVILEGES FOR ROLE ${'"'.repeat(19_999)} GRANT;`],
])('X11: twenty thousand signs of %s are read at once', (_, line) => {
  const begun = process.cpuUsage();
  namedRolesOf(line);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(200);
});
