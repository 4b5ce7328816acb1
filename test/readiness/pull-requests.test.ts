/** Whether a pull request could make a rollback through an owner last, before there is one. */
import { afterEach, expect, test } from '@jest/globals';
import type { Log } from '../../src/base/log.ts';
import type { Found } from '../../src/owners/owner.ts';
import { checkPullRequests } from '../../src/readiness/pull-requests.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { ConfigRepositoryServer } from '../support/github/config-repository.ts';
import { configFor, json, ScriptedServer } from '../systems/scripted-server.ts';

const silent = () => {};
const NAME = 'Argo CD application shop';
const { env } = process;
afterEach(() => {
  process.env = env;
});

async function check(given: Readonly<Record<string, string>>, isSynced = true) {
  using github = await ConfigRepositoryServer.start();
  process.env = { ...env, GITHUB_API_URL: github.url, GITHUB_SERVER_URL: 'https://github.test' };
  const revision = github.git.commit('Version 1', { 'apps/shop/web.yaml': 'image: web:1\n' });
  const application = {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
    metadata: { name: 'shop', namespace: 'argocd', uid: 'a', resourceVersion: '1' },
    spec: {
      ...{ project: 'default' },
      source: { repoURL: 'https://git.test/shop/config.git', path: 'apps/shop', targetRevision: 'main' },
    },
  };
  const project = { ...application, kind: 'AppProject', metadata: { name: 'default' }, spec: {} };
  const server = await ScriptedServer.start(json(application), json(project));
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  const owner: Found = {
    ...{ name: NAME, heals: true, remedy: '', object: { type: 'application', name: 'shop' } },
    ...(isSynced && { synced: { history: 1, revision } }),
  };
  const clusters = { client, argo: { client, namespace: 'argocd' } };
  const values = { gitops: 'through', 'gitops-token': github.token, 'gitops-repository': 'shop/config' };
  try {
    return await checkPullRequests(
      [owner, owner],
      { ...values, ...given },
      { clusters, log: { info: silent, warn: silent } as unknown as Log },
    );
  } finally {
    client.close();
    await server.close();
  }
}

test('a token that reads the repository is well', async () => {
  expect(await check({})).toMatchObject([{ check: 'pull request', state: 'ok' }]);
});

test.each([
  [
    'a token that GitHub does not know',
    { 'gitops-token': 'ghs_other' },
    /Argo CD application shop: no pull request would restore its source: .*Bad credentials/,
  ],
  ['a repository that is not there', { 'gitops-repository': 'shop/other' }, /shop\/other/],
  ['a repository that is none', { 'gitops-repository': 'other' }, /accepted is <owner>\/<name>/],
])('%s is a risk', async (_, given, evidence) => {
  expect(await check(given)).toMatchObject([{ state: 'at-risk', evidence: expect.stringMatching(evidence) }]);
});

test('what the owner has in sync has to be known', async () => {
  expect(await check({}, false)).toMatchObject([
    {
      state: 'not-checked',
      evidence: `not checked: ${NAME}: it is not in sync with its source`,
    },
  ]);
});

test.each([{ 'gitops-token': '' }, { gitops: 'refuse' }, { 'gitops-pull-request': 'never' }])(
  'nothing is looked at with %j',
  async (given) => {
    expect(await check(given as unknown as Record<string, string>)).toEqual([]);
  },
);
