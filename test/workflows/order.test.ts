/**
 * rollback.yml does what src/rollback/order.ts says: the same steps, with the same actions, each after what it waits
 * for; and whatever fails, the same others run. Its conditions are evaluated by GitHub's own evaluator, the order is
 * carried out by the chain of the root action.
 */

import type { ActionStep, Step as WorkflowStep } from '@actions/workflow-parser/model/workflow-template';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Component } from '../../src/config/config.ts';
import { KINDS, type Kind } from '../../src/config/kinds.ts';
import { carryOut } from '../../src/rollback/chain.ts';
import { orderOf, type Parts, type Step } from '../../src/rollback/order.ts';
import { planOf } from '../../src/rollback/render.ts';
import { ActionError } from '../../src/runner/errors.ts';
import { type Contexts, evaluate, holds, textsOf } from '../support/workflows/expressions.ts';
import { at, readWorkflow } from '../support/workflows/parse.ts';

/** The steps of the workflow that are steps of the chain, by the names that those have here. */
const STEPS: Record<string, string> = {
  assess: 'assess',
  'tell-start': 'tell start',
  'plan-infra': 'plan infra',
  prepare: 'prepare database',
  capture: 'capture database',
  'switch-database': 'switch database',
  services: 'roll back service',
  clear: 'clear cache',
  resume: 'resume database',
  health: 'health service',
  apply: 'apply infra',
  'switch-dns': 'switch dns',
  compare: 'compare database',
  'tell-end': 'tell end',
  report: 'report',
};
/** What the workflow does around them. */
const AROUND = ['look', 'plan', 'fits', 'rollback', 'whole', 'go', 'sum', 'times'];

/** What the chain has as a part of its own and the workflow's first step does: planning, but for infrastructure. */
const isPlanned = (name: string) => name.startsWith('plan ') && name !== 'plan infra';

const everything: Parts = {
  components: (Object.keys(KINDS) as Kind[]).map(component),
  assess: 'first',
  notify: true,
  integrity: true,
  holding: ['database'],
  inPlace: [],
};

/** A component is called as its kind is. */
function component(kind: Kind): Component {
  return { name: kind, kind, after: undefined };
}

let steps: readonly WorkflowStep[] = [];
let withOf: (id: string) => ReturnType<typeof at>;

beforeAll(async () => {
  const { template, root } = await readWorkflow('.github/workflows/rollback.yml');
  const [job] = template.jobs;
  if (!job || !('steps' in job)) throw new Error('rollback.yml has no job with steps.');
  steps = job.steps;
  const tokens = at(root, 'jobs', 'rollback', 'steps')?.assertSequence('steps');
  withOf = (id) => {
    const token = tokens?.get(steps.findIndex((step) => step.id === id));
    return token && at(token, 'with');
  };
});

/** The same check of data, whether it is of a database that is restored or of one that nobody touches. */
const nameOf = (name: string) => (/^(capture|compare)$/.test(name) ? `${name} database` : name);

describe('the steps', () => {
  test('are those of the chain, and nothing that it does not know', () => {
    const ours = steps.map(({ id }) => id).filter((id) => !id.startsWith('__') && !AROUND.includes(id));
    expect(ours.sort()).toEqual(Object.keys(STEPS).sort());
    const chain = orderOf(everything).map(({ name }) => name);
    expect(chain.filter((name) => !isPlanned(name)).sort()).toEqual(Object.values(STEPS).sort());
  });

  test('come after what they wait for', () => {
    const names = steps.map(({ id }) => STEPS[id]);
    for (const { name, after } of orderOf(everything).filter((each) => !isPlanned(each.name)))
      for (const before of after.filter((each) => !isPlanned(each)))
        expect([before, name, names.indexOf(before) < names.indexOf(name)]).toEqual([before, name, true]);
  });
});

/** Every choice of kinds with all that there is, and all kinds with every choice of the rest. */
function allParts(): Parts[] {
  const kinds = Object.keys(KINDS) as Kind[];
  const choices = Array.from({ length: 2 ** kinds.length - 1 }, (_, index) =>
    kinds.filter((__, place) => (index + 1) & (1 << place)),
  );
  const some = choices.map((chosen) => ({
    ...everything,
    components: chosen.map(component),
    holding: chosen.includes('database') ? ['database'] : [],
  }));
  const both = [true, false];
  const all = (['first', 'beside', 'never'] as const).flatMap((assess) =>
    both.flatMap((notify) =>
      both.flatMap((integrity) =>
        both.flatMap((holds) =>
          both.map((inPlace) => ({
            ...everything,
            ...{ assess, notify, integrity },
            holding: holds ? ['database'] : [],
            inPlace: inPlace ? ['database'] : [],
          })),
        ),
      ),
    ),
  );
  return [...some, ...all];
}

