/**
 * Rolls the same bad release back through each owner, beside the owner's own tool and beside a direct patch under its
 * pause: how long it takes, what else goes back, what the next deploy does.
 */
import * as artifacts from '../test/setup/artifacts.ts';
import { median, tableOf, times } from './measure.ts';
import { elseBack, nextDeploy, type Owner, type OwnerBench, startOwnerBench, timed } from './owner-bench.ts';
import { argoCd, flux, helm, rollouts } from './owner-shops.ts';
import type { Benchmark, Table } from './results.ts';

const ROUNDS = 3;
const COUNT = 2;
const MANY = 100;

const OWNERS: Readonly<Record<string, Owner>> = {
  'Argo CD': argoCd,
  Flux: flux,
  Helm: helm,
  'Argo Rollouts': rollouts,
};

const VERSIONS = [
  ...Object.entries(artifacts.OWNERS).map(([name, version]) => `${name} ${version}`),
  `Helm ${artifacts.HELM[4]}`,
];

interface Figures {
  readonly serving: number[];
  readonly ended: number[];
  back: string;
  next: string;
}

/** Every owner with a small release, and Argo CD with a large one. */
export const owners: Benchmark = {
  title: 'Owners',
  async run(quick) {
    const { argoCd: argo, fluxControllers, argoRollouts, ownerManifests, helm: programs } = artifacts;
    for (const each of [argo, ...fluxControllers, argoRollouts, ownerManifests, programs[4]])
      await each.get();
    const bench = await startOwnerBench();
    try {
      const rows: string[][] = [];
      for (const [name, owner] of Object.entries(OWNERS))
        for (const [way, figures] of await inTurn(bench, name, owner, COUNT, quick ? 1 : ROUNDS))
          rows.push([name, way, ...cells(figures)]);
      const small = {
        title: `${COUNT} Deployments of 2 replicas and a ConfigMap, or a Rollout of 4, pods ready after 1 s, median of ${quick ? 1 : ROUNDS}`,
        says: 'Seconds until all pods serve the good version, and until whoever rolls back has ended; what else of the release went back with it; and the next deploy through the owner, of a version that lacks a variable which the good one has. The bad version of a Rollout runs and has been promoted; its steps take 16 s.',
        table: tableOf(['owner', 'way', 'serves', 'ended', 'went back too', 'the next deploy'], rows),
      };
      return { versions: VERSIONS, tables: [small, await many(bench, quick ? 5 : MANY)] };
    } finally {
      await bench.stop();
    }
  },
};

/** One way after the other, round by round, so that what else the machine does meets all of them. */
async function inTurn(
  bench: OwnerBench,
  name: string,
  owner: Owner,
  count: number,
  rounds: number,
): Promise<Map<string, Figures>> {
  const all = new Map<string, Figures>();
  let ways: readonly string[] | undefined;
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < (ways?.length ?? 1); at++) {
      const namespace = `${name.toLowerCase().replace(/\W+/g, '-')}-${count}-${round}-${at}`;
      const release = await owner(bench, namespace, count);
      ways ??= Object.keys(release.ways);
      const way = ways[at] ?? '';
      const { serving, ended } = await timed(release, () => release.ways[way]?.() ?? Promise.reject());
      const figures = all.get(way) ?? { serving: [], ended: [], back: '', next: '' };
      figures.serving.push(serving);
      figures.ended.push(ended);
      figures.back = await elseBack(bench, namespace);
      figures.next = await nextDeploy(release, bench, namespace);
      all.set(way, figures);
      await release.end();
      console.log(`${name}, ${count}: ${way}: ${serving.toFixed(2)} s, ended after ${ended.toFixed(2)} s`);
    }
  }
  return all;
}

const cells = ({ serving, ended, back, next }: Figures): string[] => [
  median(serving).toFixed(2),
  median(ended).toFixed(2),
  back,
  next,
];

async function many(bench: OwnerBench, count: number): Promise<Table> {
  const figures = await inTurn(bench, 'Argo CD', argoCd, count, 1);
  const own = [...figures].map(([way, { serving, ended }]) => ({
    way,
    serving: median(serving),
    ended: median(ended),
  }));
  const operation = own.find(({ way }) => way.startsWith('its operation'))?.serving ?? Number.NaN;
  return {
    title: `${count} Deployments of 2 replicas through Argo CD, one round`,
    says: 'Seconds until all pods serve the good version, and until whoever rolls back has ended.',
    table: tableOf(
      ['way', 'serves', 'to the operation', 'ended'],
      own.map(({ way, serving, ended }) => [
        way,
        serving.toFixed(2),
        times(serving, operation),
        ended.toFixed(2),
      ]),
    ),
  };
}
