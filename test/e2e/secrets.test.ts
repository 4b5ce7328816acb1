import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { StepResult } from '../support/action.ts';
import { scenario } from './cluster.ts';
import { badConfig, version } from './images.ts';
import { configMap, deployment, secret, usesConfig } from './manifests.ts';

const everything = { apiGroups: ['*'], resources: ['*'], verbs: ['*'] };

/** All that a step leaves for others to read; the runner takes `add-mask` lines for itself. */
function readable(said: StepResult): string {
  const { log, outputs, summary, record } = said;
  const stateFile = outputs['state-file'] ? readFileSync(outputs['state-file'], 'utf8') : '';
  const printed = log.replaceAll(/^::add-mask::.*$/gm, '');
  return [printed, JSON.stringify(outputs), summary, JSON.stringify(record), stateFile].join('\n');
}

scenario(
  'no token and no content of a Secret is in log, outputs, summary, record or state file',
  async (ns) => {
    const kubeconfig = await ns.accountWith([everything]);
    const { token } = (JSON.parse(kubeconfig) as { users: { user: { token: string } }[] }).users[0]?.user ?? {
      token: '',
    };
    const passwords = [0, 1].map(() => `pw-${randomBytes(12).toString('hex')}`);
    const [before = '', after = ''] = passwords;
    const hidden = [token, ...passwords, ...passwords.map((text) => Buffer.from(text).toString('base64'))];
    const expectHidden = (said: StepResult) => {
      const text = readable(said);
      expect(text.length).toBeGreaterThan(100);
      for (const text of hidden) expect(text.length).toBeGreaterThan(20);
      expect(hidden.filter((secret) => text.includes(secret))).toEqual([]);
    };
    const common = { kubeconfig, workloads: 'web' };

    await ns.apply(configMap('app', {}), secret('app', { password: before }));
    await ns.deploy(deployment('web', { ...version(1), ...usesConfig }));
    expectHidden(await ns.markGood(common));
    await ns.apply(secret('app', { password: after }));
    await ns.apply(deployment('web', { ...badConfig, ...usesConfig }));
    await ns.until('it is seen', async () => (await ns.list('replicasets')).length === 2);

    const planned = await ns.rollBack({ ...common, 'dry-run': 'true' });
    expect(planned.outputs.result).toBe('planned');
    expectHidden(planned);
    const done = await ns.rollBack(common);
    expect(done.outputs.result).toBe('done');
    expectHidden(done);
    const failed = await ns.rollBack({ ...common, to: 'revision=2', accept: 'secrets' });
    expect(failed.outputs.failed).toBe('1');
    expectHidden(failed);

    expect(done.log).toContain(`::add-mask::${token}`);
  },
);

scenario('a token that the cluster does not take is not told either', async (ns) => {
  const token = randomBytes(24).toString('hex');
  const kubeconfig = await ns.cluster.kubeconfigFor(token, ns.name);

  const said = await ns.rollBack({ kubeconfig, workloads: 'web' });

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(/Unauthorized/i);
  expect(readable(said)).not.toContain(token);
});