/** The steps of the chain that are begun, where one fails, or who judges says no. */
async function byChain(parts: Parts, failing: string | undefined, decision: string): Promise<string[]> {
  const begun: string[] = [];
  await carryOut({
    steps: orderOf(parts),
    over: () => {},
    perform: async ({ name }) => {
      begun.push(name);
      if (nameOf(name) === failing) throw new ActionError('It failed.');
      if (name === 'assess' && parts.assess === 'first' && decision === 'none')
        return { result: 'declined', message: '' };
      return { result: 'done', message: '' };
    },
  });
  return begun
    .map(nameOf)
    .filter((name) => !isPlanned(name))
    .sort();
}

/** The same of the workflow, with what each step is given. */
function byWorkflow(parts: Parts, failing: string | undefined, decision: string) {
  const order = orderOf(parts);
  const outputs: Record<string, Record<string, string>> = {
    look: { 'has-components': 'true' },
    plan: {
      result: 'planned',
      plan: JSON.stringify(planOf(order, new Map(), () => undefined)),
      components: JSON.stringify(parts.components.map(({ name, kind }) => ({ name, kind }))),
      'by-kind': JSON.stringify(Object.fromEntries(parts.components.map(({ name, kind }) => [kind, name]))),
    },
    assess: { decision },
  };
  const results: Record<string, { outcome: string; conclusion: string; outputs: Record<string, string> }> =
    {};
  let status = 'success';
  const begun: { name: string; step: ActionStep; given: Record<string, string> }[] = [];
  for (const step of steps) {
    const inputs = {
      ...{ decide: parts.assess === 'first' ? 'assess' : 'caller', reason: 'x', environment: 'prod' },
      ...{ 'dry-run': false, 'as-one-step': false },
    };
    const contexts: Contexts = {
      ...{ inputs, secrets: {}, steps: results, github: {}, env: {}, vars: {} },
      ...{ runner: { temp: '/temp' }, job: { status } },
    };
    const scope = {
      contexts,
      status: { success: status === 'success', failure: status === 'failure', cancelled: false },
    };
    const runs = holds(step.if?.expression ?? 'success()', scope);
    const name = STEPS[step.id];
    const outcome = !runs ? 'skipped' : name !== undefined && name === failing ? 'failure' : 'success';
    const setting = step['continue-on-error'];
    const continues =
      setting !== undefined && typeof setting !== 'boolean' && evaluate(setting, scope) === true;
    const conclusion = outcome === 'failure' && (continues || setting === true) ? 'success' : outcome;
    results[step.id] = { outcome, conclusion, outputs: runs ? (outputs[step.id] ?? {}) : {} };
    if (runs && name !== undefined)
      begun.push({ name, step: step as ActionStep, given: textsOf(withOf(step.id), scope) });
    if (conclusion === 'failure') status = 'failure';
  }
  return { begun, status };
}

const namesOf = (begun: readonly { name: string }[]) => begun.map(({ name }) => name).sort();
const told = ({ components, ...parts }: Parts) =>
  JSON.stringify({ kinds: components.map(({ kind }) => kind), ...parts });

test.each(allParts().map((parts) => [told(parts), parts] as const))(
  'the same steps run, also where one of them fails: %s',
  async (_, parts) => {
    const all = orderOf(parts)
      .map(({ name }) => nameOf(name))
      .filter((name) => !isPlanned(name));
    for (const failing of [undefined, ...all]) {
      const { begun } = byWorkflow(parts, failing, 'rollback');
      expect([failing, namesOf(begun)]).toEqual([failing, await byChain(parts, failing, 'rollback')]);
    }
    const { begun } = byWorkflow(parts, undefined, 'none');
    expect(namesOf(begun)).toEqual(await byChain(parts, undefined, 'none'));
  },
);

test.each(allParts().map((parts) => [told(parts), parts] as const))(
  'each step is given what makes it that step: %s',
  (_, parts) => {
    const order = new Map(orderOf(parts).map((step) => [nameOf(step.name), step]));
    for (const { name, step, given } of byWorkflow(parts, undefined, 'rollback').begun) {
      const { action, values, component } = order.get(name) as Step;
      expect([name, step.uses.value]).toEqual([name, `$/actions/${action}`]);
      expect([name, given]).toEqual([
        name,
        expect.objectContaining(name === 'plan infra' ? { phase: 'plan' } : values),
      ]);
      if (component !== undefined) expect([name, given.component]).toEqual([name, component]);
      // What the chain leaves to the action is left to it here, or is its default.
      if (values.phase === undefined && name !== 'plan infra')
        expect(['all', undefined]).toContain(given.phase);
      if (values.resume === undefined) expect(['', undefined]).toContain(given.resume);
    }
  },
);

test.each(Object.entries(STEPS).filter(([, name]) => name !== 'assess' && name !== 'tell start'))(
  'the job is red where %s fails',
  (_, name) => {
    const parts = { ...everything, assess: 'never' as const };
    expect(byWorkflow(parts, name, 'rollback').status).toBe('failure');
  },
);
