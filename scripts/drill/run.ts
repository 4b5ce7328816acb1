/**
 * A full rollback drill on an environment of its own: a small shop with a database and a cache is deployed, marked good
 * and backed up; a bad release breaks all three, and the root action of dist/ brings them back in one step.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../../src/base/errors.ts';
import { FAULTS, type FaultName } from '../../src/drill/fault.ts';
import { LABEL } from '../../src/drill/protection.ts';
import { KubeClient, PATCH } from '../../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../../src/systems/kubernetes/kubeconfig.ts';
import { isBuilt } from '../../test/control-plane/built.ts';
import { BAD_COMMIT, badCommitDrill, requireArgoCd } from './bad-commit.ts';
import { corrupt, dataOf, type Environment, fillAndBackUp, startEnvironment } from './environment.ts';
import { breakAndGoOn, ordersOf, REPAIRED, type RepairFault } from './repair.ts';
import { newRun, runStep } from './runner.ts';
import { v1, v2, workloads } from './shop.ts';
import { brokenPods, showPage, step } from './show.ts';

/** Faults that only a Prometheus sees, which is not part of the embedded environment. */
const ELSEWHERE: readonly FaultName[] = ['error-rate', 'slow-answers'];

type Asked = FaultName | RepairFault | typeof BAD_COMMIT;

const { fault, wantsRealNode } = optionsOf(process.argv.slice(2));
const now = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
const folder = resolve(import.meta.dirname, `../../drill/${now}-${process.pid}`);
let environment: Environment;
try {
  if (fault === BAD_COMMIT) requireArgoCd();
  else requireName();
  mkdirSync(folder, { recursive: true });
  await (fault === BAD_COMMIT ? badCommitDrill(folder) : drillOnServers(fault));
} catch (error) {
  console.error(`\n${messageOf(error)}`);
  process.exitCode = 1;
}

async function drillOnServers(name: FaultName | RepairFault | undefined): Promise<void> {
  environment = await step(
    `Start PostgreSQL, Redis, ${wantsRealNode ? 'a real node of Kubernetes' : isBuilt() ? 'a Kubernetes control plane' : 'a stand-in for Kubernetes'} and an inbox, on free ports`,
    () => startEnvironment(folder, { wantsRealNode }),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void environment.stop().finally(() => process.exit(130)));
  await drillWith(name, environment).finally(() => environment.stop());
}

/** @throws where PostgreSQL would refuse to start, in words that do not help */
function requireName(): void {
  try {
    userInfo();
  } catch {
    throw new Error(
      `PostgreSQL does not start for a user without a name: the uid ${process.getuid?.()} is not in /etc/passwd. Run it as another user.`,
    );
  }
}

async function drill(shop: Environment): Promise<void> {
  const client = await begin(shop);
  const before = await dataOf(shop);
  console.log(`    ${before}`);
  await step(
    'Deploy release 2.0.0: images that do not start, and a migration that spoils the data',
    async () => {
      await client.patch('/api/v1/namespaces/shop/configmaps/settings', PATCH.merge, { data: v2.settings });
      for (const { path, name, body } of workloads(v2, shop.cluster.container))
        await client.patch(`${path}/${name}`, PATCH.strategic, body);
      await corrupt(shop);
      for (const pod of await brokenPods(client, 3)) console.log(`    ✗ ${pod}`);
    },
  );
  const run = newRun();
  const rollback = await step('Roll the whole environment back, in one step', () =>
    succeed('rollback', { reason: 'drill: release 2.0.0 does not start' }, run),
  );
  await step('Look whether it is back', async () => {
    const after = await dataOf(shop);
    writeFileSync(join(folder, 'slack.json'), JSON.stringify([...shop.slack.messages.values()], null, 2));
    if (after !== before) throw new Error(`The data was "${before}" and is "${after}".`);
    console.log(`    ${after}, as before; the last Slack message: ${textOf(shop.slack)}`);
    for (const { subject } of shop.mail.mails) console.log(`    mail: ${subject}`);
  });
  await step('Run the same step again in the same workflow run: nothing is left to do', async () => {
    // On another runner and with a history of its own, so that the page and the trend stay those of the rollback.
    const again = join(folder, 'again');
    cpSync(join(folder, '.github'), join(again, '.github'), { recursive: true });
    const inputs = { reason: 'drill: once more', history: join(again, 'history.jsonl') };
    const { outputs } = await succeed('rollback', inputs, run, again);
    if (outputs.result !== 'no-op')
      throw new Error(`The second rollback was "${outputs.result}", not "no-op".`);
  });
  client.close();
  const seconds = Number(rollback.outputs.seconds).toFixed(1);
  console.log(`\nThe shop is back at release 1.4.0 with its data, ${seconds} s after the rollback began.`);
  showPage(rollback.outputs.html);
}

