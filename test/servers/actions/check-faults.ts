/** Each fault that keeps a platform from being rolled back, by what it is: how it comes about, and which check finds it. */
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, USER } from '../../support/distribution.ts';
import { queryOn, urlOf } from '../../support/postgres/database.ts';
import { pullSecret } from '../../support/registry.ts';
import { closedPort } from '../../systems/scripted-server.ts';
import type { Healthy, Sections } from './readiness.ts';

const CORE = '/api/v1/namespaces/shop';
const APPS = '/apis/apps/v1/namespaces/shop';

export type Undo = () => unknown;
export interface Fault {
  readonly seed: () => Promise<Undo> | Undo;
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
}

/** The faults, and the environments of those that are known only once the servers run. */
export function faultsOf(healthy: () => Healthy) {
  const shop = () => healthy().platform.shop;
  const database = () => healthy().platform.database;
  const configured = (change: (environment: Sections) => void): Fault => ({
    seed: () => {
      healthy().configure(change);
      return () => healthy().configure();
    },
  });
  const component = (name: string, values: Record<string, unknown>) =>
    configured(({ components }) => Object.assign(components[name] as object, values));
  const notify = (values: Record<string, unknown>) =>
    configured(({ notify: own }) => Object.assign(own as object, values));
  const judged = (values: Record<string, unknown>) =>
    configured(({ assess: own }) => Object.assign(own as object, values));

  /** A Deployment with other metadata or spec for a while. */
  const patched = (body: object, back: object): Fault => ({
    seed: async () => {
      await shop().patch('api', body);
      return () => shop().patch('api', back);
    },
  });
  const annotated = (values: Record<string, string>): Fault => {
    const none = Object.fromEntries(Object.keys(values).map((key) => [key, null]));
    return patched({ metadata: { annotations: values } }, { metadata: { annotations: none } });
  };
  const labelled = (values: Record<string, string>): Fault => {
    const none = Object.fromEntries(Object.keys(values).map((key) => [key, null]));
    return patched({ metadata: { labels: values } }, { metadata: { labels: none } });
  };

  /** Another pull secret for a while. */
  const pullSecretOf = (auths: Parameters<typeof pullSecret>[1] | undefined): Fault => ({
    seed: async () => {
      await shop().delete(`${CORE}/secrets/pull`);
      if (auths) await shop().create(`${CORE}/secrets`, pullSecret('pull', auths));
      return async () => {
        if (auths) await shop().delete(`${CORE}/secrets/pull`);
        const right = { [healthy().registry.host]: { auth: `${USER}:${PASSWORD}` } };
        await shop().create(`${CORE}/secrets`, pullSecret('pull', right));
      };
    },
  });

  /** All revisions of a workload, with another mark for a while. */
  const markOf = (mark: string | null): Fault => ({
    seed: async () => {
      const sets = (await shop().replicaSets()).filter(({ metadata }) => metadata.name.startsWith('api-'));
      const write = (name: string, good: string | null) =>
        shop().merge(`${APPS}/replicasets/${name}`, {
          metadata: { annotations: { 'rollback-actions/good': good } },
        });
      for (const { metadata } of sets) await write(metadata.name, mark);
      return async () => {
        for (const { metadata } of sets)
          await write(metadata.name, metadata.annotations?.['rollback-actions/good'] ?? null);
      };
    },
  });

  /** Another file as the backup. */
  const backupOf = (make: (path: string) => void, values: Record<string, unknown> = {}): Fault => ({
    seed: () => {
      const path = join(healthy().platform.temp, 'other.dump');
      make(path);
      healthy().configure(({ components }) =>
        Object.assign(components.orders as object, { backup: path, ...values }),
      );
      return () => {
        rmSync(path, { force: true });
        rmSync(`${path}.sha256`, { force: true });
        healthy().configure();
      };
    },
  });

  /** Something in the database for a while. */
  const sql = (statement: string, back: string): Fault => ({
    seed: async () => {
      await queryOn(urlOf(database().place, database().name), statement);
      return () => queryOn(urlOf(database().place, database().name), back);
    },
  });
  const role = () => `"${database().owner}"`;
  const withUrl =
    (change: (url: URL) => void): (() => Record<string, string>) =>
    () => {
      const url = new URL(database().url);
      change(url);
      return { DATABASE_URL: url.toString() };
    };

  const faults: Record<string, [Fault | (() => Fault), expected: string]> = {
    'a workload of the configuration is not there': [
      component('services', { workloads: ['api', 'gone'] }),
      'services good revision not-ready',
    ],
    'nothing is marked good': [markOf(null), 'services good revision at-risk'],
    'a mark that nobody can read': [markOf('{'), 'services good revision at-risk'],
    'a mark of another revision': [
      markOf(
        JSON.stringify({ revision: 'another', at: '2026-01-01T00:00:00Z', run: '1', images: {}, config: {} }),
      ),
      'services good revision at-risk',
    ],
    'a history that keeps one revision': [
      patched({ spec: { revisionHistoryLimit: 1 } }, { spec: { revisionHistoryLimit: 10 } }),
      'services history at-risk',
    ],
    'an expired pull secret': [
      () => pullSecretOf({ [healthy().registry.host]: { auth: `${USER}:expired` } }),
      'services images not-ready',
    ],
    'a pull secret that is gone': [pullSecretOf(undefined), 'services references not-ready'],
    'an image that was deleted': [
      {
        seed: async () => {
          const [, digest = ''] = (healthy().images.api ?? '').split('@');
          await healthy().registry.delete('api', digest);
          return () => healthy().registry.restore('api', digest);
        },
      },
      'services images not-ready',
    ],
    'Argo CD would undo it': [
      annotated({ 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/api' }),
      'services owner not-ready',
    ],
    'Flux would undo it': [
      labelled({
        'kustomize.toolkit.fluxcd.io/name': 'shop',
        'kustomize.toolkit.fluxcd.io/namespace': 'flux',
      }),
      'services owner not-ready',
    ],
    'Config Sync would undo it': [
      annotated({ 'configmanagement.gke.io/managed': 'enabled' }),
      'services owner not-ready',
    ],
    'a paused rollout': [
      patched({ spec: { paused: true } }, { spec: { paused: null } }),
      'services owner at-risk',
    ],
    'nodes that are all cordoned': [
      {
        seed: async () => {
          const names = new Set((await shop().pods()).flatMap(({ spec }) => spec.nodeName ?? []));
          const cordon = async (unschedulable: boolean | null) => {
            for (const name of names)
              await shop().merge(`/api/v1/nodes/${name}`, { spec: { unschedulable } });
          };
          await cordon(true);
          return () => cordon(null);
        },
      },
      'services node pools at-risk',
    ],
    'a kubeconfig that is not accepted': [
      configured(({ defaults }) => {
        const path = join(healthy().platform.temp, 'expired-kubeconfig');
        const { kubeconfig, token } = shop().api;
        writeFileSync(path, readFileSync(kubeconfig, 'utf8').replaceAll(token, 'expired-token-of-nobody'));
        Object.assign(defaults as object, { kubeconfig: path });
      }),
      'services good revision not-ready',
    ],
    'a policy that denies the good revision': [
      {
        seed: () => {
          shop().api.setPolicy(({ kind }) => (kind === 'Deployment' ? 'images must be signed' : undefined));
          return () => shop().api.setPolicy(undefined);
        },
        inputs: { depth: 'full' },
      },
      'services dry run not-ready',
    ],
    'a backup that is not there': [
      component('orders', { backup: '/nowhere/backup.dump' }),
      'orders backup not-ready',
    ],
    'a backup that is cut off': [
      backupOf((path) => {
        database().dump(path, '--format=custom');
        truncateSync(path, Math.floor(statSync(path).size * 0.7));
      }),
      'orders backup not-ready',
    ],
    'a backup that is empty': [backupOf((path) => writeFileSync(path, '')), 'orders backup not-ready'],
    'a backup that is something else': [
      backupOf((path) => writeFileSync(path, 'not a backup at all')),
      'orders backup not-ready',
    ],
    'a plain backup that is cut off': [
      backupOf((path) => {
        database().dump(path);
        truncateSync(path, Math.floor(statSync(path).size * 0.7));
      }),
      'orders backup not-ready',
    ],
    'a backup with another checksum': [
      backupOf((path) => {
        database().dump(path, '--format=custom');
        writeFileSync(`${path}.sha256`, `${'0'.repeat(64)}  other.dump\n`);
      }),
      'orders backup not-ready',
    ],
    'a backup without rows': [
      backupOf((path) => database().dump(path, '--format=custom', '--schema-only')),
      'orders contents at-risk',
    ],
    'a backup that leaves a table out': [
      backupOf((path) => database().dump(path, '--format=custom', '--exclude-table-data=users')),
      'orders contents at-risk',
    ],
    'a backup that does not restore': [
      {
        ...backupOf((path) => {
          database().dump(path);
          const orphan = '\t99999\tuser777@example.com';
          writeFileSync(path, readFileSync(path, 'utf8').replace('\t178\tuser777@example.com', orphan));
        }),
        inputs: { depth: 'full', restore: 'true' },
      },
      'orders restore not-ready',
    ],
    'a backup that is too old': [component('orders', { 'max-data-loss': '1s' }), 'orders backup not-ready'],
    'a backup of another database': [
      component('orders', { 'backup-database': 'warehouse' }),
      'orders backup not-ready',
    ],
    'a wrong password': [{ seed: () => () => {}, env: {} }, 'orders server not-ready'],
    'a server that is down': [{ seed: () => () => {}, env: {} }, 'orders server not-ready'],
    'a database that is not there': [{ seed: () => () => {}, env: {} }, 'orders server not-ready'],
    'a prepared transaction': [
      {
        seed: async () => {
          const url = urlOf(database().place, database().name);
          await queryOn(
            url,
            `BEGIN; CREATE TABLE pending (x int); PREPARE TRANSACTION 'pending-${database().name}'`,
          );
          return () => queryOn(url, `ROLLBACK PREPARED 'pending-${database().name}'`);
        },
      },
      'orders obstacles not-ready',
    ],
    'a replication slot': [
      sql(
        `SELECT pg_create_logical_replication_slot('cdc_of_check', 'test_decoding')`,
        `SELECT pg_drop_replication_slot('cdc_of_check')`,
      ),
      'orders obstacles at-risk',
    ],
    'a role that may not create databases': [
      {
        seed: async () => {
          await queryOn(urlOf(database().place), `ALTER ROLE ${role()} NOCREATEDB`);
          return () => queryOn(urlOf(database().place), `ALTER ROLE ${role()} CREATEDB`);
        },
        inputs: { depth: 'full' },
      },
      'orders rights not-ready',
    ],
    'a secret that does not exist': [
      { seed: () => () => {}, env: { DATABASE_URL: '' } },
      'orders configuration at-risk',
    ],
    'a cache that is down': [{ seed: () => () => {}, env: {} }, 'carts plan not-ready'],
    'a cache with another password': [{ seed: () => () => {}, env: {} }, 'carts plan not-ready'],
    "Slack's token is revoked": [
      { seed: () => () => {}, env: { SLACK: 'xoxb-revoked-token-of-nobody' } },
      'notify slack at-risk',
    ],
    "Slack's token is not there": [
      { seed: () => () => {}, env: { SLACK: '' } },
      'notify configuration at-risk',
    ],
    'no channel for Slack': [notify({ 'slack-channel': undefined }), 'notify slack at-risk'],
    'a mail server that refuses the log-in': [{ seed: () => () => {}, env: {} }, 'notify email at-risk'],
    'a mail server that is down': [{ seed: () => () => {}, env: {} }, 'notify email at-risk'],
    'nobody to send mails to': [notify({ 'email-to': '' }), 'notify email at-risk'],
    'a webhook that does not answer': [
      { seed: () => () => {}, env: { WEBHOOK: 'http://127.0.0.1:12/hook' } },
      'notify webhook at-risk',
    ],
    'a webhook of Teams that does not answer': [
      { seed: () => () => {}, env: { TEAMS: 'http://127.0.0.1:12/x' } },
      'notify teams at-risk',
    ],
    'a webhook of Slack that does not answer': [
      { seed: () => () => {}, env: { SLACK_WEBHOOK: 'http://127.0.0.1:12/x' } },
      'notify slack webhook at-risk',
    ],
    'PagerDuty does not answer': [
      notify({ 'pagerduty-url': 'http://127.0.0.1:12' }),
      'notify pagerduty at-risk',
    ],
    'Prometheus does not answer': [
      judged({ 'prometheus-url': 'http://127.0.0.1:12' }),
      'assess signals at-risk',
    ],
    'a query without a series': [judged({ 'error-rate-query': 'no_such_metric' }), 'assess signals at-risk'],
    'a query that is none': [judged({ 'latency-query': 'sum(' }), 'assess signals at-risk'],
    'a query that gives several series': [
      judged({
        'outage-query':
          'label_replace(vector(1), "a", "1", "", "") or label_replace(vector(0), "a", "2", "", "")',
      }),
      'assess signals at-risk',
    ],
    'the last rollback took too long': [
      {
        seed: () => {
          const path = join(healthy().platform.temp, 'history.jsonl');
          const run = {
            id: '1-1',
            at: '2026-11-20T03:00:00Z',
            environment: 'prod',
            outcome: 'done',
            seconds: 7200,
            components: { [`database/${database().name}`]: 7200 },
          };
          writeFileSync(path, `${JSON.stringify(run)}\n`);
          return () => rmSync(path);
        },
      },
      'orders time at-risk',
    ],
  };

  /** Environments of faults that are known only once the servers run. */
  const environments: Record<string, () => Promise<Record<string, string>> | Record<string, string>> = {
    'a wrong password': withUrl((url) => {
      url.password = 'wrong';
    }),
    'a server that is down': async () => {
      const { port } = new URL(await closedPort());
      return withUrl((url) => {
        url.port = port;
      })();
    },
    'a database that is not there': withUrl((url) => {
      url.pathname = '/nowhere';
    }),
    'a cache that is down': async () => ({ REDIS_URL: `redis://${new URL(await closedPort()).host}` }),
    'a cache with another password': () => ({
      REDIS_URL: `redis://:wrong-password@127.0.0.1:${healthy().platform.redis.port}`,
    }),
    'a mail server that refuses the log-in': () => ({
      SMTP: `smtp://ops:wrong-password@127.0.0.1:${healthy().smtp.port}`,
    }),
    'a mail server that is down': async () => ({
      SMTP: `smtp://ops:password@${new URL(await closedPort()).host}`,
    }),
  };

  return { faults, environments };
}
