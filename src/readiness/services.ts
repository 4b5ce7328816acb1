import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { lines, list } from '../base/values.ts';
import { objectsOfWorkload } from '../domain/workloads/joined.ts';
import { kindsIn } from '../domain/workloads/select.ts';
import { parseSelection } from '../domain/workloads/selection.ts';
import { clustersOf } from '../owners/clusters.ts';
import { findOwners } from '../owners/find.ts';
import { ownerInputs } from '../owners/inputs.ts';
import type { Values } from '../runner/part.ts';
import { type Revision, sameTemplate } from '../service/history.ts';
import { keptRevision, losesHistory } from '../service/kept-template.ts';
import { goodMarkOf } from '../service/lineage.ts';
import { brokenMarks, type GoodMark } from '../service/marks.ts';
import { toRollBack } from '../service/permissions.ts';
import { planStep, type Wanted } from '../service/plan.ts';
import { nameReference, referencesOf } from '../service/references.ts';
import { rehearse } from '../service/rehearse.ts';
import { selectPresent } from '../service/select.ts';
import { chooseTarget } from '../service/target.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import type { Pod, Workload } from '../systems/kubernetes/objects.ts';
import { type Finding, finding, type Item, ok, together } from './line.ts';
import { checkNodes, NODES } from './nodes.ts';
import { checkOwners, NOBODY } from './owners.ts';
import type { CheckedNamespace, Places } from './places.ts';
import { checkPullRequests } from './pull-requests.ts';

/** A workload, and the revision that it would go back to if the next release is bad. */
interface Ready {
  readonly workload: Workload;
  readonly name: string;
  readonly history: readonly Revision[];
  readonly pods: readonly Pod[];
  readonly target: Revision | undefined;
  readonly good: GoodMark | undefined;
  /** Why there is none. */
  readonly reason: string;
}

/** What stands in the way of rolling the workloads of a component back tomorrow. */
export async function checkServices(
  values: Values,
  { places, full }: { places: Places; full: boolean },
): Promise<Finding[]> {
  return finding('good revision', WORKLOADS, async () => {
    const place = await places.at(values);
    const all = await readyIn(values, place);
    const lookups = [
      finding('images', IMAGES, () => imagesOf(all, place)),
      finding('references', REFERENCES, () => referencesFor(all, place)),
      finding('kept configuration', REFERENCES, () => copiesOf(all, place)),
      finding('node pools', NODES, () => checkNodes(place.client, all)),
      ...(full ? [finding('dry run', DRY_RUN, () => dryRunOf(all, place))] : []),
    ];
    const clusters = await clustersOf(
      place.client,
      v.parse(v.object(ownerInputs), ownerValues(values)),
      place,
    );
    const found = await findOwners(
      clusters,
      all.map(({ workload }) => workload),
    );
    lookups.push(checkPullRequests([...found.values()], values, { clusters, log: place.log }));
    return [
      goodRevisions(all),
      histories(all),
      checkOwners(all, values, found, place.client.now),
      ...(await Promise.all(lookups)).flat(),
    ];
  });
}

const WORKLOADS = { state: 'not-ready', remedy: 'correct the configuration or the cluster' } as const;
const IMAGES = { state: 'at-risk', remedy: 'push the image again, or renew the pull secret' } as const;
const REFERENCES = { state: 'at-risk', remedy: 'bring it back, and run mark-good' } as const;
const DRY_RUN = {
  state: 'not-ready',
  remedy: 'do what the cluster says, or deploy and mark a revision that it takes',
} as const;

async function readyIn(values: Values, { client, namespace, live }: CheckedNamespace): Promise<Ready[]> {
  const selection = parseSelection(
    v.parse(list(), values.workloads ?? ''),
    values.selector,
    v.parse(lines(), values.order ?? ''),
  );
  const seen = await live(await kindsIn(client, selection, namespace));
  const selected = (await selectPresent(client, seen, selection)).flat();
  return selected.map(({ workload }) => {
    const history = seen.history(workload);
    const target = chooseTarget({ type: 'last-good' }, workload, history, NOBODY);
    const revision = target.type === 'revision' ? target.revision : undefined;
    return {
      ...{ workload, history, target: revision, name: label(refOf(workload)), pods: seen.pods(workload) },
      good: revision && goodMarkOf(revision, history),
      reason: target.type === 'image' ? '' : target.reason,
    };
  });
}

function goodRevisions(all: readonly Ready[]): Finding {
  const items = all.map(({ workload, name: of, history, target, good, reason }): Item => {
    const broken = [workload, ...history.map(({ object }) => object)].flatMap(brokenMarks);
    if (broken[0]) return { of, state: 'at-risk', evidence: broken[0] };
    if (!target) return { of, state: 'not-ready', evidence: reason };
    if (!good) return { of, state: 'at-risk', evidence: `no revision is marked good (${reason})` };
    const isPresent = sameTemplate(target.template, workload.spec.template);
    if (isPresent && !target.available && (workload.spec.replicas ?? 1) > 0 && workload.kind === 'Deployment')
      return {
        of,
        state: 'at-risk',
        evidence: `revision ${target.number} is marked good and does not serve`,
      };
    return { of, state: 'ok', evidence: '' };
  });
  const oldest = all.flatMap(({ good }) => good?.at ?? []).sort()[0];
  const evidence = `${all.length} of ${all.length} workloads have a revision that is marked good${oldest ? `, the oldest mark of ${oldest.slice(0, 10)}` : ''}`;
  return together('good revision', items, evidence, 'let the deploy run mark-good when it is healthy');
}

