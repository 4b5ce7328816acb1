import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction, type StepResult, startAction } from '../support/action.ts';
import { Cloudflare } from '../support/dns/cloudflare.ts';
import { startUntrusted } from '../support/dns/untrusted.ts';

const api = new Cloudflare();
beforeAll(() => api.start());
afterAll(() => api.stop());
beforeEach(() => {
  api.records = [];
  api.failures = [];
  api.lostAnswers = 0;
  api.ignoresFilter = false;
  api.balancers = undefined;
  api.status = 'active';
  api.onChange = () => {};
  api.requests.length = 0;
});

const NAME = 'shop.example.test';
const change = async (more: Record<string, string>): Promise<StepResult> => {
  const result = await runAction('switch-dns', {
    with: {
      provider: 'cloudflare',
      zone: 'example.test',
      name: NAME,
      endpoint: api.endpoint,
      'api-token': api.token,
      verify: 'none',
      reason: 'test',
      ...more,
    },
  });
  const { log, summary, outputs, record } = result;
  const said = log.replaceAll(/^::add-mask::.*$/gm, '') + summary + JSON.stringify([outputs, record]);
  expect(said).not.toContain(api.token);
  return result;
};
const undo = ({ outputs }: StepResult) =>
  change({ name: '', phase: 'undo', previous: outputs.previous ?? '' });
const writes = () => api.requests.filter((request) => request.startsWith('POST')).length;

