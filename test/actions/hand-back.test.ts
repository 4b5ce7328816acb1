import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

test.each(['hand-back', 'rollback'] as const)(
  '%s of workloads that nobody owns has nothing to do',
  async (name) => {
    await using shop = await Shop.open();
    await shop.deploy('web', 'registry.test/web:1');
    const said = await shop.handBack(name);
    expect(said).toMatchObject({
      exitCode: 0,
      errors: [],
      outputs: { result: 'no-op', lasting: 'true', owners: '[]' },
    });
    expect(said.summary).toContain(
      'Nothing to hand back: no rollback has paused an owner of these workloads.',
    );
  },
);
