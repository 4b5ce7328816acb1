/** Which steps a configuration and the inputs of the whole come to. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { loadEnvironment } from '../../src/config/config.ts';
import { stepsOf } from '../../src/rollback/whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'steps-'));
const ORDERS = { kind: 'database', 'database-url': { env: 'DATABASE_URL' }, confirm: 'orders' };

async function namesOf(sections: object, passed: Record<string, string>): Promise<string[]> {
  const path = join(folder, 'rollback.yml');
  const components = { orders: ORDERS, shop: { kind: 'service', workloads: 'all' } };
  writeFileSync(path, stringify({ environments: { prod: { components, ...sections } } }));
  const environment = await loadEnvironment(path, 'prod', { namesServices: false });
  const rest = { decide: 'caller', folder, load: () => Promise.reject(), runUrl: undefined } as const;
  return stepsOf({ environment, components: environment.components, passed, ...rest }).map(
    ({ name }) => name,
  );
}

test.each<[string, object, Record<string, string>, boolean]>([
  ['where there is a section for it', { notify: { 'slack-channel': '#incidents' } }, {}, true],
  ['where a bot of Slack is given', {}, { 'slack-token': 'x' }, true],
  ['where a webhook of Slack is given', {}, { 'slack-webhook-url': 'https://hooks.example' }, true],
  ['where PagerDuty is given', {}, { 'pagerduty-routing-key': 'x' }, true],
  ['where a mail server is given', {}, { 'smtp-url': 'smtp://mail.example' }, true],
  ['where Teams is given', {}, { 'teams-webhook-url': 'https://teams.example' }, true],
  ['where a webhook is given', {}, { 'webhook-url': 'https://hook.example' }, true],
  ['not by what is not a sink', {}, { 'github-token': 'x', 'webhook-secret': 'x', to: 'previous' }, false],
])('everybody is told %s', async (_, sections, passed, told) => {
  const names = await namesOf(sections, passed);
  expect(['notify start', 'notify end'].map((name) => names.includes(name))).toEqual([told, told]);
});

test.each<[string, Record<string, string>, boolean]>([
  [
    'given to the whole is held until the services are back',
    { 'pgbouncer-url': 'postgres://admin@pool' },
    true,
  ],
  ['that nobody names holds nothing', {}, false],
])('a pool %s', async (_, passed, held) => {
  expect((await namesOf({}, passed)).includes('resume orders')).toBe(held);
});
