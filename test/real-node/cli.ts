/** `node test/real-node/cli.ts`: a real node that stays until it is interrupted. */
import { once } from 'node:events';
import { startRealNode } from './real-node.ts';

const say = (line: string) => console.error(line);
try {
  const node = await startRealNode(say);
  say(`kubectl is ${node.kubectl}; an image is ${node.image('web', '1')}.`);
  console.log(`export KUBECONFIG=${node.kubeconfig}`);
  const alive = setInterval(() => {}, 2 ** 30);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(alive);
  await node.stop();
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}
