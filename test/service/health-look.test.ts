import '../systems/realm.ts';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { parseHealth, verifyHealth } from '../../src/service/health.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { configFor, type Reply, refuse, ScriptedServer, text } from '../systems/scripted-server.ts';
import { pod } from './fixtures.ts';

let server: ScriptedServer;
let client: KubeClient;
async function connect(...script: Reply[]): Promise<void> {
  server = await ScriptedServer.start(...script);
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(20_000));
}
afterEach(async () => {
  client?.close();
  await server?.close();
});

const web = { kind: 'Deployment', name: 'web' } as const;
const look = (...lines: string[]) =>
  verifyHealth(client, web, [pod('web-a'), pod('web-b')], lines.map(parseHealth));

describe('health', () => {
  test('is looked at in every pod', async () => {
    await connect(text('fine'), text('fine'));
    await look('http://:80/health');
    expect(server.told.sort()).toEqual(
      ['a', 'b'].map((name) => `GET /api/v1/namespaces/shop/pods/web-${name}:80/proxy/health`),
    );
  });

  test('is looked at by the checks for all and for this one', async () => {
    await connect(...Array(4).fill(text('fine')));
    await look('http://:80/all', 'deployment/web: http://:80/own', 'deployment/api: http://:80/other');
    expect(server.told.filter((line) => line.endsWith('other'))).toEqual([]);
    expect(server.requests).toHaveLength(4);
  });

  test('is looked at again where it is not yet well', async () => {
    await connect(refuse(503), text('fine'), text('fine'));
    await look('http://:80/');
    expect(server.requests).toHaveLength(3);
  });

  test('of a URL is asked from here, once', async () => {
    await connect(text('fine'));
    await look(`${server.url}/health`);
    expect(server.told).toEqual(['GET /health']);
  });

  test('that does not come names the pod and why', async () => {
    const reply: Reply = (response, request) =>
      (request.path.includes('web-b') ? text('down', 503) : text('fine'))(response, request);
    await connect(...Array(20).fill(reply));
    const error = await look('http://:80/').catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(ActionError);
    expect((error as Error).message).toBe(
      'deployment/web is rolled out but not healthy: pod web-b: HTTP 503: down',
    );
  });

  test('by a path that there is not may be that of a newer version (analog-canvas#526)', async () => {
    await connect(...Array(20).fill(text('no such page', 404)));
    await expect(look('deployment/web: http://:80/ready')).rejects.toThrow(
      /: pod web-[ab]: HTTP 404: no such page; a check that came with a newer version is not for an older one$/,
    );
  });
});
