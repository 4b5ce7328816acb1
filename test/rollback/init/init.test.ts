/** What no first configuration is written for, whatever there is in the cluster. */
import { expect, test } from '@jest/globals';
import { init } from '../../../src/rollback/init/init.ts';
import type { Context } from '../../../src/runner/action.ts';

test.each(['__proto__', 'constructor', 'prototype'])(
  'an environment %s, which nobody could read, is refused',
  async (name) => {
    const context = { environment: name, signal: new AbortController().signal, mask() {} };
    await expect(init({ kubeconfig: '{}' }, undefined, context as unknown as Context)).rejects.toThrow(
      `No environment of a configuration can be called "${name}"; give another name as \`environment\`.`,
    );
  },
);
