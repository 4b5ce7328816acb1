/** Every answer and file of others: it is understood, or it is none, and never a crash. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inert } from '../../src/base/markdown.ts';
import { readFile } from '../../src/config/read.ts';
import { parseContents } from '../../src/database/backup/archive.ts';
import { readNote } from '../../src/database/note.ts';
import { readSnapshot } from '../../src/domain/snapshots/snapshot.ts';
import { errorsIn } from '../../src/integrity/server-log.ts';
import { readEvents } from '../../src/record/read.ts';
import { storyOf } from '../../src/record/story.ts';
import { parseHistory } from '../../src/report/history.ts';
import { elementOf } from '../../src/systems/aws/xml.ts';
import { verify } from '../../src/systems/dns/tsig.ts';
import { alertsOfAlertmanager, alertsOfPrometheus } from '../../src/systems/prometheus/alerts.ts';
import { readNumber } from '../../src/systems/prometheus/answer.ts';
import { parseReply } from '../../src/systems/redis/reply.ts';
import { Decoder } from '../../src/systems/redis/resp.ts';
import { parseChallenge } from '../../src/systems/registry/challenge.ts';
import { credentialsOf } from '../../src/systems/registry/credentials.ts';
import { parseImage } from '../../src/systems/registry/image.ts';
import { parseErrors, parseMessage } from '../../src/systems/terraform/diagnostics.ts';
import { SNAPSHOT } from '../domain/snapshots/example.ts';
import { pullSecret } from '../support/registry.ts';
import { holds, near, nearJson, refusedOrDone } from './fuzz.ts';

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
function file(content: string): string {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return path;
}

const labels = { alertname: 'High', severity: 'critical' };
const EVENT = {
  id: '7-1',
  at: '2026-11-22T03:00:00Z',
  component: 'rollback',
  step: 'action',
  status: 'done',
  seconds: 3,
  evidence: { environment: 'prod', workloads: [{ kind: 'Deployment', name: 'a', outcome: 'rolled-back' }] },
  message: 'x',
};
const RUN = {
  id: '7-1',
  at: '2026-11-22T03:00:00Z',
  environment: 'prod',
  outcome: 'done',
  seconds: 3,
  components: { a: 2 },
};
test.each<[string, (body: unknown) => unknown, unknown]>([
  [
    'a number of Prometheus',
    readNumber,
    { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value: [1, '7'] }] } },
  ],
  [
    'alerts of Prometheus',
    alertsOfPrometheus,
    {
      status: 'success',
      data: { alerts: [{ labels, annotations: {}, state: 'firing', activeAt: '2026-11-22T03:00:00Z' }] },
    },
  ],
  [
    'alerts of Alertmanager',
    (body) => alertsOfAlertmanager(body, 1_800_000_000),
    [
      {
        labels,
        startsAt: '2026-11-22T03:00:00Z',
        endsAt: '2027-11-22T03:00:00Z',
        status: { state: 'active', silencedBy: [], inhibitedBy: [], mutedBy: [] },
      },
    ],
  ],
  [
    'a message of Terraform',
    (body) => parseMessage(JSON.stringify(body) ?? ''),
    {
      '@level': 'error',
      type: 'diagnostic',
      diagnostic: {
        severity: 'error',
        summary: 'x',
        detail: 'y',
        range: { filename: 'a', start: { line: 1 } },
      },
    },
  ],
  [
    'a record and its story',
    (body) => storyOf(readEvents(file(`${JSON.stringify(body)}\n${JSON.stringify(EVENT)}`)).events),
    EVENT,
  ],
  [
    'a history',
    (body) => parseHistory(JSON.stringify(body) ?? '', { incident: undefined, environment: 'prod' }),
    RUN,
  ],
  [
    'a pull secret',
    (body) => {
      const data = { '.dockerconfigjson': Buffer.from(JSON.stringify(body) ?? '').toString('base64') };
      return credentialsOf({ ...pullSecret('pull', {}), data });
    },
    { auths: { 'registry.example': { auth: 'dTpw' }, '*.b': { username: 'u', password: 'p' } } },
  ],
  ['a snapshot', (body) => readSnapshot(file(JSON.stringify(body) ?? '')), SNAPSHOT],
  [
    'a note on a database',
    (body) => readNote(`rollback-actions: ${JSON.stringify(body)}`),
    {
      ...{ of: 'shop', role: 'side', state: 'verified', id: '7-1', run: '7', at: '2026-11-22T03:00:00Z' },
      ...{ backup: 's3://a/b.dump', sha256: '0', comment: null },
    },
  ],
  [
    'the configuration',
    (body) => readFile(file(JSON.stringify(body) ?? '')),
    {
      environments: {
        prod: {
          defaults: { namespace: 'a' },
          components: { a: { kind: 'service', workloads: ['a'], rto: '5m' } },
        },
      },
    },
  ],
])('%s', (_, read, example) => {
  expect(refusedOrDone(() => read(example))).toEqual(expect.anything());
  holds(nearJson(example), (body) => refusedOrDone(() => read(body)), 500);
});

test.each<[string, (text: string) => unknown, string[]]>([
  [
    'a reply of redis-cli',
    (text) => attemptSyntax(() => parseReply(text, 'SCAN 0')),
    ['1) "17"\n2) 1) "a"\n   2) "b"', '(error) NOAUTH x', '(integer) -3', '"\\xff"'],
  ],
  [
    'a reply of Redis',
    (text) => attemptSyntax(() => repliesIn(text)),
    ['*2\r\n$2\r\n17\r\n*2\r\n$1\r\na\r\n$-1\r\n', '-NOAUTH x\r\n', ':-3\r\n+OK\r\n'],
  ],
  [
    'a contents list of pg_restore',
    parseContents,
    [
      '; Archive created at 2026-11-22 03:00:00 UTC\n;     dbname: shop\n3; 1259 16385 TABLE public a owner\n',
    ],
  ],
  [
    'the name of an image',
    parseImage,
    ['redis:8', 'registry.example:5000/team/web:1.2@sha256:0123456789abcdef0123456789abcdef'],
  ],
  [
    'what a registry wants',
    parseChallenge,
    ['Basic realm="x"', 'Bearer realm="https://t/token",service="s",scope="repository:a:pull"'],
  ],
  [
    'an answer of RDS',
    (text) => elementOf(text) ?? 'none',
    ['<?xml version="1.0"?><A x="y"><B>1 &lt; 2</B><C/></A>'],
  ],
  ['errors of Terraform', parseErrors, ['{"@level":"error","@message":"x"}\nError: y\n']],
  [
    'a csvlog',
    (text) => errorsIn(text, 'csv'),
    [
      '2026-11-22 03:00:00.000 UTC,"u","d",1,"h:1",a,1,"x",2026-11-22 03:00:00 UTC,1/1,0,ERROR,42P01,"no ""table""",,,,,,"q",1,,"app"\n',
    ],
  ],
  [
    'a jsonlog',
    (text) => errorsIn(text, 'json'),
    ['{"timestamp":"2026-11-22 03:00:00.000 UTC","error_severity":"ERROR","message":"x"}\n'],
  ],
  ['a log', (text) => errorsIn(text, 'stderr'), ['2026-11-22 03:00:00.000 UTC [1] ERROR:  x\n\tmore\n']],
  [
    'a configuration in YAML',
    (text) => readFile(file(text.slice(0, 2000))),
    [
      'environments:\n  prod: &a\n    defaults: {namespace: a}\n  drill: *a\n',
      '!!binary x\n--- \n? [a]\n: b',
    ],
  ],
])('%s, as text', (_, read, examples) => {
  expect(examples.map((text) => refusedOrDone(() => read(text)))).toContainEqual(expect.anything());
  holds(near(examples), (text) => refusedOrDone(() => read(text)), 500);
});

/** What its callers answer: a reply that is none. */
function attemptSyntax(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if ((error as Error).name === 'SyntaxError') return undefined;
    throw error;
  }
}

function repliesIn(text: string): unknown[] {
  const replies: unknown[] = [];
  new Decoder((reply) => replies.push(reply)).write(Buffer.from(text, 'latin1'));
  return replies;
}

test('a signature of DNS that is none is refused', () => {
  const key = { name: 'key', algorithm: 'hmac-sha256', secret: Buffer.from('x') } as Parameters<
    typeof verify
  >[1];
  holds(fc.uint8Array({ maxLength: 300 }), (bytes) =>
    expect(
      refusedOrDone(() => {
        verify(Buffer.from(bytes), key, Buffer.alloc(32), 'ns1');
        return 'taken';
      }),
    ).toBeUndefined(),
  );
});

test('text of others opens no markup, mention or line', () => {
  holds(near(['<img src=x> @admin [a](b) | `c` **d**\n# e', '&lt;']), (text) => {
    expect(inert(text)).not.toMatch(/[\r\n<>|@[\]`*_~\\]/);
  });
});