function histories(all: readonly Ready[]): Finding {
  const items = all.map(({ workload, name: of, target }): Item => {
    const kept = keptRevision(workload, []);
    const isKept = target && kept && sameTemplate(kept.template, target.template);
    return losesHistory(workload) && !isKept
      ? {
          of,
          state: 'at-risk',
          evidence: `its history keeps ${workload.spec.revisionHistoryLimit} revisions and mark-good kept no template: the next releases push the good one out`,
        }
      : { of, state: 'ok', evidence: '' };
  });
  return together(
    'history',
    items,
    'the good revisions outlive the next release',
    'run mark-good once more, or raise `revisionHistoryLimit`',
  );
}

async function imagesOf(all: readonly Ready[], { images }: CheckedNamespace): Promise<Finding> {
  const seen = await Promise.all(
    all.map(async ({ name, target, good }) =>
      target ? (await images.of(target.template, good?.images)).map((each) => ({ ...each, name })) : [],
    ),
  );
  const items = seen.flat().map(({ name, image, presence }): Item => {
    if (presence.is === 'there')
      return presence.isOther
        ? {
            of: name,
            state: 'at-risk',
            evidence: `the tag of ${image} means another image now than the one that was marked good`,
          }
        : { of: name, state: 'ok', evidence: '' };
    const state = { gone: 'not-ready', denied: 'not-ready', unknown: 'not-checked' } as const;
    return { of: name, state: state[presence.is], evidence: `${image}: ${presence.reason}` };
  });
  const there = items.filter(({ state }) => state === 'ok').length;
  return together('images', items, `${there} of ${items.length} images can be pulled`, IMAGES.remedy);
}

async function referencesFor(all: readonly Ready[], { references }: CheckedNamespace): Promise<Finding> {
  const items = await Promise.all(
    all.map(async ({ name: of, target }): Promise<Item> => {
      if (!target) return { of, state: 'not-checked', evidence: 'it has no good revision' };
      const wanted = referencesOf(target.template);
      const missing = await references.missing(wanted);
      if (missing.length > 0)
        return { of, state: 'not-ready', evidence: `${missing.map(nameReference).join(', ')} is not there` };
      const read = await Promise.all(wanted.map(({ kind, name }) => references.read(kind, name)));
      const unread = wanted.filter((_, at) => read[at] === 'unknown').map(nameReference);
      return unread.length > 0
        ? { of, state: 'not-checked', evidence: `the right to get ${unread.join(', ')} is missing` }
        : { of, state: 'ok', evidence: '' };
    }),
  );
  return together('references', items, 'all that the good revisions refer to is there', REFERENCES.remedy);
}

/** What goes back with a revision is what mark-good has kept of its configuration. */
async function copiesOf(all: readonly Ready[], { references }: CheckedNamespace): Promise<Finding> {
  const items = await Promise.all(
    all.flatMap(({ name: of, good }) =>
      Object.entries(good?.config ?? {}).map(async ([ref, copy]): Promise<Item> => {
        const found = await references.read(ref.startsWith('Secret/') ? 'Secret' : 'ConfigMap', copy);
        if (found === 'unknown')
          return { of, state: 'not-checked', evidence: `the right to get the copy of ${ref} is missing` };
        return found
          ? { of, state: 'ok', evidence: '' }
          : {
              of,
              state: 'at-risk',
              evidence: `the copy of ${ref} that mark-good kept is gone: a rollback would leave it as it is`,
            };
      }),
    ),
  );
  if (items.length === 0) return ok('kept configuration', 'the good revisions have none');
  return together('kept configuration', items, `${items.length} copies are there`, 'run mark-good once more');
}

const ownerValues = (values: Values) => ({
  argocdNamespace: values['argocd-namespace'],
  argocdKubeconfig: values['argocd-kubeconfig'],
});

/** Every patch as the cluster would take it, with the rights of a rollback. */
async function dryRunOf(all: readonly Ready[], { client, namespace }: CheckedNamespace): Promise<Finding> {
  const rights = toRollBack(all.flatMap(({ workload }) => objectsOfWorkload(workload).map(refOf)));
  await requirePermissions(client, namespace, rights).catch((error: Error) => {
    // `depth: full` asks for these rights: one that is missing is a finding, and not "not checked".
    throw new ActionError(error.message, { cause: error });
  });
  const wanted: Wanted = { to: { type: 'last-good' }, rollback: NOBODY, gitops: 'ignore' };
  const steps = all.map(({ workload, history, pods }) => {
    const step = planStep({ workload, history, named: true, pods }, wanted);
    // What runs already is what a bad release would be taken back to.
    return step.action === 'no-op' ? { ...step, action: 'roll-back' as const } : step;
  });
  const [tried = []] = await rehearse(client, namespace, [steps], [], true);
  const items = tried.map((step): Item => {
    const isRefused = step.action === 'refuse';
    return {
      of: label(step),
      state: isRefused ? 'not-ready' : 'ok',
      evidence: isRefused ? step.reason : '',
    };
  });
  return together(
    'dry run',
    items,
    `the API server takes the good revisions of all ${all.length}`,
    DRY_RUN.remedy,
  );
}
