/** Every text that people give: it is read, or refused in one sentence, and what is secret of it is not repeated. */
import { expect, test } from '@jest/globals';
import { parseThresholds } from '../../src/assess/levels.ts';
import { parseSignals } from '../../src/assess/signals.ts';
import { parsePointInTime } from '../../src/database/point-in-time.ts';
import { parseQuiesce } from '../../src/database/quiesce.ts';
import { parsePrevious } from '../../src/dns/previous.ts';
import { parseSelection } from '../../src/domain/workloads/selection.ts';
import { parseHcl } from '../../src/infra/hcl.ts';
import { parseAddresses, parseAssignments, parseBackendConfig } from '../../src/infra/values.ts';
import { parseObjective } from '../../src/report/rto.ts';
import { parseHealth } from '../../src/service/health.ts';
import { parseTo } from '../../src/service/to.ts';
import { parseServer } from '../../src/systems/dns/exchange.ts';
import { parseKey } from '../../src/systems/dns/tsig.ts';
import { endpointOf } from '../../src/systems/http/endpoint.ts';
import { loadKubeConfig } from '../../src/systems/kubernetes/kubeconfig.ts';
import { parseCommand } from '../../src/systems/kubernetes/pod-commands.ts';
import { parseAddress as parseDatabase } from '../../src/systems/postgres/address.ts';
import { parseAddress as parsePrometheus } from '../../src/systems/prometheus/address.ts';
import { parseLabels } from '../../src/systems/prometheus/alerts.ts';
import { parseAddress as parseRedis } from '../../src/systems/redis/address.ts';
import { holds, MARK, near, refusedOrDone } from './fuzz.ts';

const none = () => {};
const thresholds = { low: 0.01, medium: 0.1, high: 0.3, critical: 0.5 } as Parameters<
  typeof parseThresholds
>[2];
const KUBECONFIG = `{"current-context": "c", "clusters": [{"name": "c", "cluster": {"server": "https://k"}}],
"contexts": [{"name": "c", "context": {"cluster": "c", "user": "u"}}], "users": [{"name": "u", "user": {"token": "${MARK}"}}]}`;

