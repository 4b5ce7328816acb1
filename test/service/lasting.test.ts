import { expect, test } from '@jest/globals';
import type { OwnerPlan } from '../../src/owners/back.ts';
import type { Result } from '../../src/service/execution.ts';
import { foreseeKeepers, keepersOf } from '../../src/service/lasting.ts';
import type { Step } from '../../src/service/plan.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { ConfigRepositoryServer } from '../support/github/config-repository.ts';
import { configFor, json, ScriptedServer } from '../systems/scripted-server.ts';

const NAME = 'Argo CD application shop';

test.each([
  ['a token that fits', {}, [`${NAME}: a pull request in shop/config would restore the older version`]],
  [
    'a token that GitHub does not know',
    { token: 'ghs_other' },
    [expect.stringMatching(/^No pull request would restore the source of the .* shop: .*Bad credentials/)],
  ],
  [
    'a repository that is not on this GitHub',
    { repository: undefined },
    [
      `No pull request would restore the source of the ${NAME}: https://git.test/shop/config.git is not on https://github.test; name the repository with \`gitops-repository\`.`,
    ],
  ],
  [
    'a part of an application that an earlier rollback took back whole',
    { only: [{ kind: 'Deployment', name: 'web' }] },
    [
      `No pull request would restore the source of the ${NAME}: not all of it goes back to a version that Git tells.`,
    ],
  ],
  ['no token', { token: undefined }, []],
  ['no wish for one', { isWanted: false }, []],
] as const)(
  'a plan with %s says so before there is an incident, and opens nothing',
  async (_, given, said) => {
    const { only, ...more } = { only: undefined, ...given };
    using github = await ConfigRepositoryServer.start();
    const good = github.git.commit('Version 1', { 'apps/shop/web.yaml': 'image: web:1\n' });
    github.git.commit('Version 2', { 'apps/shop/web.yaml': 'image: web:2\n' });
    const refs = github.git.git(['for-each-ref']);
    const note = { id: '7-1', at: '2026-12-01T03:00:00Z', commits: [good] };
    const application = {
      ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
      metadata: {
        ...{ name: 'shop', namespace: 'argocd', uid: 'a', resourceVersion: '1' },
        annotations: { 'rollback-actions/paused': JSON.stringify(note) },
      },
      spec: {
        ...{ project: 'default' },
        source: { repoURL: 'https://git.test/shop/config.git', path: 'apps/shop', targetRevision: 'main' },
      },
    };
    const server = await ScriptedServer.start(json(application));
    const client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
    const told: string[] = [];
    const tell = (text: string) => void told.push(text);
    const config = {
      ...{ token: github.token, repository: 'shop/config', paths: [], isWanted: true },
      ...{ api: github.url, server: 'https://github.test' },
      ...more,
    };
    const object = { type: 'application', name: 'shop' };
    const step = { action: 'roll-back', owner: { name: NAME, heals: true, remedy: '', object } };
    const plan = {
      ...{ type: 'application', name: NAME, application, version: { revision: good }, only },
      ...{ needsWindow: false, prune: true, words: '' },
    } as unknown as OwnerPlan;
    const clusters = { client, argo: { client, namespace: 'argocd' } };
    await foreseeKeepers([step as unknown as Step], config, {
      owners: { steps: [{ plan, steps: [] }], clusters },
      ...{ client, log: { info: tell, warn: tell, group: () => {} } },
    });
    client.close();
    await server.close();
    expect(told).toEqual(said);
    expect(github.git.git(['for-each-ref'])).toBe(refs);
    expect(github.pulls).toEqual([]);
    expect(github.faults).toEqual([]);
  },
);

test('an owner that was resumed after an earlier rollback is not said to stay paused with `gitops: ignore`', async () => {
  const server = await ScriptedServer.start();
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  const owner = {
    ...{ name: NAME, heals: true, remedy: '', object: { type: 'application', name: 'shop' } },
    pausedBy: { id: '7-1', at: '2026-12-01T03:00:00Z' },
  };
  const config = {
    ...{ token: undefined, repository: undefined, paths: [], isWanted: true },
    ...{ api: 'https://api.github.test', server: 'https://github.test' },
  };
  const results = [{ step: { owner }, outcome: 'rolled-back' }] as unknown as Result[];
  const [keeper] = await keepersOf(results, 'ignore', config, undefined, {
    owners: { steps: [], clusters: { client, argo: { client, namespace: 'argocd' } } },
    ...{ client, record: () => {}, log: { info: () => {}, warn: () => {}, group: () => {} } },
    rollback: { id: '8-1', reason: 'a test' },
  });
  client.close();
  await server.close();
  expect(keeper).toMatchObject({ owner: NAME, isPaused: false });
  expect(server.requests).toEqual([]);
});
