import { expect, test } from '@jest/globals';
import { blockersOf, warningsOf } from '../../src/database/blockers.ts';
import type { Observed } from '../../src/database/observe.ts';

const free: Observed = {
  live: {
    oid: 1,
    name: 'shop',
    owner: 'shop_owner',
    template: false,
    connectionLimit: -1,
    comment: null,
    note: undefined,
    trusted: true,
  },
  ours: [],
  strangers: [],
  role: { name: 'shop_owner', superuser: false, createdb: true, owner: true, closedTablespace: null },
  prepared: [],
  slots: [],
  subscriptions: [],
  clients: [],
  readOnlyFor: [],
  inRecovery: false,
};

const cdc = { name: 'debezium', active: true };
const feed = { name: 'from_erp', enabled: true };
const stuck = {
  pid: 7,
  user: 'postgres',
  application: 'monitor',
  address: '10.0.0.7',
  endable: false,
  worker: null,
};

test.each<[string, Partial<Observed>, RegExp[]]>([
  ['nothing', {}, []],
  [
    'a slot in use',
    { slots: [cdc, { name: 'idle', active: false }] },
    [/^the replication slots debezium are/],
  ],
  ['an enabled subscription', { subscriptions: [feed] }, [/^the subscriptions from_erp are enabled/]],
  ['prepared transactions', { prepared: ['a', 'b'] }, [/\(a, b\): COMMIT PREPARED/]],
  ['a session of a superuser', { clients: [stuck] }, [/postgres "monitor" from 10.0.0.7, pid 7/]],
  [
    'D8: a background worker of an extension',
    { clients: [{ ...stuck, worker: 'pg_cron launcher' }] },
    [/^background workers .* \(pg_cron launcher, pid 7\): with a superuser/],
  ],
  ['a standby', { inRecovery: true }, [/^the server is a standby .*: name the primary/]],
  ['a session that may be ended', { clients: [{ ...stuck, endable: true }] }, []],
  [
    'all that at once',
    { slots: [cdc], subscriptions: [feed], prepared: ['a'] },
    [/\(a\)/, /debezium/, /from_erp/],
  ],
  [
    'a tablespace of others',
    { role: { ...free.role, closedTablespace: 'fast' } },
    [/GRANT CREATE ON TABLESPACE/],
  ],
  ['a role without rights', { role: { ...free.role, createdb: false, owner: false } }, [/own/, /CREATEDB/]],
])('%s: each blocker is named', (_, more, expected) => {
  const found = blockersOf({ ...free, ...more }, { stopsTraffic: false });
  expect(found).toEqual(expected.map((words) => expect.stringMatching(words)));
});

test('whose users are sent away first is not kept by a session yet', () => {
  expect(blockersOf({ ...free, clients: [stuck] }, { stopsTraffic: true })).toEqual([]);
});

test('what stays with the replaced database is a warning', () => {
  const off = { ...feed, enabled: false };
  const warnings = warningsOf({ ...free, slots: [{ ...cdc, active: false }], subscriptions: [off] });
  expect(warnings).toEqual([expect.stringMatching(/debezium/), expect.stringMatching(/from_erp/)]);
});

// jhu-bids/TermHub#404: whoever restored it went on failing with "cannot execute INSERT in a read-only transaction".
test('what was set to keep users out stays set, which is said', () => {
  const live = { ...free.live, connectionLimit: 0 };
  expect(warningsOf({ ...free, live, readOnlyFor: [null, 'app'] })).toEqual([
    expect.stringMatching(/^"shop" is set to be read only \(.*: ALTER DATABASE "shop" RESET default_/),
    expect.stringMatching(/read only for "app" .*: ALTER ROLE "app" IN DATABASE "shop" RESET default_/),
    expect.stringMatching(/CONNECTION LIMIT 0\), and stays so .*: ALTER DATABASE "shop" CONNECTION LIMIT -1/),
  ]);
});
