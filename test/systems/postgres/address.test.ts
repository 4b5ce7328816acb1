import { describe, expect, test } from '@jest/globals';
import { authoritiesOf, environmentOf, parseAddress } from '../../../src/systems/postgres/address.ts';

describe('parseAddress', () => {
  test('reads host, port, user, password and database, percent-encoded ones too', () => {
    expect(parseAddress('postgres://us%40er:p%2Fw%3A%20%C3%A4@db.example:6543/my%20db')).toMatchObject({
      host: 'db.example',
      port: 6543,
      user: 'us@er',
      password: 'p/w: ä',
      database: 'my db',
    });
  });

  test('takes a socket, and what URLs of applications say for themselves', () => {
    const { host, database, options } = parseAddress(
      'postgres://u:p@%2Fvar%2Frun%2Fpostgresql/shop?schema=app&pgbouncer=true&application_name=api&keepalives_idle=5&connection_limit=1',
    );
    expect([host, database, options.host]).toEqual(['/var/run/postgresql', 'shop', '/var/run/postgresql']);
    expect(options).not.toHaveProperty('application_name');
  });

  test('takes sslnegotiation for both clients', () => {
    const address = parseAddress('postgres://u:p@h/d?sslmode=require&sslnegotiation=direct');
    expect(address.options).toMatchObject({ sslnegotiation: 'direct' });
    expect(environmentOf(address, 'd').PGSSLNEGOTIATION).toBe('direct');
  });

  test('means by sslmode what libpq means', () => {
    const ssl = (mode: string) => parseAddress(`postgres://u@h/d?sslmode=${mode}`).options.ssl;
    expect(ssl('disable')).toBe(false);
    expect(ssl('require')).toEqual({ rejectUnauthorized: false });
    // D21: PostgreSQL's programs are given the same, as they would look for a file of their own.
    expect(ssl('verify-full')).toEqual({ ca: expect.stringContaining('BEGIN CERTIFICATE') });
  });

  test('D21: takes `sslrootcert=system` for what this machine trusts, and checks the name', () => {
    const address = parseAddress('postgres://u@h/d?sslmode=require&sslrootcert=system');
    expect(address.options.ssl).toEqual({ ca: expect.stringContaining('BEGIN CERTIFICATE') });
    expect(environmentOf(address, 'd').PGSSLMODE).toBe('verify-full');
    expect(authoritiesOf(address.parameters)).toBe((address.options.ssl as { ca: string }).ca);
    expect(() => parseAddress('postgres://u@h/d?sslmode=verify-ca')).toThrow(
      /has sslmode=verify-ca and no sslrootcert/,
    );
  });

  test.each([
    ['shop', /is not a URL/],
    ['mysql://u@h/d', /begins with mysql:\/\//],
    ['postgres://h/d', /names no user;/],
    ['postgres://u:geheim@a:5432,b:5432/d', /names several hosts; name the primary alone/],
    ['postgres://u@h', /names no database;/],
    ['postgres://u@h/d?sslmod=require', /has the parameter "sslmod"/],
    ['postgres://u:geheim@h/d?sslmode=no-verify', /What Node calls no-verify is require/],
    ['postgres://u@h/d?constructor=1', /has the parameter "constructor"/],
    ['postgres://u:geheim@h/d?sslmode=verify-full&sslrootcert=/nowhere.pem', /names the file \/nowhere.pem/],
    ['postgres://u:geheim%@h/d', /percent-encoded/],
  ])('%s is refused without repeating the password', (url, message) => {
    expect(() => parseAddress(url)).toThrow(message);
    expect(() => parseAddress(url)).not.toThrow(/geheim/);
  });
});

test('environmentOf tells the same to the programs of PostgreSQL', () => {
  const address = parseAddress('postgres://u:p%20w@h:5433/d?sslmode=verify-full&options=-c%20geqo%3Doff');
  expect(environmentOf(address, 'other')).toEqual({
    PGHOST: 'h',
    PGPORT: '5433',
    PGUSER: 'u',
    PGPASSWORD: 'p w',
    PGDATABASE: 'other',
    PGAPPNAME: 'rollback-actions',
    PGCONNECT_TIMEOUT: '10',
    PGSSLMODE: 'verify-full',
    PGOPTIONS: '-c geqo=off',
  });
});
