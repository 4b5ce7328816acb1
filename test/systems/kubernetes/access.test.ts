import { afterEach, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import '../realm.ts';
import { ActionError } from '../../../src/base/errors.ts';
import { type Permission, requirePermissions } from '../../../src/systems/kubernetes/access.ts';
import { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import { configFor, type Got, json, refuse, ScriptedServer } from '../scripted-server.ts';

let server: ScriptedServer;
let client: KubeClient;

interface Asked {
  namespace: string;
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
}
const asked = ({ body }: Got) => (body as { spec: { resourceAttributes: Asked } }).spec.resourceAttributes;

/** A server that allows what `allows` says. */
async function connect(allows: (asked: Asked) => boolean): Promise<void> {
  const reply = json((request: Got) => ({ status: { allowed: allows(asked(request)) } }), 201);
  server = await ScriptedServer.start(...Array(20).fill(reply));
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
}

afterEach(async () => {
  client?.close();
  await server?.close();
});

const permissions: Permission[] = [
  { group: 'apps', resource: 'deployments', verbs: ['get', 'patch'] },
  { group: '', resource: 'pods/exec', verbs: ['create'] },
];

test('asks for each verb, and is silent where all is allowed', async () => {
  await connect(() => true);
  await requirePermissions(client, 'shop', permissions);
  expect(new Set(server.told)).toEqual(
    new Set(['POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews']),
  );
  const attributes = server.requests.map(asked).sort((a, b) => a.verb.localeCompare(b.verb));
  expect(attributes).toEqual([
    { namespace: 'shop', verb: 'create', group: '', resource: 'pods', subresource: 'exec' },
    { namespace: 'shop', verb: 'get', group: 'apps', resource: 'deployments' },
    { namespace: 'shop', verb: 'patch', group: 'apps', resource: 'deployments' },
  ]);
});

test('S22: what a Role allows by name is allowed, where every one that is meant is named', async () => {
  await connect((review) => (review as { name?: string }).name === 'web');
  const patch = { group: 'apps', resource: 'deployments', verbs: ['patch'] };
  await requirePermissions(client, 'shop', [{ ...patch, names: ['web'] }]);
  for (const names of [['web', 'api'], []])
    await expect(requirePermissions(client, 'shop', [{ ...patch, names }])).rejects.toThrow(
      /may not patch deployments/,
    );
});

test('names what is missing, and gives the rules that fit into a Role', async () => {
  await connect(({ verb }) => verb === 'get');
  const error = (await requirePermissions(client, 'shop', permissions).catch(
    (thrown) => thrown,
  )) as ActionError;
  expect(error).toBeInstanceOf(ActionError);
  expect(error.message).toBe(
    'The credentials may not patch deployments, create pods/exec in the namespace shop; add the rules below to their Role (docs/permissions.md has it whole).',
  );
  expect(parse(error.details.join('\n'))).toEqual({
    rules: [
      { apiGroups: ['apps'], resources: ['deployments'], verbs: ['patch'] },
      { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] },
    ],
  });
});

const listed = [{ group: 'apps', resource: 'deployments', verbs: ['list', 'watch'] }, ...permissions];

test('where nothing at all is allowed, the namespace may be a wrong one', async () => {
  await connect(() => false);
  await expect(requirePermissions(client, 'shpo', listed)).rejects.toThrow(
    /in the namespace shpo; check `namespace`, as nothing that was asked for is allowed there, or add the rules below to their Role/,
  );
});

test('where something is allowed, it is the right one', async () => {
  await connect(({ verb }) => verb === 'watch');
  await expect(requirePermissions(client, 'shop', listed)).rejects.toThrow(
    /in the namespace shop; add the rules/,
  );
});

test('asks nothing where nothing is needed', async () => {
  await connect(() => false);
  await requirePermissions(client, 'shop', []);
  expect(server.requests).toEqual([]);
});

test('says so where it may not even ask', async () => {
  server = await ScriptedServer.start(...Array(5).fill(refuse(403, 'Forbidden')));
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  await expect(requirePermissions(client, 'shop', permissions)).rejects.toMatchObject({ status: 403 });
});
