import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startAction } from '../../support/action.ts';
import { deadline } from '../../support/deadline.ts';
import { type Bind, startSecondary, startViews, ZONE } from '../../support/dns/bind.ts';
import { type Servers, startServers } from '../../support/dns/servers.ts';
import { startUntrusted } from '../../support/dns/untrusted.ts';
import { freePort } from '../../support/port.ts';

let all: Servers | undefined;
let primary: Bind;
let secondary: Bind;
let lagging: Bind;
let inputs: Servers['inputs'];
let change: Servers['change'];
let held: Servers['held'];

beforeAll(async () => {
  all = await startServers([
    'slow 60 A 192.0.2.1',
    'killed 60 A 192.0.2.2',
    'public 60 A 192.0.2.1',
    'checked 60 A 127.0.0.9',
  ]);
  ({ primary, secondary, inputs, change, held } = all);
  lagging = await startSecondary({ address: '127.0.0.1', port: await freePort() }, primary);
});
afterAll(() => Promise.all([lagging.stop(), all?.stop()]));

test('resolvers can be asked instead, whose TTL runs down', async () => {
  const { outputs, log } = await change({
    name: `public.${ZONE}`,
    value: '192.0.2.2',
    ttl: '30',
    verify: 'public',
    'verify-servers': `127.0.0.1:${secondary.port}`,
  });
  expect(outputs.result).toBe('done');
  expect(log).toContain('1 of 1 servers answer it');
});

describe('a secondary that does not follow', () => {
  const servers = () => ({ 'verify-servers': `127.0.0.1:${primary.port}, 127.0.0.1:${lagging.port}` });

  test('is named with what it answers, and what it was is given out all the same', async () => {
    const { exitCode, errors, outputs } = await change({
      name: `slow.${ZONE}`,
      value: '192.0.2.2',
      timeout: await deadline(3),
      ...servers(),
    });
    expect(exitCode).toBe(1);
    expect(errors[0]).toMatch(
      new RegExp(
        `is switched to 192.0.2.2 .*127.0.0.1:${lagging.port} \\(answers 192.0.2.1\\) did not follow in time`,
      ),
    );
    expect(JSON.parse(outputs.previous ?? '')).toMatchObject({ values: ['192.0.2.1'] });
  });

  test('a run that is killed while it waits says what it was, and the next one goes on', async () => {
    const job = { temp: mkdtempSync(join(tmpdir(), 'runner-')), run: 'killed' };
    const step = startAction('switch-dns', {
      ...job,
      with: inputs({ name: `killed.${ZONE}`, value: '192.0.2.3', ...servers() }),
    });
    while (!(await held('killed')).includes('192.0.2.3')) await wait(20);
    step.process.kill('SIGKILL');
    const { log, record } = await step.result;
    expect(log).toContain('"values":["192.0.2.2"]');
    expect(record.at(-1)).toMatchObject({
      status: 'started',
      evidence: { previous: { values: ['192.0.2.2'] } },
    });
    const next = startAction('switch-dns', {
      ...job,
      with: inputs({ name: `killed.${ZONE}`, value: '192.0.2.3', ...servers() }),
    });
    while (!next.log().includes('TTL 60')) await wait(20);
    await lagging.stop();
    const { address, port } = lagging;
    lagging = await startSecondary({ address, port }, primary);
    const { outputs } = await next.result;
    expect(outputs.result).toBe('no-op');
    expect(JSON.parse(outputs.previous ?? '')).toMatchObject({ values: ['192.0.2.2'] });
  });
});

test('where a server shows others another zone, its own view is waited for, and that is said', async () => {
  const at = { address: '127.0.0.1', port: await freePort() };
  const views = await startViews(at, ['shop 60 A 10.0.0.1'], ['shop 60 A 192.0.2.1']);
  const wanted = {
    server: `127.0.0.1:${views.port}`,
    'verify-servers': '',
    name: `shop.${ZONE}`,
    value: '10.0.0.2',
  };
  const { errors, outputs, warnings } = await change(wanted);
  await views.stop();
  expect([errors, outputs.result]).toEqual([[], 'done']);
  expect(warnings).toEqual([
    `127.0.0.1:${views.port} answers for shop.${ZONE} something else to those without the key (it has views); what it answers with the key is waited for, and no other server is asked.`,
  ]);
});

test('the target must work at its new place, before the switch and after it', async () => {
  const seen: (string | undefined)[] = [];
  const web = createServer((request, response) => {
    seen.push(request.headers.host);
    response.writeHead(request.url === '/health' ? 200 : 500).end();
  }).listen(0, '127.0.0.1');
  const { port } = await new Promise<{ port: number }>((resolve) => {
    web.once('listening', () => resolve(web.address() as { port: number }));
  });
  const url = `http://checked.${ZONE}:${port}`;
  const sick = await change({ name: `checked.${ZONE}`, value: '127.0.0.1', check: `${url}/sick` });
  expect(sick.errors[0]).toMatch(/^Nothing was changed: .*\/sick at 127\.0\.0\.1 does not work \(HTTP 500\)/);
  expect(await held('checked')).toEqual(['127.0.0.9']);
  seen.length = 0;
  const well = await change({ name: `checked.${ZONE}`, value: '127.0.0.1', check: `${url}/health` });
  expect(well.outputs.result).toBe('done');
  expect(seen).toEqual([`checked.${ZONE}:${port}`, `checked.${ZONE}:${port}`]);
  web.close();

  const untrusted = await startUntrusted();
  const tls = await change({
    name: `checked.${ZONE}`,
    value: '127.0.0.1',
    ttl: '30',
    check: `https://checked.${ZONE}:${untrusted.port}/`,
  });
  untrusted.stop();
  expect(tls.errors[0]).toMatch(
    /^Nothing was changed: https:.* at 127\.0\.0\.1 does not work \(its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS\)/,
  );
});
