import { KubeClient } from '../../../src/systems/kubernetes/client.ts';
import { configFor, type Reply, ScriptedServer } from '../../systems/scripted-server.ts';

/** A client of a server that answers as the script says, and what ends its requests. */
export async function connected(
  ...script: Reply[]
): Promise<{ server: ScriptedServer; client: KubeClient; stop: AbortController }> {
  const server = await ScriptedServer.start(...script);
  const stop = new AbortController();
  return { server, client: new KubeClient(configFor(server.url), stop.signal), stop };
}
