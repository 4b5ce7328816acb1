import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../../src/base/errors.ts';
import { connect } from '../../../src/systems/kubernetes/connect.ts';
import { loadKubeConfig } from '../../../src/systems/kubernetes/kubeconfig.ts';
import { kubeconfigFor } from '../scripted-server.ts';

const two = `apiVersion: v1
kind: Config
current-context: staging
clusters:
  - {name: a, cluster: {server: 'https://staging.example'}}
  - {name: b, cluster: {server: 'https://prod.example'}}
contexts:
  - {name: staging, context: {cluster: a, user: u}}
  - {name: prod, context: {cluster: b, user: u, namespace: shop}}
users:
  - {name: u, user: {token: token-of-u, client-key-data: a2V5LWRhdGE=, password: word-of-u, username: u}}
  - {name: w, user: {token: token-of-w}}
`;

const { KUBECONFIG } = process.env;
beforeEach(() => {
  delete process.env.KUBECONFIG;
});
afterEach(() => {
  if (KUBECONFIG === undefined) delete process.env.KUBECONFIG;
  else process.env.KUBECONFIG = KUBECONFIG;
});

function file(content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'kube-')), 'config');
  writeFileSync(path, content);
  return path;
}

const serverOf = (kubeconfig: string | undefined, context?: string) =>
  loadKubeConfig({ kubeconfig, context }, () => {}).getCurrentCluster()?.server;

/** Everything that an error tells. */
function told(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(ActionError);
    const { message, details } = error as ActionError;
    return [message, ...details].join('\n');
  }
  throw new Error('it did not fail');
}

describe('a kubeconfig', () => {
  test('is content, in YAML or JSON, or a path', () => {
    expect(serverOf(two)).toBe('https://staging.example');
    expect(serverOf(file(two))).toBe('https://staging.example');
    const { clusters, contexts } = loadKubeConfig({ kubeconfig: two }, () => {});
    const json = {
      'current-context': 'prod',
      clusters: clusters.map(({ name, server }) => ({ name, cluster: { server } })),
      contexts: contexts.map(({ name, ...context }) => ({ name, context })),
    };
    expect(serverOf(JSON.stringify(json))).toBe('https://prod.example');
  });

  test('is that of KUBECONFIG where none is given, several put together', () => {
    process.env.KUBECONFIG = file(two);
    expect(serverOf(undefined)).toBe('https://staging.example');
    expect(serverOf(kubeconfigFor('http://other'))).toBe('http://other');
    process.env.KUBECONFIG = `${file(kubeconfigFor('http://first'))}:${file(two)}`;
    expect(serverOf(undefined, 'prod')).toBe('https://prod.example');
  });

  test('has the context that is asked for', () => {
    expect(serverOf(two, 'prod')).toBe('https://prod.example');
    expect(told(() => serverOf(two, 'dev'))).toBe(
      'The kubeconfig has no context "dev"; it has staging, prod.',
    );
    expect(told(() => serverOf('clusters: []\n', 'dev'))).toBe(
      'The kubeconfig has no context "dev"; it has none.',
    );
  });

  test('has a current context with a cluster', () => {
    const sentence =
      'The kubeconfig has no current context with a cluster; name one with the input `context`.';
    expect(told(() => serverOf('a: b\n'))).toBe(sentence);
    expect(told(() => serverOf(two.replace('current-context: staging', 'current-context: gone')))).toBe(
      sentence,
    );
    expect(told(() => serverOf(two.replace('cluster: a,', 'cluster: gone,')))).toBe(sentence);
  });

  test.each([
    'a: [\n',
    'just text\n\n',
    'null\n',
    '\t:\n',
    '{',
    'clusters: [{name: a}]\n',
    'users: [{user: {token: token-of-u}}]\n',
  ])('that cannot be read is one sentence: %j', (content) => {
    expect(told(() => serverOf(content))).toMatch(
      /^The kubeconfig cannot be read; it must be a path or the content of a kubeconfig file\.|^The kubeconfig has no current context/,
    );
  });

  test('that is not there is named by its path', () => {
    const encoded = Buffer.from(two).toString('base64');
    for (const given of [encoded, encoded.replace(/(.{76})/g, '$1\n')])
      expect(told(() => serverOf(given))).toBe(
        'Input `kubeconfig` is encoded as base64; decode it (`base64 -d`) before you save it.',
      );
    expect(told(() => serverOf('/no/such/config'))).toBe(
      'There is no kubeconfig at /no/such/config on this machine; write it there in an earlier step, or give its content, as a secret does.',
    );
    expect(told(() => serverOf('not a kubeconfig'))).toBe(
      'Input `kubeconfig` is neither the content of a kubeconfig nor the path of one; give what `kubectl config view --raw --minify --flatten` prints.',
    );
    process.env.KUBECONFIG = '/no/such/config';
    expect(told(() => serverOf(undefined))).toContain('/no/such/config');
  });

  test('has to be somewhere', () => {
    expect(told(() => serverOf(undefined))).toBe(
      'There is no cluster to talk to: the input `kubeconfig` is empty and KUBECONFIG is not set. A secret that is not stored under its name is empty, and one of an environment also in a called workflow and in a job without that `environment`; store it, or use the action in a job with `environment` (docs/troubleshooting.md).',
    );
  });
});

