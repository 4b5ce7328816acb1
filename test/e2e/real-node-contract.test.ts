import { userInfo } from 'node:os';
import { test } from '@jest/globals';
import { describeApiServer } from '../contract/suite.ts';
import { realNode } from './node.ts';

/** Images of the contract's suite, which the node's own registry has under the host that they name. */
const IMAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'app:1.0': {},
  'app:2.0': {},
  'app:9': {},
  'app:bad-config': {},
  'app:drains': { TERM_DELAY: '1s' },
  'app:crash-loop': { EXIT: '1', LOG: 'boom: cannot reach database' },
  'app:not-ready': { READY: '503' },
  'app:run-error': {},
  'app:unready': { READY: '503' },
  'app:3.0': {},
  'flaky-registry:1.0': {},
  'new:1.0': {},
  'side:1.0': {},
  'side:2.0': {},
  'side:3.0': {},
};

/** What the stand-in of the unit tests and kwok's pods keep to is what a kubelet does. */
if (userInfo().uid === 0)
  describeApiServer('a real node', async () => {
    const node = await realNode();
    if (typeof node === 'string') throw new Error(node);
    for (const [image, environment] of Object.entries(IMAGES)) {
      const [name = '', tag = ''] = image.split(':');
      node.imageWithShell(name, tag, environment);
    }
    let pulls = 0;
    node.meet('flaky-registry', () => (pulls++ < 4 ? 'reset' : undefined));
    return { kubeconfig: node.kubeconfig, readyMs: 0, podPort: 8080, stop: node.stop };
  });
else test.skip('the contract suite (skipped: a real node needs root)', () => {});
