import { expect, test } from '@jest/globals';
import { parseCommand } from '../../../src/systems/kubernetes/pod-commands.ts';

test.each([
  [
    'deployment/api-gateway: npm run verify:data:integrity',
    'api-gateway',
    ['npm', 'run', 'verify:data:integrity'],
  ],
  [`web: sh -c 'a && b'`, 'web', ['sh', '-c', 'a && b']],
  ['sts/db: echo "$HOME" ; reboot', 'db', ['echo', '$HOME', ';', 'reboot']],
])('%s', (line, name, argv) => {
  expect(parseCommand(line)).toMatchObject({ in: { name }, argv });
});

test.each(['npm test', 'deployment/web:', ': npm test', 'deployment/web: ', 'job/x: npm test'])(
  '%j is refused',
  (line) => {
    expect(() => parseCommand(line)).toThrow(/accepted (is a workload and a command|are deployment)/);
  },
);
