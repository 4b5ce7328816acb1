import { describe, expect, test } from '@jest/globals';
import {
  type ConfigRepository,
  type Lasting,
  makeLast,
  proposalWords,
} from '../../../src/owners/lasting/last.ts';
import type { GitPlace } from '../../../src/owners/lasting/place.ts';
import { ConfigRepositoryServer } from '../../support/github/config-repository.ts';

const URL = 'https://github.test/shop/config.git';
const cause = {
  id: '7-1',
  reason: 'Errors at 40 %; fixes #12 @octocat',
  run: 'https://github.test/shop/shop/actions/runs/7',
};

class Config {
  readonly github: ConfigRepositoryServer;
  readonly warnings: string[] = [];

  constructor(github: ConfigRepositoryServer) {
    this.github = github;
  }

  get git() {
    return this.github.git;
  }

  /** Version 1, which is good, of two applications and what they share. */
  good(more: Parameters<ConfigRepositoryServer['git']['commit']>[1] = {}): string {
    return this.git.commit('Version 1', {
      'apps/shop/web.yaml': 'image: web:1\n',
      'apps/shop/config.yaml': 'a: 1\n',
      'apps/other/other.yaml': 'image: other:1\n',
      ...more,
    });
  }

  async last(
    places: Partial<GitPlace>[],
    more: Partial<ConfigRepository> = {},
    warnings: string[] = [],
  ): Promise<Lasting> {
    const owner = {
      name: 'Argo CD application shop',
      places: {
        places: places.map((each) => ({
          url: URL,
          branch: 'main',
          paths: ['apps/shop'],
          commit: '',
          ...each,
        })),
        others: [],
      },
      warnings,
    };
    const config: ConfigRepository = {
      ...{ token: this.github.token, repository: undefined, paths: [], isWanted: true },
      ...{ api: this.github.url, server: 'https://github.test' },
      ...more,
    };
    const log = { info: () => {}, group: () => {}, warn: (text: string) => void this.warnings.push(text) };
    const signal = AbortSignal.timeout(20_000);
    const [result] = await makeLast([owner], config, cause, { log, signal });
    return result as Lasting;
  }

  /** What the branch of the newest pull request has at a path. */
  at(path: string): string | undefined {
    return this.git.at(this.github.pulls.at(-1)?.head ?? '', path);
  }
}

async function withConfig(play: (config: Config) => Promise<void>): Promise<void> {
  using github = await ConfigRepositoryServer.start();
  await play(new Config(github));
  expect(github.faults).toEqual([]);
}

