import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Exec } from '@kubernetes/client-node/dist/exec.js';
import type { Any, Namespace } from './cluster.ts';

/** Runs a command in the pod `web`, with the client that the actions use. */
export async function exec(namespace: Namespace, pod: string, argv: string[]): Promise<Any> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = Promise.all([text(stdout), text(stderr)]);
  const status = await new Promise((resolve, reject) => {
    new Exec(namespace.cluster.config)
      .exec(namespace.name, pod, 'app', argv, stdout, stderr, null, false, resolve)
      .catch((event: { message: string }) => reject(new Error(event.message)));
  });
  const [out, err] = await output;
  return { stdout: out, stderr: err, status };
}
