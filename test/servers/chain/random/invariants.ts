/** What has to hold of every run, whatever it met. */
import { readFileSync } from 'node:fs';
import type { Happened } from './play.ts';
import type { Ended } from './run.ts';
import type { Strike } from './spec.ts';
import { foreignImage, type Placed, type State, type WorkloadState, type World } from './world.ts';

export interface Seen {
  readonly world: World;
  /** Before the first run, before this one, and after it. */
  readonly start: State;
  readonly before: State;
  readonly after: State;
  /** Undefined where nobody is left to say how it ended. */
  readonly ended: Ended | undefined;
  readonly struck: readonly Strike['what'][];
  readonly wasEnded: boolean;
  readonly isPost?: boolean;
  /** Workloads that somebody else deployed meanwhile. */
  readonly wasDeployed: readonly string[];
  readonly sent: readonly string[];
  /** The first run, for the second. */
  readonly earlier?: Happened;
}

/** @throws with all that does not hold, and how everything stood before and after */
export function holdsAfter(seen: Seen): void {
  const problems = [...lost(seen), ...forward(seen), ...told(seen), ...held(seen), ...second(seen)];
  if (problems.length === 0) return;
  const { ended, before, after } = seen;
  const shown = ended && {
    ...{ result: ended.result, message: ended.message, warnings: ended.warnings },
    steps: ended.outputs.steps,
    workloads: ended.outputs.workloads,
    stack: ended.outputs.steps ? undefined : ended.summary,
  };
  throw new Error(
    `${problems.join('\n')}\n\n${JSON.stringify({ phase: seen.isPost ? 'post' : seen.earlier ? 'second' : 'first', before, after, shown, earlier: seen.earlier && { message: seen.earlier.ended.message, struck: seen.earlier.struck, ended: seen.earlier.wasEnded } }, null, 1)}`,
  );
}

const stateOf = (state: State, { path }: Placed): WorkloadState => state.workloads[path] as WorkloadState;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Nothing that was not meant is touched, and nothing that exists once is gone. */
function lost({ world, start, before, after }: Seen): string[] {
  const problems: string[] = [];
  const { spec, selected } = world;
  const gone = start.oids.filter((oid) => !after.oids.includes(oid));
  if (gone.length > 0) problems.push(`databases that were there at the start are gone: ${gone}`);
  for (const [key, value] of Object.entries(start.cache)) {
    const cache = /^cache\d/.exec(key)?.[0];
    const may = cache !== undefined && selected.includes(cache);
    if (!may && after.cache[key] !== value) problems.push(`the key ${key} is lost`);
  }
  const others = (state: State) =>
    state.dns.filter(({ name }) => !selected.includes(name.split('.')[0] ?? ''));
  if (!same(others(start), others(after))) problems.push('records of other names have changed');
  for (const [index, { name, content }] of after.databases.entries()) {
    const was = before.databases[index]?.content;
    const goal = spec.databases[index]?.strategy === 'repair' ? 'repaired' : 'backup';
    const may = selected.includes(`db${index}`) ? [was, goal] : [was];
    if (!may.includes(content)) problems.push(`${name} holds ${content}, and held ${was}`);
  }
  for (const placed of world.placed) {
    const component = placed.spec.component;
    const [was, is] = [stateOf(before, placed), stateOf(after, placed)];
    const isMeant = selected.includes(component);
    if (!isMeant && is.release !== was.release && is.image !== foreignImage)
      problems.push(`${placed.path} is of no component, and went from ${was.image} to ${is.image}`);
    if (!isMeant && is.config !== was.config) problems.push(`the settings of ${placed.path} were changed`);
  }
  return problems;
}

/** No workload ends at a release that is newer than what it had, or that was left before. */
function forward({ world, before, after }: Seen): string[] {
  return world.placed.flatMap((placed) => {
    const [was, is] = [stateOf(before, placed), stateOf(after, placed)];
    if (is.image === foreignImage || was.image === foreignImage) return [];
    return is.release > was.release ? [`${placed.path} went forward: ${was.image} to ${is.image}`] : [];
  });
}

interface WorkloadOutput {
  readonly kind: string;
  readonly name: string;
  readonly to?: { readonly images?: Readonly<Record<string, string>> };
  readonly outcome: string;
}
interface StepOutput {
  readonly step: string;
  readonly outcome: string;
  readonly message: string;
}