describe('Cloudflare', () => {
  test('DNS4: where the filter is ignored, records of other names stay as they are', async () => {
    api.ignoresFilter = true;
    const others = ['www', 'mail'].map((label, index) =>
      api.add({ type: 'A', name: `${label}.example.test`, content: `192.0.2.${20 + index}` }),
    );
    const before = structuredClone(others);
    api.add({ type: 'A', name: NAME, content: '192.0.2.1' });
    const { errors, outputs } = await change({ value: '192.0.2.7' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(api.records.slice(0, 2)).toEqual(before);
    expect(api.records[2]).toMatchObject({ name: NAME, content: '192.0.2.7' });
    const missing = await change({ name: 'nothing.example.test', value: '192.0.2.7' });
    expect(missing.errors[0]).toContain(
      'there is no A record of nothing.example.test to switch (there is nothing)',
    );
  });

  test('records with TTLs of their own keep them, and undo gives each its own back', async () => {
    for (const [content, ttl, comment] of [
      ['192.0.2.1', 60, 'a'],
      ['192.0.2.2', 3600, 'b'],
    ] as const)
      api.add({ type: 'A', name: NAME, content, ttl, comment });
    const before = structuredClone(api.records);
    const first = await change({ value: '192.0.2.2\n192.0.2.9' });
    expect(first.errors).toEqual([]);
    expect(first.outputs['client-lag-seconds']).toBe('3600');
    expect(api.records.find(({ content }) => content === '192.0.2.2')?.ttl).toBe(3600);
    expect((await undo(first)).outputs.result).toBe('done');
    const bare = (records: typeof before) =>
      records.map(({ content, ttl, comment }) => ({ content, ttl, comment })).sort((a, b) => a.ttl - b.ttl);
    expect(bare(api.records)).toEqual(bare(before));
  });

  test('a proxied record is changed in place: proxy, comment and tags stay, and no client lags', async () => {
    const { id } = api.add({
      type: 'A',
      name: NAME,
      content: '192.0.2.1',
      proxied: true,
      comment: 'keep',
      tags: ['team:web'],
    });
    const first = await change({ value: '192.0.2.7', verify: 'authoritative' });
    expect(first.errors).toEqual([]);
    expect(first.outputs).toMatchObject({ result: 'done', 'client-lag-seconds': '0' });
    expect(api.records).toEqual([
      {
        id,
        type: 'A',
        name: NAME,
        content: '192.0.2.7',
        ttl: 1,
        proxied: true,
        comment: 'keep',
        tags: ['team:web'],
        settings: {},
      },
    ]);
    expect((await change({ value: '192.0.2.7' })).outputs.result).toBe('no-op');
    expect((await undo(first)).outputs.result).toBe('done');
    expect(api.records[0]).toMatchObject({ id, content: '192.0.2.1', ttl: 1, comment: 'keep' });
    expect(writes()).toBe(2);
  });

  test('a `previous` that somebody has changed by hand is refused', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1', ttl: 60 });
    const first = await change({ value: '192.0.2.7' });
    const previous = JSON.parse(first.outputs.previous ?? '');
    for (const torn of [
      { ...previous, values: ['192.0.2.66'] },
      { ...previous, raw: { a: 1 } },
      { ...previous, raw: [{ ...previous.raw[0], type: 'AAAA' }] },
    ]) {
      const back = await change({ name: '', phase: 'undo', previous: JSON.stringify(torn) });
      expect(back.errors).toEqual([
        'Input `previous` contradicts itself: its `raw` is another record set than its values say; take it as the switch gave it.',
      ]);
    }
    expect(api.records[0]?.content).toBe('192.0.2.7');
  });

  test('several records become fewer in one batch, and come back with what was theirs', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1', ttl: 60, comment: 'one' });
    api.add({ type: 'A', name: NAME, content: '192.0.2.2', ttl: 60, comment: 'two' });
    api.add({ type: 'A', name: 'other.example.test', content: '192.0.2.2' });
    const first = await change({ value: '192.0.2.1', ttl: '120' });
    expect(api.records.map(({ content, ttl }) => [content, ttl])).toEqual([
      ['192.0.2.1', 120],
      ['192.0.2.2', 1],
    ]);
    expect((await undo(first)).errors).toEqual([]);
    const own = api.records.filter(({ name }) => name === NAME);
    expect(own.map(({ content, ttl, comment }) => [content, ttl, comment])).toEqual([
      ['192.0.2.1', 60, 'one'],
      ['192.0.2.2', 60, 'two'],
    ]);
    expect(writes()).toBe(2);
  });

  test.each([
    ['CNAME', { content: 'new.example.net' }, 'old.example.net.', { content: 'old.example.net' }],
    [
      'MX',
      { content: 'mx1.example.net', priority: 10 },
      '20 mx2.example.net',
      { content: 'mx2.example.net', priority: 20 },
    ],
    ['TXT', { content: '"v=1"' }, 'v=2', { content: '"v=2"' }],
    [
      'SRV',
      { content: '10 5 5060 a.example.net' },
      '1 2 5061 b.example.net',
      { content: '1 2 5061 b.example.net' },
    ],
    ['CAA', { content: '0 issue "a.example"' }, '0 issue "b.example"', { content: '0 issue "b.example"' }],
  ])('%s', async (type, before, value, after) => {
    api.add({ type, name: NAME, ...before });
    const { errors } = await change({ type, value });
    expect(errors).toEqual([]);
    expect(api.records).toEqual([expect.objectContaining(after)]);
  });

  test('undo leaves what somebody changed beside the value since, and the records that it does not have to make anew', async () => {
    const own = (content: string) => ({ type: 'A', name: NAME, content, ttl: 60 });
    const first = api.add({ ...own('192.0.2.1'), proxied: true, comment: 'one' });
    api.add({ ...own('192.0.2.2'), comment: 'two' });
    const changed = await change({ value: '192.0.2.8\n192.0.2.9' });
    // The proxy is taken away because of the outage, and the records are listed in another order.
    api.records = api.records.map((record) => ({ ...record, proxied: false })).reverse();
    expect((await undo(changed)).errors).toEqual([]);
    const back = api.records.find(({ id }) => id === first.id);
    expect(back).toMatchObject({ content: '192.0.2.1', proxied: false, comment: 'one' });
    expect(api.records).toHaveLength(2);
  });

  test('a name whose part of the zone is delegated is switched where everybody sees it', async () => {
    const name = 'shop.team.example.test';
    api.add({ type: 'NS', name: 'team.example.test', content: 'ns.elsewhere.test' });
    api.add({ type: 'A', name, content: '192.0.2.1' });
    const glue = api.add({ type: 'A', name: 'ns.own.example.test', content: '192.0.2.1' });
    api.add({ type: 'NS', name: 'own.example.test', content: 'ns.own.example.test' });
    const { errors } = await change({ name, value: '192.0.2.2' });
    expect(errors).toEqual([
      `Nothing was changed: the A record of ${name} cannot be changed by itself: team.example.test is delegated to ns.elsewhere.test, and is answered there; change it there.`,
    ]);
    expect(writes()).toBe(0);
    expect((await change({ name: glue.name, value: '192.0.2.2' })).outputs.result).toBe('done');
  });

  // developers.cloudflare.com/load-balancing/load-balancers/dns-records: the load balancer takes precedence.
  test('a proxied record that a load balancer stands for is refused, and switched where that is off', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1', proxied: true });
    api.balancers = [{ name: 'other.example.test' }, { name: NAME, enabled: true }];
    const { errors } = await change({ value: '192.0.2.2' });
    expect(errors).toEqual([
      `Nothing was changed: the A record of ${NAME} cannot be changed by itself: a load balancer of Cloudflare has its name and answers in its place; change that.`,
    ]);
    api.balancers = [{ name: NAME, enabled: false }];
    expect((await change({ value: '192.0.2.2' })).outputs.result).toBe('done');
  });

  test.each([
    ['at the zone itself, by its id', 'example.test', {}],
    ['whose answer is flattened', NAME, { settings: { flatten_cname: true } }],
  ])('a CNAME %s is what no name server answers', async (_, name, more) => {
    api.add({ type: 'CNAME', name, content: 'new.example.net', ...more });
    const zone = '023e105f4ecef8ad9ca31a8372d0c353';
    const inputs = { zone, name, type: 'CNAME', value: 'old.example.net', verify: 'authoritative' };
    const { errors, log } = await change(inputs);
    expect(errors).toEqual([]);
    expect(log).toContain('name servers answer something else for this kind of record');
  });

  test('too many requests are asked again, an answer that got lost is not', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1' });
    api.failures = [429];
    expect((await change({ value: '192.0.2.2' })).outputs.result).toBe('done');
    api.failures = [502];
    const lost = await change({ value: '192.0.2.3' });
    expect(lost.errors[0]).toBe('Cloudflare cannot do it at the moment (HTTP 502); run this again later.');
    expect(writes()).toBe(3);
    expect(lost.record.filter(({ component }) => component === `dns/${NAME}`).at(-1)).toMatchObject({
      status: 'failed',
      evidence: { previous: { values: ['192.0.2.2'] } },
    });
    expect(JSON.parse(lost.outputs.previous ?? '')).toMatchObject({ values: ['192.0.2.2'] });
  });

  test('a change whose answer got lost is seen to be made, and not made twice', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1' });
    api.lostAnswers = 1;
    const { errors, outputs } = await change({ value: '192.0.2.2' });
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(JSON.parse(outputs.previous ?? '')).toMatchObject({ values: ['192.0.2.1'] });
    expect(writes()).toBe(1);
  });

  test.each([
    [
      'another token',
      { 'api-token': 'wrong-token-0123456789' },
      /does not take `api-token`: Invalid access token \(9109\)/,
    ],
    ['no token', { 'api-token': '' }, /Input `api-token` is required/],
    ['a zone that is not there', { zone: 'other.test', name: 'a.other.test' }, /has no zone other\.test/],
    [
      'nobody there',
      { endpoint: 'http://nobody.invalid' },
      /^Cloudflare cannot be reached: the name does not resolve;/,
    ],
    ['a TTL below its least', { ttl: '30' }, /Cloudflare takes from 60 to 86400 seconds/],
    ['a value of another type', { value: 'old.example.net' }, /is not a value of an A record/],
  ] as [string, Record<string, string>, RegExp][])('%s is one sentence', async (_, more, message) => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1', ttl: 60 });
    const { exitCode, errors } = await change({ value: '192.0.2.2', ...more });
    expect(exitCode).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
    expect(writes()).toBe(0);
  });

  test('a certificate of nobody known is one sentence, and is sent no token', async () => {
    const untrusted = await startUntrusted();
    const { errors } = await change({ value: '192.0.2.2', endpoint: `https://127.0.0.1:${untrusted.port}` });
    untrusted.stop();
    expect(errors).toEqual([
      'Cloudflare cannot be reached: its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS; check `endpoint` and the network of the runner.',
    ]);
  });

  test('a run that is killed when it has changed the record says what it was, and the next one is a no-op that does too', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1', ttl: 60 });
    const job = { temp: mkdtempSync(join(tmpdir(), 'runner-')), run: 'killed' };
    const step = () =>
      startAction('switch-dns', {
        ...job,
        with: {
          provider: 'cloudflare',
          zone: 'example.test',
          name: NAME,
          value: '192.0.2.2',
          endpoint: api.endpoint,
          'api-token': api.token,
          verify: 'none',
          reason: 'test',
        },
      });
    const first = step();
    // Its change is made, and it does not come to hear of that.
    api.onChange = () => first.process.kill('SIGKILL');
    const { record } = await first.result;
    expect(record.at(-1)).toMatchObject({
      status: 'started',
      evidence: { previous: { values: ['192.0.2.1'] } },
    });
    const { outputs, errors } = await step().result;
    expect([errors, outputs.result]).toEqual([[], 'no-op']);
    expect(JSON.parse(outputs.previous ?? '')).toMatchObject({ values: ['192.0.2.1'] });
    expect(writes()).toBe(1);
  });

  test.each([`a-${NAME}`, `txt.a-${NAME}`, 'a-shop-txt.example.test'])(
    'a name of external-dns (%s) refuses, and may be switched all the same',
    async (name) => {
      api.add({ type: 'A', name: NAME, content: '192.0.2.1' });
      api.add({ type: 'A', name: `my-${NAME}`, content: '192.0.2.1' });
      api.add({ type: 'TXT', name, content: '"heritage=external-dns,external-dns/owner=prod"' });
      const { errors } = await change({ value: '192.0.2.2' });
      expect(errors[0]).toMatch(/belongs to external-dns \(owner "prod"\)/);
      expect((await change({ name: `my-${NAME}`, value: '192.0.2.2' })).outputs.result).toBe('done');
      expect((await change({ value: '192.0.2.2', 'external-dns': 'ignore' })).outputs.result).toBe('done');
    },
  );

  test('a star of external-dns, whose mark has any name, refuses', async () => {
    api.add({ type: 'A', name: '*.example.test', content: '192.0.2.1' });
    api.add({
      type: 'TXT',
      name: 'a-any.example.test',
      content: '"heritage=external-dns,external-dns/owner=prod"',
    });
    const { errors } = await change({ name: '*.example.test', value: '192.0.2.2' });
    expect(errors[0]).toMatch(
      /^Nothing was changed: \*\.example\.test belongs to external-dns \(owner "prod"\)/,
    );
  });

  test('what Terraform is noted to keep is switched with a warning; what Cloudflare itself keeps is not', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1', comment: 'Managed by Terraform' });
    const { outputs, warnings } = await change({ value: '192.0.2.2' });
    expect(outputs.result).toBe('done');
    expect(warnings).toEqual([
      `${NAME} is kept by Terraform (noted at the record: "Managed by Terraform"), which takes the change back at its next run; change it there too.`,
    ]);
    const name = 'tunnel.example.test';
    api.add({ type: 'CNAME', name, content: 'x.cfargotunnel.com', meta: { managed_by_argo_tunnel: true } });
    const { errors } = await change({ name, type: 'CNAME', value: 'y.example.net' });
    expect(errors[0]).toMatch(
      /^Nothing was changed: the CNAME record of tunnel\.example\.test cannot be changed by itself: /,
    );
  });

  // kube-aws#144: the zone's own servers answer, and nobody else asks them.
  const DELEGATE = 'switch it where it is delegated to, or delegate it to a.ns.invalid';
  test.each([
    ['pending', 'its domain is not delegated to Cloudflare yet', DELEGATE],
    ['moved', 'its domain is delegated to Cloudflare no more', DELEGATE],
    ['initializing', 'its setup is not finished', 'finish that first'],
    ['deleted', 'it was deleted', 'add it again, or switch it where it is delegated to'],
    ['deactivated', 'Cloudflare has deactivated it', 'let Cloudflare activate it again'],
    ['constructor', 'what that means is unknown', DELEGATE],
  ])('a zone that is %s is not switched, and that is what is said of it', async (status, why, remedy) => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1' });
    api.status = status;
    for (const zone of ['example.test', '023e105f4ecef8ad9ca31a8372d0c353'])
      expect((await change({ zone, value: '192.0.2.7' })).errors).toEqual([
        `Cloudflare does not serve the zone example.test, which it calls "${status}" (${why}), so no one would see the change; ${remedy}.`,
      ]);
    expect(writes()).toBe(0);
  });

  test('a name that only a star answers for is said to be one', async () => {
    api.add({ type: 'A', name: '*.example.test', content: '192.0.2.1' });
    const { errors } = await change({ value: '192.0.2.2' });
    expect(errors[0]).toBe(
      `Nothing was changed: there is no A record of ${NAME}; *.example.test answers for it. Make the record first, or switch *.example.test.`,
    );
    expect(writes()).toBe(0);
  });

  test('a switch takes five calls; by the id of the zone too, whose own name is @', async () => {
    api.add({ type: 'A', name: NAME, content: '192.0.2.1' });
    await change({ value: '192.0.2.2' });
    const path = '/zones/023e105f4ecef8ad9ca31a8372d0c353';
    const list = `GET ${path}/dns_records`;
    expect(api.requests).toEqual(['GET /zones', list, list, list, `POST ${path}/dns_records/batch`]);
    api.add({ type: 'A', name: 'example.test', content: '192.0.2.1' });
    const zone = '023e105f4ecef8ad9ca31a8372d0c353';
    const own = await change({ zone, name: '@', value: '192.0.2.2' });
    expect([own.errors, own.outputs.result]).toEqual([[], 'done']);
    expect(JSON.parse(own.outputs.previous ?? '').name).toBe('example.test');
    const other = await change({ zone, name: 'shop.example.net', value: '192.0.2.2' });
    expect(other.errors[0]).toContain('is not a name in the zone example.test');
  });
});