describe('secrets', () => {
  test('of all users are masked', () => {
    const masked: string[] = [];
    loadKubeConfig({ kubeconfig: two }, (secret) => masked.push(secret));
    expect(masked.sort()).toEqual(['a2V5LWRhdGE=', 'token-of-u', 'token-of-w', 'word-of-u']);
  });

  test('of an authentication provider are masked', () => {
    const provider = two.replace(
      '{name: w, user: {token: token-of-w}}',
      '{name: w, user: {auth-provider: {name: oidc, config: {id-token: id-of-w, refresh-token: refresh-of-w, client-secret: secret-of-w}}}}',
    );
    const masked: string[] = [];
    loadKubeConfig({ kubeconfig: provider }, (secret) => masked.push(secret));
    expect(masked).toEqual(expect.arrayContaining(['id-of-w', 'refresh-of-w', 'secret-of-w']));
  });

  test('N15: a token in a file is masked, and not the path of the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
    const token = join(folder, 'token');
    writeFileSync(token, 'token-in-file\n');
    const file = join(folder, 'kubeconfig');
    const provider = `{name: w, user: {auth-provider: {name: tokenFile, config: {tokenFile: ${token}}}}}`;
    writeFileSync(file, two.replace('{name: w, user: {token: token-of-w}}', provider));
    const masked: string[] = [];
    loadKubeConfig({ kubeconfig: file }, (secret) => masked.push(secret));
    expect(masked).toContain('token-in-file');
    expect(masked).not.toContain(token);
  });

  // A kubeconfig is often kept as base64, and then given as it is.
  test.each([
    ['base64', Buffer.from(two).toString('base64')],
    ['YAML that is broken', two.replace('users:', 'users: [')],
    ['YAML that is broken at a secret', `${two}]token-of-u`],
    ['one line of YAML', 'apiVersion: v1, users: token-of-u, word-of-u, a2V5LWRhdGE='],
  ])('are not told where the content is %s', (_, content) => {
    const words = told(() => serverOf(content));
    for (const secret of [
      'token-of-u',
      'word-of-u',
      'a2V5LWRhdGE=',
      Buffer.from(two).toString('base64').slice(0, 60),
    ]) {
      expect(words).not.toContain(secret);
    }
  });
});

describe('what reaches beyond the kubeconfig', () => {
  const withUser = (user: string) =>
    two
      .replace('{name: w, user: {token: token-of-w}}', `{name: w, user: {${user}}}`)
      .replace(/user: u(?=[,}])/g, 'user: w');
  const plugin = `exec: {apiVersion: client.authentication.k8s.io/v1, command: get-token, args: [a], env: [{name: REGION, value: eu-1}, {name: AWS_SECRET_ACCESS_KEY, value: key-of-plugin}]}`;

  test.each([
    ['a plugin', plugin, /as content runs "get-token" for its credentials/],
    ['a plugin without a name', 'exec: {}', /as content runs "a program"/],
    [
      'a provider with a program',
      'auth-provider: {name: gcp, config: {cmd-path: /bin/sh}}',
      /as content runs "\/bin\/sh"/,
    ],
    [
      'a file with the token',
      'auth-provider: {name: x, config: {tokenFile: /etc/hostname}}',
      /takes its token from a file of the runner/,
    ],
  ])('%s is refused in content and taken from a file', (_, user, sentence) => {
    expect(told(() => serverOf(withUser(user)))).toMatch(sentence);
    expect(serverOf(file(withUser(user)))).toBe('https://staging.example');
    process.env.KUBECONFIG = file(withUser(user));
    expect(serverOf(undefined)).toBe('https://staging.example');
  });

  test.each([
    ['as it is', 'token-file: PATH'],
    ['with an escape', '"token\\u002dfile": PATH'],
  ])(
    'a token that the library reads from a file is refused in content, %s, and the file is not read',
    (_, user) => {
      const secret = file('secret-of-runner');
      const masked: string[] = [];
      const config = withUser(user.replace('PATH', secret));
      expect(told(() => loadKubeConfig({ kubeconfig: config }, (word) => masked.push(word)))).toMatch(
        /takes its token from a file of the runner/,
      );
      expect(masked).toEqual([]);
      loadKubeConfig({ kubeconfig: file(config) }, (word) => masked.push(word));
      expect(masked).toContain('secret-of-runner');
    },
  );

  test('is nothing where only another user has it', () => {
    expect(serverOf(two.replace('{token: token-of-w}', `{${plugin}}`))).toBe('https://staging.example');
  });

  test('is refused in the context that is asked for', () => {
    const mixed = withUser(plugin).replace('cluster: a, user: w', 'cluster: a, user: u');
    expect(serverOf(mixed)).toBe('https://staging.example');
    expect(told(() => serverOf(mixed, 'prod'))).toContain('get-token');
  });

  test('secrets of a plugin are masked, other settings of it are not', () => {
    const masked: string[] = [];
    loadKubeConfig({ kubeconfig: file(withUser(plugin)) }, (secret) => masked.push(secret));
    expect(masked).toContain('key-of-plugin');
    expect(masked).not.toContain('eu-1');
  });
});

describe('connect', () => {
  const world = { signal: new AbortController().signal, mask: () => {} };
  const namespaceOf = async (inputs: Parameters<typeof connect>[0]) =>
    (await connect(inputs, world)).namespace;

  test('takes the namespace of the input, of the context, or default', async () => {
    expect(await namespaceOf({ kubeconfig: two, context: 'prod', namespace: 'other' })).toBe('other');
    expect(await namespaceOf({ kubeconfig: two, context: 'prod' })).toBe('shop');
    expect(await namespaceOf({ kubeconfig: two })).toBe('default');
  });

  test.each(['', 'A', 'a/b', '../x', 'a b', '-a', 'a'.repeat(64)])(
    'refuses the namespace %j',
    async (namespace) => {
      await expect(connect({ kubeconfig: two, namespace }, world)).rejects.toThrow(
        `Input \`namespace\` is ${JSON.stringify(namespace)}, which is not the name of a namespace.`,
      );
    },
  );
});
