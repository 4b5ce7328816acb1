import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../../support/postgres/database.ts';
import { Checkout } from '../../support/terraform/checkout.ts';
import { infraProgram, PROGRAMS } from '../../support/terraform/programs.ts';

const version = (number: number) => ({
  '.gitignore': '.terraform*\n*.tfstate*\n',
  'main.tf': `
    terraform {
      backend "pg" {}
    }
    resource "terraform_data" "api" { input = "${number}" }
  `,
});

describe.each(PROGRAMS)('with %s', (name) => {
  let program: string;
  let database: TestDatabase;
  let checkout: Checkout;
  beforeAll(() => {
    program = infraProgram(name);
  });
  beforeEach(async () => {
    database = await createDatabase('18');
    checkout = new Checkout(program);
    checkout.commit('v1', version(1)).commit('v2', version(2)).deploy(environment());
  });
  afterEach(async () => {
    checkout.remove();
    await database.drop();
  });

  const connection = (url = database.url) => `${url}?sslmode=disable`;
  const environment = () => ({ PG_CONN_STR: connection() });
  const input = () => checkout.state(environment())['terraform_data.api']?.input;

  test('a state in PostgreSQL goes back, with the credentials in `backend-config` or in the environment', async () => {
    const first = await checkout.roll({ ref: 'v1', 'backend-config': `conn_str=${connection()}` });
    expect([first.errors, first.outputs.result, input()]).toEqual([[], 'done', '1']);
    const second = await checkout.roll({ ref: 'v2' }, { env: environment() });
    expect([second.errors, second.outputs.result, input()]).toEqual([[], 'done', '2']);
  });

  describe('one sentence for', () => {
    const failing = async (change: (url: URL) => void, inputs: Record<string, string> = {}) => {
      const url = new URL(connection());
      change(url);
      const { errors, exitCode, log, summary } = await checkout.roll({
        ref: 'v1',
        'backend-config': `conn_str=${url}`,
        ...inputs,
      });
      expect(exitCode).toBe(1);
      const shown = log.replace(/^::add-mask::.*$/gm, '');
      for (const text of [shown, summary]) expect(text).not.toContain(decodeURIComponent(url.password));
      return errors[0];
    };

    test('wrong credentials', async () => {
      expect(
        await failing((url) => {
          url.password = 'not-the-password';
        }),
      ).toMatch(
        /^The backend or a provider of \. does not accept the credentials: pq: password authentication failed/,
      );
    });

    test('a host that nobody reaches', async () => {
      expect(
        await failing((url) => {
          url.port = '1';
        }),
      ).toMatch(
        /^The backend or a provider of \. cannot be reached: dial tcp .*: connect: connection refused; check/,
      );
    });

    test('a server without TLS where TLS is asked for', async () => {
      expect(
        await failing((url) => {
          url.searchParams.set('sslmode', 'require');
        }),
      ).toMatch(/^The connection to the backend or a provider of \. is not secure: pq: SSL is not enabled/);
    });
  });

  describe('a lock that a deploy has in PostgreSQL', () => {
    const at = (name: string) => join(checkout.path, '..', name);
    /** Terraform itself in another checkout of the same state, in the middle of an apply until `go` is there. */
    async function deploying(): Promise<{ end(): Promise<void> }> {
      const other = new Checkout(program);
      const wait = `provisioner "local-exec" { command = "touch ${at('started')}; while [ ! -e ${at('go')} ]; do sleep 0.1; done" }`;
      other.commit('v3', {
        'main.tf': `${version(2)['main.tf']}\nresource "terraform_data" "slow" {\n${wait}\n}\n`,
      });
      other.terraform(['init', '-input=false'], environment());
      const env = { ...process.env, ...environment() };
      const deploy = spawn(program, ['apply', '-auto-approve'], { cwd: other.path, env, stdio: 'ignore' });
      const ended = new Promise((done) => deploy.once('exit', done));
      while (!existsSync(at('started'))) await new Promise((next) => setTimeout(next, 20));
      return {
        async end() {
          writeFileSync(at('go'), '');
          await ended;
          other.remove();
        },
      };
    }

    test('is told with who has it and since when, waited for, and never broken', async () => {
      const before = new Date();
      const deploy = await deploying();
      try {
        for (const given of [{ env: environment() }, { 'backend-config': `conn_str=${connection()}` }]) {
          const { env, ...inputs } = { env: {}, ...given };
          const wanted = { ref: 'v1', 'lock-timeout': '1s', ...inputs };
          const { errors, log, record } = await checkout.roll(wanted, { env });
          const { username, password } = new URL(database.url);
          const [, user, since = ''] =
            /^The state of \. is locked by (\S+) from 127\.0\.0\.1, connected since (\S+) as process \d+ of PostgreSQL; wait until that run has ended: its lock ends with its connection\.$/.exec(
              errors[0] ?? '',
            ) ?? [];
          expect([errors[0], user]).toEqual([errors[0], username]);
          expect(Date.parse(since)).toBeGreaterThan(before.getTime());
          const said = log.replace(/^::add-mask::.*$/gm, '') + JSON.stringify(record);
          expect(said).not.toContain(`:${password}@`);
          expect(log).toContain(`::add-mask::${decodeURIComponent(password)}\n`);
        }
      } finally {
        await deploy.end();
      }
    });

    test('is had when its holder has ended', async () => {
      const deploy = await deploying();
      const waiting = checkout.start(
        { ref: 'v1', 'lock-timeout': '50s', 'allow-destroy': 'terraform_data.slow' },
        { env: environment() },
      );
      await new Promise<void>((heard) =>
        waiting.process.stdout?.on('data', () => waiting.log().includes('Waiting for the lock') && heard()),
      );
      await deploy.end();
      const { errors, outputs } = await waiting.result;
      expect([errors, outputs.result]).toEqual([[], 'done']);
    });

    test('is still told of where PostgreSQL does not say whose it is', async () => {
      const [row] = await database.query<{ id: string }>('SELECT id FROM terraform_remote_state.states');
      const { default: pg } = await import('pg');
      const holder = new pg.Client({ connectionString: database.url });
      await holder.connect();
      try {
        await holder.query('SELECT pg_advisory_lock($1)', [row?.id]);
        const { hostname, port, username, password, pathname } = new URL(database.url);
        const quoted = decodeURIComponent(password).replace(/[\\']/g, '\\$&');
        // What a URL says as words, which Terraform understands and we do not.
        const words = `host=${hostname} port=${port} user=${username} password='${quoted}' dbname=${pathname.slice(1)} sslmode=disable`;
        const { errors } = await checkout.roll(
          { ref: 'v1', 'lock-timeout': '1s' },
          { env: { PG_CONN_STR: words } },
        );
        expect(errors[0]).toMatch(
          /^The state of \. is locked by another run, and this backend does not tell which \(/,
        );
        expect(input()).toBe('2');
      } finally {
        await holder.end();
      }
    });
  });

  describe('a local state', () => {
    let other: Checkout;
    afterAll(() => other.remove());

    test('that a deploy has locked: who it is and since when, and never broken', async () => {
      other = new Checkout(program);
      const at = (name: string) => join(other.path, '..', name);
      const wait = `provisioner "local-exec" { command = "touch ${at('started')}; while [ ! -e ${at('go')} ]; do sleep 0.1; done" }`;
      other.commit('v1', { 'main.tf': `resource "terraform_data" "api" {\n${wait}\n}\n` });
      other.terraform(['init', '-input=false']);
      const deploy = spawn(program, ['apply', '-auto-approve'], { cwd: other.path, stdio: 'ignore' });
      const ended = new Promise((done) => deploy.once('exit', done));
      while (!existsSync(at('started'))) await new Promise((next) => setTimeout(next, 20));
      try {
        const { errors } = await other.roll({ ref: 'v1', 'lock-timeout': '1s' });
        expect(errors[0]).toMatch(
          /^The state of \. is locked by \S+@\S+ since 20\S+ \S+ \+0000 UTC \(apply, lock [0-9a-f-]{36}\); wait until that run has ended; only where it is dead for certain, `terraform force-unlock [0-9a-f-]{36}`\.$/,
        );
      } finally {
        writeFileSync(at('go'), '');
        await ended;
      }
    });
  });
});
