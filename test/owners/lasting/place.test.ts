import { describe, expect, test } from '@jest/globals';
import type { Application, Source } from '../../../src/owners/argo-cd.ts';
import { nameIn } from '../../../src/owners/lasting/last.ts';
import { placesOfApplication, tidy } from '../../../src/owners/lasting/place.ts';

const repoURL = 'https://github.test/shop/config';
const [good, other] = ['a'.repeat(40), 'b'.repeat(40)] as const;
const git = (more: Source = {}): Source => ({ repoURL, path: 'apps/shop', targetRevision: 'main', ...more });

const places = (sources: readonly Source[], commits: readonly string[], then?: readonly Source[]) => {
  const application: Application = {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
    metadata: { name: 'shop', namespace: 'argocd', uid: 'u', resourceVersion: '1' },
    spec: sources.length === 1 ? { source: sources[0] as Source } : { sources },
    status: { history: then ? [{ id: 1, revisions: commits, sources: then }] : [] },
  };
  return placesOfApplication(application, commits);
};
const place = (paths: string[], branch: string | undefined = 'main', commit: string = good) => ({
  ...{ url: repoURL, branch, paths, commit },
});

describe('what a pull request restores of an application is', () => {
  const helm = { valueFiles: ['values.yaml', '../common.yaml', '/top.yaml', 'https://x.test/v.yaml'] };
  test.each<[string, Source[], string[], unknown[]]>([
    ['its path', [git()], [good], [place(['apps/shop'])]],
    ['its path, tidied', [git({ path: './apps/../apps/shop/' })], [good], [place(['apps/shop'])]],
    ['all of a repository', [git({ path: '.' })], [good], [place([''])]],
    [
      'on the default branch',
      [git({ targetRevision: 'HEAD' })],
      [good],
      [{ ...place(['apps/shop']), branch: undefined }],
    ],
    [
      'on a branch by its whole name',
      [git({ targetRevision: 'refs/heads/live' })],
      [good],
      [place(['apps/shop'], 'live')],
    ],
    [
      'the value files of a chart, too',
      [git({ helm })],
      [good],
      [place(['apps/shop', 'apps/shop/values.yaml', 'apps/common.yaml', 'top.yaml'])],
    ],
    [
      'each of its sources, at its own commit',
      [git(), git({ path: 'base' })],
      [good, other],
      [place(['apps/shop']), place(['base'], 'main', other)],
    ],
    [
      'the value files that another source gives',
      [
        git({ helm: { valueFiles: ['$values/live/shop.yaml'] } }),
        { repoURL, targetRevision: 'main', ref: 'values' },
      ],
      [good, other],
      [place(['apps/shop']), place(['live/shop.yaml'], 'main', other)],
    ],
  ])('%s', (_, sources, commits, expected) => {
    expect(places(sources, commits)).toEqual({ places: expected, others: [] });
  });

  test.each<[string, Source[], string[], Source[] | undefined, RegExp]>([
    [
      'a chart',
      [{ repoURL, chart: 'shop', targetRevision: '1.2.0' }],
      ['1.2.0'],
      undefined,
      /^the chart shop is not in Git/,
    ],
    [
      'a source that names its commit',
      [git({ targetRevision: other })],
      [good],
      undefined,
      /names the commit bbbbbbb itself/,
    ],
    ['a version that is no commit', [git()], ['v1'], undefined, /^the commit of https.* is not known/],
    [
      'parameters that were changed in the application',
      [git({ helm: { parameters: [] } })],
      [good],
      [git({ helm: { parameters: [{ name: 'x', value: '1' }] } })],
      /^the source in the application has changed since \(helm\)$/,
    ],
  ])('not %s, which is said', (_, sources, commits, then, says) => {
    expect(places(sources, commits, then).others).toEqual([expect.stringMatching(says)]);
  });

  test('not hindered by another version that it follows now', () => {
    expect(places([git()], [good], [git({ targetRevision: 'v1' })]).others).toEqual([]);
  });
});

test.each([
  ['https://github.com/shop/config', 'shop/config'],
  ['https://github.com/shop/config.git', 'shop/config'],
  ['https://user:word@github.com/shop/config/', 'shop/config'],
  ['git@github.com:shop/config.git', 'shop/config'],
  ['ssh://git@github.com/shop/config', 'shop/config'],
  ['ssh://git@ssh.github.com:443/shop/config.git', 'shop/config'],
  ['https://gitlab.com/shop/config', undefined],
  ['https://github.com.evil.test/shop/config', undefined],
  ['https://github.com/shop', undefined],
  ['https://evil.test/github.com/shop/config', undefined],
])('%s is %s', (url, name) => {
  expect(nameIn(url, 'https://github.com')).toBe(name);
});

test.each([
  ['', ''],
  ['.', ''],
  ['/', ''],
  ['a//b/', 'a/b'],
  ['../../a', 'a'],
])('the path %j is %j', (path, tidied) => {
  expect(tidy(path)).toBe(tidied);
});
