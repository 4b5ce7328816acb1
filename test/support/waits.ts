import { type Waits, waitsFor } from '../../src/base/waits.ts';

/**
 * Shortens waits of the product in every action that this test file starts from now on (`startAction`), so that a test
 * waits for what happens and not for a time-out. What a test runs in its own process has read its waits already.
 */
export function shortenWaits(waits: Partial<Waits>): void {
  const asked = JSON.stringify(waits);
  waitsFor({ ROLLBACK_TEST_WAITS: asked });
  process.env.ROLLBACK_TEST_WAITS = asked;
}
