/**
 * Each kind of bad release on a real node, of a Deployment, a StatefulSet and a DaemonSet: it goes back, nothing goes
 * forward, and who goes onto it all the same is told what is wrong with it.
 */
import { expect } from '@jest/globals';
import type { StepResult } from '../support/action.ts';
import { nodeOfFile } from './node.ts';
import {
  BAD_RELEASES,
  badRelease,
  deployEach,
  label,
  NAMES,
  ofEachKind,
  untilSeen,
  versionsOf,
  web,
} from './releases.ts';

const { together } = nodeOfFile();

const inputs = { workloads: 'all', health: 'http://:8080/health' };
/** What is given up after a time is given up after a shorter one. */
const env = {
  ROLLBACK_TEST_WAITS: JSON.stringify({
    UNSCHEDULABLE_MS: 3000,
    QUOTA_FULL_MS: 3000,
    POD_TROUBLE_MS: 15_000,
  }),
};
const GOOD = { web: ['1', '1'], db: ['1', '1'], agent: ['1'] };

const outcomes = ({ outputs }: StepResult): Record<string, { outcome: string; message: string }> =>
  Object.fromEntries(
    (
      JSON.parse(outputs.workloads ?? '[]') as {
        kind: string;
        name: string;
        outcome: string;
        message: string;
      }[]
    ).map(({ kind, name, ...rest }) => [`${kind.toLowerCase()}/${name}`, rest]),
  );

for (const bad of BAD_RELEASES) {
  together(`${bad.name}`, async (ns, node) => {
    if (bad.beside) await ns.apply(...bad.beside);
    const names = bad.of ?? NAMES;
    await deployEach(ns, web(node, '1'), {}, names);
    expect(await ns.markGood({ workloads: 'all' })).toMatchObject({ errors: [], exitCode: 0 });
    const { container, options } = badRelease(node, bad);
    await ns.apply(...ofEachKind(container, options, names));
    await untilSeen(ns, bad);

    const back = await ns.rollBack(inputs);

    expect(back).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect(await versionsOf(ns)).toEqual({
      web: [],
      db: [],
      agent: [],
      ...Object.fromEntries(names.map((name) => [name, GOOD[name]])),
    });
    expect(await ns.rollBack(inputs)).toMatchObject({ errors: [], outputs: { result: 'no-op' } });

    const onto = await ns.rollBack(
      {
        ...inputs,
        to: 'revision=2',
        'on-failure': 'continue',
        timeout: bad.told.source.startsWith('was still waiting') ? '60s' : '2m',
      },
      { env },
    );
    expect(onto).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    // What is refused before anything is changed has no outcome of each workload.
    if (onto.errors[0]?.startsWith('Nothing was changed: ')) expect(outcomes(onto)).toEqual({});
    else expect(onto.outputs.failed).toBe(String(names.length));
    for (const name of names) {
      const told = outcomes(onto)[label(name)]?.message ?? onto.errors.join('\n');
      expect(told).toMatch(bad.told);
    }
  });
}
