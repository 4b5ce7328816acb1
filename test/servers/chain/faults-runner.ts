import { expect } from '@jest/globals';
import { recorded } from '../../support/record.ts';
import { type SmallDisk, smallDisk, WHY_NO_DISK } from '../../support/small-disk.ts';
import { type Fault, has } from './fault.ts';
import { s3 } from './faults-s3.ts';

/** The folder that the runner gives the action is on a disk of its own, which something else fills. */
const fullDisk = (phase: string, ends: Fault['ends'], fault: Partial<Fault>, when?: RegExp): Fault => {
  let disk: SmallDisk;
  return {
    what: `Runner: its disk is full when ${phase}`,
    ends,
    skip: WHY_NO_DISK,
    before: async (platform, cleanup) => {
      disk = smallDisk(platform.temp, 16);
      cleanup.defer(() => disk.remove());
      if (!when) disk.fill();
      return (await fault.before?.(platform, cleanup)) ?? {};
    },
    strike: async ({ temp }) => {
      if (when) {
        await recorded(temp, has(when));
        disk.fill();
      }
      return async () => disk.free();
    },
    check: ({ errors }) =>
      expect(errors).toEqual([expect.stringMatching(/^The disk of this machine is full; /)]),
  };
};

export const RUNNER_FAULTS: readonly Fault[] = [
  fullDisk(
    'the backup is fetched',
    'told',
    s3('', 'told', () => undefined),
  ),
  fullDisk('traffic is held', 'told', {}, /hold traffic started/),
];