describe('a pull request restores the path of the good commit', () => {
  test('and what others have done elsewhere stays', () =>
    withConfig(async (config) => {
      const good = config.good();
      const bad = config.git.commit('Version 2 of shop and other', {
        'apps/shop/web.yaml': 'image: web:2\n',
        'apps/shop/added.yaml': 'kind: ConfigMap\n',
        'apps/other/other.yaml': 'image: other:2\n',
      });
      const later = config.git.commit('Say b @octocat', { 'apps/shop/config.yaml': 'b: 2\n' });

      const said = await config.last([{ commit: good }]);

      expect(said).toEqual({
        owner: 'Argo CD application shop',
        pullRequest: 'https://github.test/shop/config/pull/1',
      });
      const [pull] = config.github.pulls;
      expect(pull).toMatchObject({ base: 'main', state: 'open', labels: ['rollback'] });
      expect(pull?.title).toBe(`Roll back Argo CD application shop to ${good.slice(0, 7)}`);
      expect(config.at('apps/shop')).toBe(config.git.at(good, 'apps/shop'));
      expect(config.at('apps/other')).toBe(config.git.at('main', 'apps/other'));
      expect(config.git.head('main')).toBe(later);
      expect(config.github.signed.has(config.git.head(pull?.head ?? '') ?? '')).toBe(true);
      for (const words of [bad, later, 'Dana Dev', 'Version 2 of shop and other', cause.run, '7-1'])
        expect(pull?.body).toContain(words);
      // Nobody is told, and nothing is closed, by words of others.
      expect(pull?.body).not.toMatch(/@octocat|fixes #12/);
    }));

  test('where the folder or a file of it was taken away', () =>
    withConfig(async (config) => {
      const good = config.good();
      config.git.commit('No shop', { 'apps/shop/web.yaml': null, 'apps/shop/config.yaml': null });
      await config.last([{ commit: good }]);
      expect(config.at('apps/shop')).toBe(config.git.at(good, 'apps/shop'));
    }));

  test('of all of the repository', () =>
    withConfig(async (config) => {
      const good = config.good();
      config.git.commit('Version 2', { 'apps/shop/web.yaml': 'image: web:2\n', 'new.yaml': 'x\n' });
      await config.last([{ commit: good, paths: [''] }]);
      expect(config.at('')).toBe(config.git.at(good, ''));
    }));

  test('with the bases that it is made of, and what those are made of', () =>
    withConfig(async (config) => {
      const files = {
        'apps/shop/kustomization.yaml':
          'resources: [web.yaml, ../base]\npatches: [{path: ../patches/p.yaml}]\n',
        'apps/base/Kustomization':
          'components:\n- ../../lib/common\nconfigMapGenerator:\n- files: [x=x.txt]\n',
        'apps/base/x.txt': '1\n',
        'apps/patches/p.yaml': '1\n',
        'lib/common/kustomization.yml': 'resources: [https://example.test/x, ../../../out, /etc]\n',
        'lib/other/x.yaml': '1\n',
      };
      const good = config.good(files);
      const changed = ['apps/base/x.txt', 'apps/patches/p.yaml', 'lib/other/x.yaml', 'lib/common/new.yaml'];
      config.git.commit('Version 2', Object.fromEntries(changed.map((path) => [path, '2\n'])));
      await config.last([{ commit: good }]);
      for (const path of ['apps/base', 'apps/patches', 'lib/common'])
        expect([path, config.at(path)]).toEqual([path, config.git.at(good, path)]);
      expect(config.at('lib/other')).toBe(config.git.at('main', 'lib/other'));
    }));

  test('of several sources in one repository', () =>
    withConfig(async (config) => {
      const good = config.good({ 'values/shop.yaml': 'tag: 1\n' });
      config.git.commit('Version 2', {
        'values/shop.yaml': 'tag: 2\n',
        'apps/shop/web.yaml': 'image: web:2\n',
      });
      await config.last([{ commit: good }, { commit: good, paths: ['values/shop.yaml'] }]);
      expect(config.github.pulls).toHaveLength(1);
      expect([config.at('apps/shop'), config.at('values')]).toEqual([
        config.git.at(good, 'apps/shop'),
        config.git.at(good, 'values'),
      ]);
    }));
});

test('where Git says the older version already, nothing is written', () =>
  withConfig(async (config) => {
    const good = config.good();
    config.git.commit('Other', { 'apps/other/other.yaml': 'image: other:2\n' });
    expect(await config.last([{ commit: good }])).toMatchObject({ isThere: true });
    expect(config.github.told.filter((line) => !line.startsWith('GET'))).toEqual([]);
  }));

describe('a second run', () => {
  test('finds the pull request again, and brings it up to date', () =>
    withConfig(async (config) => {
      const good = config.good();
      config.git.commit('Version 2', { 'apps/shop/web.yaml': 'image: web:2\n' });
      const first = await config.last([{ commit: good }]);
      const newer = config.git.commit('Version 3', { 'apps/shop/web.yaml': 'image: web:3\n' });
      expect(await config.last([{ commit: good }])).toEqual(first);
      const [pull, ...others] = config.github.pulls;
      expect(others).toEqual([]);
      expect(pull?.state).toBe('open');
      expect(config.git.try('merge-base', '--is-ancestor', newer, pull?.head ?? '')).toBeDefined();
      expect(config.at('apps/shop')).toBe(config.git.at(good, 'apps/shop'));
      expect(pull?.body).toContain(newer);
    }));

  test('opens another one once the first is merged', () =>
    withConfig(async (config) => {
      const good = config.good();
      config.git.commit('Version 2', { 'apps/shop/web.yaml': 'image: web:2\n' });
      await config.last([{ commit: good }]);
      const [first] = config.github.pulls;
      config.git.git(['update-ref', 'refs/heads/main', config.git.head(first?.head ?? '') ?? '']);
      (first as { state: string }).state = 'closed';
      config.git.commit('Version 3', { 'apps/shop/web.yaml': 'image: web:3\n' });
      expect((await config.last([{ commit: good }])).pullRequest).toMatch(/pull\/2$/);
    }));

  test('leaves a pull request as it is to which somebody has added, and says so', () =>
    withConfig(async (config) => {
      const good = config.good();
      config.git.commit('Version 2', { 'apps/shop/web.yaml': 'image: web:2\n' });
      await config.last([{ commit: good }]);
      const branch = config.github.pulls[0]?.head ?? '';
      const added = config.git.commit('By hand', { 'apps/shop/web.yaml': 'image: web:1.1\n' }, branch);
      const said = await config.last([{ commit: good }]);
      expect(said.reason).toMatch(
        /^someone has added commits to https:\/\/github.test\/shop\/config\/pull\/1, so it/,
      );
      expect(config.git.head(branch)).toBe(added);
    }));
});

describe('a token whose commits by REST are not signed', () => {
  test('has them made by createCommitOnBranch, and no branch is left behind', () =>
    withConfig(async (config) => {
      config.github.signs = false;
      const good = config.good({ 'apps/shop/gone.yaml': 'x\n' });
      config.git.commit('Version 2', {
        ...{
          'apps/shop/web.yaml': 'image: web:2\n',
          'apps/shop/added.yaml': 'y\n',
          'apps/shop/gone.yaml': null,
        },
      });
      for (const _ of ['first', 'second']) {
        await config.last([{ commit: good }]);
        const [pull] = config.github.pulls;
        expect(pull?.state).toBe('open');
        expect(config.github.signed.has(config.git.head(pull?.head ?? '') ?? '')).toBe(true);
        expect(config.at('apps/shop')).toBe(config.git.at(good, 'apps/shop'));
        expect(config.git.git(['branch', '--list', '*-signed'])).toBe('');
        config.git.commit('Other', { 'apps/other/other.yaml': `image: other:${Math.random()}\n` });
      }
    }));

  test('has the unsigned one where modes or links change, which that cannot write', () =>
    withConfig(async (config) => {
      config.github.signs = false;
      const good = config.good({ 'apps/shop/run.sh': { mode: '100755', text: 'true\n' } });
      config.git.commit('Version 2', { 'apps/shop/run.sh': 'false\n' });
      expect((await config.last([{ commit: good }])).pullRequest).toMatch(/pull\/1$/);
      expect(config.at('apps/shop')).toBe(config.git.at(good, 'apps/shop'));
    }));
});

describe('no pull request', () => {
  const bad = (config: Config) => {
    const good = config.good();
    config.git.commit('Version 2', { 'apps/shop/web.yaml': 'image: web:2\n', "apps/shop/it's.yaml": 'x\n' });
    return good;
  };

  test('without a token: the commands do it by hand', () =>
    withConfig(async (config) => {
      const good = bad(config);
      const said = await config.last([{ commit: good, paths: ["apps/sh'op", 'apps/shop'] }], {
        token: undefined,
      });
      expect(said.reason).toBe('there is no `gitops-token` for shop/config');
      expect(said.byHand).toContain(
        `git restore --source=${good} --staged --worktree -- 'apps/sh'\\''op' apps/shop`,
      );
      expect(config.github.told).toEqual([]);
    }));

  test('with one that may read alone: the diff stands in the summary', () =>
    withConfig(async (config) => {
      const good = bad(config);
      config.github.rights = { contents: 'read', 'pull-requests': 'none' };
      const said = await config.last([{ commit: good }]);
      expect(said.reason).toMatch(
        /^GitHub did not write a tree in shop\/config \(403: .*\); give a `gitops-token` with contents: write/,
      );
      expect(said.byHand).toContain('-image: web:2\n+image: web:1');
      expect(said.byHand).toContain('Version 2');
    }));

  test.each<[string, Partial<ConfigRepository>, Partial<GitPlace>, RegExp]>([
    [
      'with a token that is wrong',
      { token: 'ghs_other' },
      {},
      /the token is wrong or has expired: give another one as `gitops-token`/,
    ],
    ['where there is no such branch', {}, { branch: 'v1.2' }, /There is no branch v1\.2 in shop\/config/],
    ['where none is wanted', { isWanted: false }, {}, /^no pull request was wanted$/],
    [
      'where it is on another server',
      {},
      { url: 'https://git.test/a/b' },
      /is not on https:\/\/github.test; name the repository with `gitops-repository`/,
    ],
    ['where the good commit lacks the path', {}, { paths: ['apps/none'] }, /has no apps\/none/],
    ['where GitHub cannot be reached', { api: 'http://127.0.0.1:9' }, {}, /GitHub cannot be reached/],
  ])('%s', (_, more, place, reason) =>
    withConfig(async (config) => {
      const good = bad(config);
      const said = await config.last([{ commit: good, ...place }], more);
      expect(said.reason).toMatch(reason);
      expect(said.byHand).toContain('git restore');
      expect(config.github.pulls).toEqual([]);
    }),
  );

  test('one that the rights do not allow leaves its branch, which the next run takes', () =>
    withConfig(async (config) => {
      const good = bad(config);
      config.github.rights = { contents: 'write', 'pull-requests': 'none' };
      expect((await config.last([{ commit: good }])).reason).toMatch(
        /open a pull request .*pull-requests: write/,
      );
      config.github.rights = { contents: 'write', 'pull-requests': 'write' };
      expect((await config.last([{ commit: good }])).pullRequest).toMatch(/pull\/1$/);
    }));
});

test('image automation that may put the newer image back is warned of', () =>
  withConfig(async (config) => {
    const line = (tag: number) => `image: web:${tag} # {"$imagepolicy": "flux-system:web"}\n`;
    const good = config.good({ 'apps/shop/web.yaml': line(1) });
    config.git.commit('Automated', { 'apps/shop/web.yaml': line(2) });
    await config.last([{ commit: good }], {}, ['Argo CD Image Updater keeps the images']);
    const body = config.github.pulls[0]?.body;
    for (const warning of [
      /image automation writes the image in apps\/shop\/web.yaml/,
      /Image Updater keeps/,
    ]) {
      expect(config.warnings.join('\n')).toMatch(warning);
      expect(body).toMatch(warning);
    }
  }));

test('a good commit that is not in the history of the branch is said', () =>
  withConfig(async (config) => {
    const good = config.good();
    config.git.git(['update-ref', '-d', 'refs/heads/main']);
    config.git.commit('Anew', { 'apps/shop/web.yaml': 'image: web:2\n' });
    await config.last([{ commit: good }]);
    expect(config.warnings.join()).toMatch(/is not in the history of the branch/);
  }));

describe('an owner that stays paused says what became of its pull request', () => {
  const refused = [
    ['a token that GitHub does not know', { token: 'ghs_other' }, /^; no pull request: .*Bad credentials/],
    ['no such repository', { repository: 'shop/nothing' }, /^; no pull request: .*shop\/nothing/],
    ['a GitHub that is down', { api: 'http://127.0.0.1:9' }, /^; no pull request: GitHub cannot be reached/],
    ['one that can be merged', {}, /^; merge https:\/\/github\.test\/shop\/config\/pull\/1 first$/],
  ] as const;
  test.each(refused)('%s', (_, more, words) =>
    withConfig(async (config) => {
      const good = config.good();
      config.git.commit('Version 2', { 'apps/shop/web.yaml': 'image: web:2\n' });
      expect(proposalWords(await config.last([{ commit: good }], more))).toMatch(words);
    }),
  );

  test('commits that someone has added, and a source that is right already', () => {
    const owner = 'Argo CD application shop';
    const reason = 'someone has added commits to …/pull/1, so it was left as it is';
    expect(proposalWords({ owner, pullRequest: '…/pull/1', reason })).toBe(`; ${reason}`);
    expect(proposalWords({ owner, isThere: true })).toBe('');
  });
});