/** What is said is so. */
function told({ world, before, after, ended, wasDeployed, sent, struck, wasEnded, earlier }: Seen): string[] {
  if (!ended) return [];
  const { result, message, outputs, summary, warnings } = ended;
  const problems: string[] = [];
  const all = [message, summary, ...warnings].join('\n');
  if (message === '' || /this is a bug|undefined|\[object|NaN/.test(all))
    problems.push('a sentence is empty, or a bug is told');
  const steps = (outputs.steps ?? []) as StepOutput[];
  const untouched = same(essence(before, wasDeployed, world), essence(after, wasDeployed, world));
  if (/^(Nothing was (changed|rolled back)|Nothing to roll back)/.test(message) && !untouched)
    problems.push(`"${message}", and something was changed`);
  if (['planned', 'asked', 'no-op'].includes(result) && !untouched)
    problems.push(`the result is ${result}, and something was changed`);
  const [headline = '', doubt] = message.split('; not confirmed healthy: ');
  if (result === 'done' && /failed|Nothing/.test(headline)) problems.push(`done, and "${message}"`);
  const isUnverified = steps.some(({ step, outcome }) => step === 'verify recovery' && outcome === 'failed');
  if (['done', 'no-op'].includes(result) && isUnverified && doubt === undefined)
    problems.push(`recovery could not be verified, and "${message}"`);
  const uncounted = ['assess', 'notify start', 'verify recovery'];
  const failed = steps.filter(({ outcome, step }) => outcome === 'failed' && !uncounted.includes(step));
  if (failed.length > 0 && result !== 'failed')
    problems.push(`${failed[0]?.step} failed, and the result is ${result}`);
  for (const { step } of failed)
    if (!summary.includes(step)) problems.push(`the summary does not name "${step}"`);

  const workloads = (outputs.workloads ?? []) as WorkloadOutput[];
  for (const { kind, name, to, outcome } of workloads) {
    const found = world.placed.filter(
      (each) =>
        each.name === name &&
        each.spec.kind.toLowerCase() === kind.toLowerCase() &&
        world.selected.includes(each.spec.component),
    );
    // Namesakes of two namespaces are told apart by the record, not by this output.
    const [placed] = found;
    if (found.length !== 1 || !placed || wasDeployed.includes(placed.path)) continue;
    const is = stateOf(after, placed);
    const said = Object.values(to?.images ?? {})[0];
    if (outcome === 'rolled-back' && said !== is.image)
      problems.push(`${name} is said to be rolled back to ${said}, and has ${is.image}`);
    if (outcome === 'rolled-back' && !serves(is) && result !== 'failed')
      problems.push(`${name} is said to be rolled back, and does not serve`);
    if (outcome === 'no-op' && is.image !== stateOf(before, placed).image)
      problems.push(`${name} is said to be left alone, and went to ${is.image}`);
  }
  const isUndisturbed = struck.length === 0 && !wasEnded && !earlier;
  for (const { step } of isUndisturbed ? failed : []) {
    const component = /^roll back (.*)/.exec(step)?.[1];
    const own = component ? world.of(component as 'first') : [];
    const isRefused =
      own.length > 0 &&
      own.every((each) => stateOf(before, each).generation === stateOf(after, each).generation);
    // Where it goes on past refusals, those that are there already are what is left of it.
    const isLeft = workloads.some(
      ({ outcome, name }) => outcome === 'no-op' && own.some((each) => each.name === name),
    );
    const goesOn = world.spec.inputs.onFailure === 'continue' && isLeft;
    if (isRefused && !goesOn && !untouched)
      problems.push(`"${step}" failed for all without a change, after others were changed`);
  }
  if (result === 'done' || result === 'no-op') {
    if (!/^Nothing was rolled back/.test(message))
      for (const component of world.selected) problems.push(...notBack(component, world, after, wasDeployed));
  }
  const [, names = ''] = /components are back \(([^)]*)\)/.exec(message) ?? [];
  for (const component of names.split(/, | and /).filter(Boolean))
    problems.push(...notBack(component, world, after, wasDeployed).map((each) => `said to be back: ${each}`));

  problems.push(...inReport(ended, world, after, wasDeployed));
  if (world.spec.sections.notify && !struck.includes('sink fails') && steps.length > 0) {
    const last = sent.filter((event) => ['completed', 'failed'].includes(event)).at(-1);
    const isDeclined = /^Nothing was rolled back/.test(message);
    if (!isDeclined && last !== (result === 'failed' ? 'failed' : 'completed'))
      problems.push(`the result is ${result}, and the last message is ${last}`);
  }
  return problems;
}

const serves = ({ serves, replicas }: WorkloadState) => serves || replicas === 0;

/** What of a state a rollback would change. */
function essence(state: State, deployed: readonly string[], world: World) {
  return {
    databases: state.databases,
    cache: state.cache,
    dns: state.dns,
    workloads: world.placed
      .filter(({ path }) => !deployed.includes(path))
      .map((placed) => {
        const { release, replicas, config } = stateOf(state, placed);
        return { path: placed.path, release, replicas, config };
      }),
  };
}

