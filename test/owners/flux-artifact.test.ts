import { expect, test } from '@jest/globals';
import { Artifact } from '../../src/owners/flux-artifact.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { configFor, refuse, ScriptedServer } from '../systems/scripted-server.ts';

async function asked(path: string): Promise<{ said: string; paths: string[] }> {
  const server = await ScriptedServer.start(refuse(404, 'NotFound'));
  const client = new KubeClient(configFor(server.url), AbortSignal.timeout(5000));
  const url = `http://source-controller.flux-system.svc.cluster.local.${path}`;
  const said = await Artifact.load(client, url).catch((error: Error) => error.message);
  client.close();
  await server.close();
  return { said: String(said), paths: server.requests.map((request) => request.path) };
}

test('an artifact inside the cluster is read by way of the API server', async () => {
  const { paths } = await asked('/gitrepository/flux-system/shop/abc..def.tar.gz');
  expect(paths).toEqual([
    '/api/v1/namespaces/flux-system/services/source-controller:80/proxy/gitrepository/flux-system/shop/abc..def.tar.gz',
  ]);
});

test.each(['/../../../../../../secrets/db', '/gitrepository/..', '/./shop.tar.gz'])(
  'a path that leads to another object of the cluster is refused: %s',
  async (path) => {
    const { said, paths } = await asked(path);
    expect(said).toBe(`The path ${path} is not that of an artifact.`);
    expect(paths).toEqual([]);
  },
);
