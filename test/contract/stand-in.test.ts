import { spawnSync } from 'node:child_process';
import { startStandIn } from '../support/kubernetes/stand-in.ts';
import { describeApiServer } from './suite.ts';

describeApiServer('the stand-in', async () => {
  const standIn = await startStandIn({ readyMs: 50 });
  // As kwok does it: what a pod is asked is done on this machine.
  standIn.pods.exec = (_pod, _container, [command = '', ...args]) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
    if (error) return { missing: command, exitCode: 0 };
    return { stdout, stderr, exitCode: status ?? 1 };
  };
  standIn.pods.proxy = async (_pod, port, path) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    return answer ? { status: answer.status, body: await answer.text() } : 'refused';
  };
  return standIn;
});
