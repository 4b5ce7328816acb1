/** What comes of `action: check` beside its result: the issue that opens and closes by itself. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { startAction } from '../support/action.ts';
import { answer, SinkServer } from '../support/sinks/server.ts';
import { Shop } from './shop.ts';

interface Issue {
  readonly number: number;
  readonly title: string;
  state: string;
  body: string;
}

/** GitHub's API as far as issues go. */
async function startIssues() {
  const issues: Issue[] = [];
  const server = await SinkServer.start((response, got) => {
    const [, number] = /^PATCH \/repos\/shop\/shop\/issues\/(\d+)$/.exec(got.path) ?? [];
    const known = issues.find((issue) => String(issue.number) === number);
    if (known) return answer(200, Object.assign(known, got.body))(response, got);
    if (got.path.startsWith('GET '))
      return answer(
        200,
        issues.filter(({ state }) => state === 'open'),
      )(response, got);
    if (got.path !== 'POST /repos/shop/shop/issues') return answer(404, {})(response, got);
    const issue = { number: issues.length + 1, state: 'open', user: { type: 'Bot' }, ...got.body };
    issues.push(issue);
    return answer(201, issue)(response, got);
  });
  return { issues, server };
}

test('one issue is opened when it is not ready, brought up to date, and closed when it is ready again', async () => {
  await using shop = await Shop.open();
  const { issues, server } = await startIssues();
  try {
    mkdirSync(join(shop.temp, '.github'), { recursive: true });
    const environment = {
      defaults: { namespace: 'shop', kubeconfig: shop.api.kubeconfig },
      report: { issue: 'create', 'github-token': { env: 'GITHUB_TOKEN' } },
      components: { services: { kind: 'service', workloads: ['web'] } },
    };
    writeFileSync(
      join(shop.temp, '.github/rollback.yml'),
      stringify({ environments: { prod: environment } }),
    );
    const check = async () => {
      const { outputs, exitCode, errors } = await startAction('rollback', {
        temp: shop.temp,
        with: { action: 'check', 'check-history': join(shop.temp, 'checks.json') },
        env: {
          GITHUB_API_URL: server.url,
          GITHUB_REPOSITORY: 'shop/shop',
          GITHUB_TOKEN: 'ghs_not-a-real-token',
        },
      }).result;
      return [outputs.result, exitCode, outputs['issue-number'], errors.length];
    };

    // The workload of the configuration is not there yet.
    expect(await check()).toEqual(['not-ready', 1, '1', 1]);
    expect(issues).toMatchObject([{ title: 'The rollback of prod is not ready', state: 'open' }]);
    expect(issues[0]?.body).toContain('web');

    await shop.deploy('web', 'registry.example/web:1');
    expect(await check()).toEqual(['not-ready', 1, '1', 1]);
    expect(issues).toMatchObject([{ state: 'open', body: expect.stringContaining('deployment/web: ') }]);

    expect((await shop.markGood()).errors).toEqual([]);
    expect(await check()).toEqual(['ready', 0, '1', 0]);
    expect(issues).toMatchObject([
      { state: 'closed', body: expect.stringContaining('prod can be rolled back') },
    ]);
    expect(await check()).toEqual(['ready', 0, '', 0]);
    expect(issues).toHaveLength(1);
  } finally {
    await server.close();
  }
});