/** Why a component that is said to be back is not. */
function notBack(component: string, world: World, after: State, deployed: readonly string[]): string[] {
  const number = Number(/\d+$/.exec(component)?.[0]);
  if (component.startsWith('db')) {
    const goal = world.spec.databases[number]?.strategy === 'repair' ? 'repaired' : 'backup';
    const { name, content } = after.databases[number] ?? { name: component, content: 'nothing' };
    return content === goal ? [] : [`${name} holds ${content}`];
  }
  if (component.startsWith('cache'))
    return Object.keys(after.cache)
      .filter((key) => key.startsWith(`${component}:`))
      .map((key) => `${key} is still there`);
  if (component.startsWith('dns'))
    return after.dns.some(
      ({ name, content }) => name === `${component}.example.test` && content === '192.0.2.1',
    )
      ? []
      : [`${component} is not switched`];
  return world
    .of(component as 'first')
    .filter(({ path }) => !deployed.includes(path))
    .flatMap((placed) => {
      const is = stateOf(after, placed);
      return serves(is) ? [] : [`${placed.path} does not serve ${is.image}`];
    });
}

/** The report's own counts, and what it calls done. */
function inReport(
  { outputs, result }: Ended,
  world: World,
  after: State,
  deployed: readonly string[],
): string[] {
  if (typeof outputs.report !== 'string' || outputs.report === '') return [];
  const report = JSON.parse(readFileSync(outputs.report, 'utf8')) as {
    outcome: string;
    counts: { done: number; failed: number; total: number };
    components: { component: string; outcome: string; where?: { namespace?: string } }[];
  };
  const problems: string[] = [];
  if (result === 'failed' && report.outcome === 'done') problems.push('failed, and the report says done');
  if (result === 'done' && report.outcome === 'failed') problems.push('done, and the report says failed');
  for (const { component, outcome, where } of report.components) {
    if (outcome !== 'done' || !/^(deployment|statefulset|daemonset)\//.test(component)) continue;
    const found = world.placed.filter(
      (each) =>
        `${each.spec.kind}/${each.name}` === component &&
        (where?.namespace === undefined || where.namespace === each.namespace) &&
        world.selected.includes(each.spec.component),
    );
    const [placed] = found;
    if (found.length !== 1 || !placed || deployed.includes(placed.path)) continue;
    const is = stateOf(after, placed);
    if (!serves(is)) problems.push(`the report calls ${component} done, and it does not serve ${is.image}`);
  }
  return problems;
}

const CUTS_KUBERNETES: readonly Strike['what'][] = [
  'kubernetes answers',
  'kubernetes is cut',
  'kubernetes is gone',
  'somebody takes the lock',
  'pods are refused',
];

/** Traffic is given back and the lock is free, or the one who can do it is told. */
function held({ world, start, after, ended, struck, isPost, earlier }: Seen): string[] {
  const problems: string[] = [];
  const said = ended ? [ended.message, ended.summary, ...ended.warnings, ...ended.log].join('\n') : '';
  const mayHold = ended === undefined && !isPost;
  for (const placed of world.placed) {
    const [was, is] = [stateOf(start, placed), stateOf(after, placed)];
    if (is.replicas === was.replicas && !is.isHeld) continue;
    if (mayHold) continue;
    const isExcused = struck.some((what) => CUTS_KUBERNETES.includes(what)) && !earlier && !isPost;
    if (isExcused && said.includes(placed.name)) continue;
    problems.push(
      `${placed.path} had ${was.replicas} replicas and has ${is.replicas}${is.isHeld ? ', held' : ''}${isExcused ? ', and nobody says so' : ''}`,
    );
  }
  const takenAway = struck.includes('somebody takes the lock') && !earlier;
  const cut = struck.includes('kubernetes is gone') && !earlier && !isPost;
  if (after.leases.length > 0 && !mayHold && !takenAway && !(cut && /lock|Lease/.test(said)))
    problems.push(`locks are left: ${after.leases}`);
  return problems;
}

/** The next run finds where the first one came to. */
function second({ world, start, before, after, ended, earlier, wasDeployed }: Seen): string[] {
  if (!earlier || !ended) return [];
  const clean = !earlier.wasEnded && earlier.struck.length === 0;
  const { result } = earlier.ended;
  const problems: string[] = [];
  const swapped = world.spec.databases.filter(({ strategy }) => strategy === 'swap').length;
  if (['done', 'no-op'].includes(ended.result) && after.oids.length > start.oids.length + swapped)
    problems.push(`databases are left over: ${after.oids}, of ${start.oids}`);
  if (clean && result === 'done') {
    // Right after a rollback, who judges asks a person whether another one would help.
    const ends = ['no-op', ...(world.spec.inputs.decide === 'assess' ? ['asked'] : [])];
    if (!ends.includes(ended.result))
      problems.push(`the first run was done, and the second one is ${ended.result}`);
    if (!same(essence(before, wasDeployed, world), essence(after, wasDeployed, world)))
      problems.push('the second run changed what the first one had done');
    if (!same(before.oids, after.oids)) problems.push('the second run made or dropped a database');
  }
  if (clean && ['no-op', 'planned', 'asked'].includes(result) && ended.result !== result)
    problems.push(`the first run was ${result}, and the second one is ${ended.result}`);
  if (!clean && result === 'done' && wasDeployed.length === 0 && ended.result === 'failed')
    problems.push('the first run was done, and the second one failed');
  return problems;
}