/** The same with one fault, as the root action's own drill does it: it breaks, sees, rolls back and proves. */
async function drillOf(name: FaultName, shop: Environment): Promise<void> {
  const client = await begin(shop);
  const before = await dataOf(shop);
  const { outputs } = await step(`Drill: ${name}`, () =>
    succeed('rollback', { action: 'drill', fault: name, reason: 'npm run drill' }),
  );
  client.close();
  const after = await dataOf(shop);
  // A Redis that was lost has lost its queue.
  if (after !== before && name !== 'redis-lost')
    throw new Error(`The data was "${before}" and is "${after}".`);
  showPage(outputs.html);
}

function drillWith(name: FaultName | RepairFault | undefined, shop: Environment): Promise<void> {
  if (name === undefined) return drill(shop);
  return isRepaired(name) ? repairDrill(name, shop) : drillOf(name, shop);
}

function isRepaired(name: string): name is RepairFault {
  return Object.hasOwn(REPAIRED, name);
}

/** Only what was destroyed comes back, and what users have written since is there afterwards. */
async function repairDrill(name: RepairFault, shop: Environment): Promise<void> {
  const client = await begin(shop);
  client.close();
  const inputs = await step(`Break it: ${REPAIRED[name]}; then users order 30 times`, () =>
    breakAndGoOn(name, shop, folder),
  );
  await step('Plan: what would come back', () => succeed('rollback-db', { ...inputs, 'dry-run': 'true' }));
  await step('Bring back only what was destroyed', () =>
    succeed('rollback-db', { ...inputs, reason: `npm run drill: ${name}` }),
  );
  const { newer, older } = await ordersOf(shop);
  if (older !== 20_000 || newer !== 30)
    throw new Error(
      `20000 older orders and 30 newer ones were expected, and there are ${older} and ${newer}.`,
    );
  console.log(`\nAll 20,000 orders are as they were, and the 30 newer ones are there.`);
}

async function begin(shop: Environment): Promise<KubeClient> {
  const { kubeconfig } = shop.cluster;
  const client = new KubeClient(
    loadKubeConfig({ kubeconfig }, () => {}),
    AbortSignal.timeout(300_000),
  );
  await step('Deploy release 1.4.0, mark it good, back the database up', async () => {
    await deploy(client, shop);
    await fillAndBackUp(shop);
    await succeed('mark-good', { kubeconfig, namespace: 'shop', workloads: 'all' });
  });
  return client;
}

/** What was asked for; without a fault it is the whole bad release. Ends the process where there is no such. */
function optionsOf(args: readonly string[]): { fault?: Asked; wantsRealNode: boolean } {
  const known = [
    ...FAULTS.filter((name) => !ELSEWHERE.includes(name)),
    ...(Object.keys(REPAIRED) as RepairFault[]),
    BAD_COMMIT,
  ] as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { fault: { type: 'string' }, 'real-node': { type: 'boolean' } },
    });
    const wantsRealNode = values['real-node'] ?? false;
    if (values.fault === undefined) return { wantsRealNode };
    const found = known.find((name) => name === values.fault);
    if (found) return { fault: found, wantsRealNode };
    console.error(`--fault is "${values.fault}"; use ${known.join(', ')}, or none for a whole bad release.`);
  } catch (error) {
    console.error(messageOf(error));
  }
  process.exit(1);
}

async function deploy(client: KubeClient, { cluster }: Environment): Promise<void> {
  await client.request('POST', '/api/v1/namespaces', {
    body: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: { [LABEL]: 'allowed' } },
    },
  });
  await client.request('POST', '/api/v1/namespaces/shop/configmaps', {
    body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: v1.settings },
  });
  for (const { path, body } of workloads(v1, cluster.container)) await client.request('POST', path, { body });
}

async function succeed(action: string, inputs: Record<string, string>, run?: string, temp = folder) {
  const result = await runStep(action, inputs, temp, environment.secrets, run);
  if (result.exitCode !== 0) throw new Error(`${action} ended with exit code ${result.exitCode}.`);
  return result;
}

/** What the shop's one Slack message says now. */
function textOf({ messages }: Environment['slack']): string {
  const [first] = [...messages.values()];
  return String(first?.content.text);
}
