/** Slack's one message while the chain goes on; that it is changed at all is seen in test/servers/actions/rollback.test.ts. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { liveProgress } from '../../src/rollback/live.ts';
import type { Context } from '../../src/runner/action.ts';

test('a record that nobody can read any more holds up no one who works', async () => {
  const lines: string[] = [];
  const context = {
    rollbackId: '1-1',
    recordPath: join(mkdtempSync(join(tmpdir(), 'live-')), 'gone.jsonl'),
    redact: (text: string) => text,
    log: { info: (line: string) => lines.push(line) },
    record: () => {},
    signal: new AbortController().signal,
  } as unknown as Context;
  const live = liveProgress({ 'slack-token': 'xoxb-1', 'slack-channel': '#incidents' }, context, undefined);
  live?.seen({ component: 'notify', step: 'action', status: 'done' });
  live?.seen({
    component: 'dns/shop.example',
    where: { provider: 'route53', zone: 'shop.example' },
    step: 'switch A',
    status: 'done',
    evidence: {},
  });
  await live?.end();
  expect(lines).toEqual([expect.stringMatching(/^… Slack's message is not up to date: .*ENOENT/)]);
});