test.each<[string, (text: string) => unknown, string[]]>([
  [
    '`to`',
    parseTo,
    ['last-good', 'previous', 'revision=12', 'version=1.2', 'annotation=a/b', 'image=app=r/x:1'],
  ],
  [
    '`health`',
    parseHealth,
    ['http://:8080/health', 'https://shop.example/h', 'deployment/web: exec: curl -f "x y"'],
  ],
  [
    '`workloads` and `selector`',
    (text) => parseSelection([text], text, [text]),
    ['deployment/api', 'all', 'app in (a,b)', 'x=y,!z'],
  ],
  ['`quiesce`', (text) => parseQuiesce([text]), ['deployment/api', 'statefulset/queue', 'all']],
  ['`commands`', parseCommand, ['deployment/api: npm run verify', `web: sh -c 'a "b" c'`]],
  ['`rto`', parseObjective, ['api=5m', 'all=1h30m (the whole)', '{a,b}=90s']],
  ['thresholds', (text) => parseThresholds('error-rate', [text], thresholds), ['high=30%', 'low = 0.1']],
  ['`signals`', parseSignals, ['{"error-rate": 0.4, "impact": "major"}', '{"format": 1, "observation": {}}']],
  [
    '`previous`',
    parsePrevious,
    [
      '{"provider": "rfc2136", "zone": "a", "name": "www.a", "type": "A", "ttl": 60, "values": ["192.0.2.1"], "now": {"ttl": 30, "values": ["192.0.2.2"]}}',
    ],
  ],
  [
    'a point in time',
    parsePointInTime,
    ['pgbackrest://main?time=2026-11-22T10:00:00Z&set=a', 'pgbackrest:///x'],
  ],
  ['`secret-vars`', (text) => parseAssignments([text], 'secret-vars'), [`password=${MARK}`, 'zones=["a"]']],
  ['`backend-config`', (text) => parseBackendConfig([text]), ['bucket=a', 'endpoints={s3="x"}']],
  ['`allow-destroy`', parseAddresses, ['module.a["b"].aws_x.y[0]', 'a.b,c.d']],
  [
    'Terraform files',
    (text) => parseHcl(text, 'main.tf'),
    ['resource "a" "b" { lifecycle { prevent_destroy = true } }', 'x = <<E\n$' + '{y}\nE\n/* */ # a'],
  ],
  [
    '`server`',
    (text) => parseServer(text, 'server'),
    ['ns1.example.com:53', '[2001:db8::1]:53', '192.0.2.1'],
  ],
  ['`tsig-key`', parseKey, ['hmac-sha256:key.:TWFya2VkLTVlY3JldA==', `key:${MARK}`]],
  ['`endpoint`', (text) => endpointOf(text, 'endpoint'), [`https://u:${MARK}@h:1/x`, 'localhost:9']],
  [
    '`database-url`',
    (text) => parseDatabase(text),
    [`postgres://u:${MARK}@h:5432/shop?sslmode=require`, `postgresql://u:${MARK}@/d?host=/tmp`],
  ],
  [
    '`prometheus-url`',
    (url) => parsePrometheus({ input: 'prometheus-url', url, headers: [url] }, none),
    [`https://u:${MARK}@prom:9090/x`, `X-Scope-OrgID: ${MARK}`],
  ],
  [
    '`redis-url`',
    (text) => parseRedis(text, { ca: undefined, insecure: false, mask: () => {} }),
    [`rediss://u:${MARK}@h:6379/0`, `redis+sentinel://:${MARK}@a,b/main/0?sentinel-password=${MARK}`],
  ],
  ['labels', (text) => parseLabels([text]), ['action=rollback', 'severity="high"']],
  ['a kubeconfig', (kubeconfig) => loadKubeConfig({ kubeconfig: `${kubeconfig}\n` }, none), [KUBECONFIG]],
])('%s', (_, parse, examples) => {
  // Else all that is near them would be refused.
  expect(examples.map((text) => refusedOrDone(() => parse(text)))).toContainEqual(expect.anything());
  holds(near(examples), (text) => {
    refusedOrDone(() => parse(text));
  });
});

/** What the properties above found; kept, because they begin elsewhere every time. */
test.each<[string, () => unknown, RegExp]>([
  [
    'half of a password',
    () => parseDatabase(`postgres://u:12?${MARK}@h/shop`),
    /percent-encode the password/,
  ],
  [
    'half of a password of Redis',
    () => parseRedis(`redis://u:pa?${MARK}@h`, { ca: undefined, insecure: false, mask: () => {} }),
    /percent-encode the password/,
  ],
  [
    'a password with %',
    () => parsePrometheus({ input: 'prometheus-url', url: `https://u:%zz${MARK}@prom` }, none),
    /write %25 for it/,
  ],
  [
    'a time with %',
    () => parsePointInTime('pgbackrest://main?time=%'),
    /has a % that is not percent-encoding/,
  ],
  ['a host without end', () => endpointOf('M'.repeat(20_000), 'endpoint'), /is not an address of an API/],
  ['blocks without end', () => parseHcl('a {'.repeat(20_000), 'main.tf'), /main\.tf/],
])('%s is refused in one sentence', (_, parse, sentence) => {
  expect(() => refusedOrDone(parse)).not.toThrow();
  expect(parse).toThrow(sentence);
});

test('a line of spaces is read at once', () => {
  expect(refusedOrDone(() => parseAssignments([`${' '.repeat(200_000)}x`], 'vars'))).toBeUndefined();
});

test('what is searched for is found', () => {
  expect(() => holds(near(['abc']), (text) => refusedOrDone(() => JSON.parse(text)))).toThrow(
    /Property failed/,
  );
});
