import type { Component } from '../config/config.ts';
import { KINDS, type Kind } from '../config/kinds.ts';
import { type Step, sorted, step, type Verb } from './steps.ts';

export type { Step };

/** What a chain is made of. */
export interface Parts {
  readonly components: readonly Component[];
  /** `first`: assess runs first, and the chain continues only if it decides to roll back. `beside`: it runs for the record alone. */
  readonly assess: 'first' | 'beside' | 'never';
  /** Whether to assess the service afterwards: only if there are metrics, alerts or pods to look at, as a person's earlier statement says nothing about the time after. */
  readonly verifyRecovery: boolean;
  readonly notify: boolean;
  /** Whether smoke tests are run once the services serve. */
  readonly smoke: boolean;
  /** Whether data is captured before and compared in the end. */
  readonly integrity: boolean;
  /** Databases that stop workloads or pause pools while they are switched. */
  readonly holding: readonly string[];
  /** Databases that are replaced in place, so that nothing can be prepared beside them. */
  readonly inPlace: readonly string[];
  /** Databases in which only what was destroyed is put back. */
  readonly repaired: readonly string[];
}

/** Which kinds have to be back before a component of a kind, where the configuration does not say. */
const BEFORE: Record<Kind, readonly Kind[]> = {
  database: [],
  service: ['database'],
  infra: ['database', 'service'],
  cache: ['database', 'service'],
  dns: ['database', 'service', 'infra', 'cache'],
};

/** The step after which a component of a kind is back. */
const BACK: Record<Kind, Verb> = {
  database: 'switch',
  service: 'roll back',
  infra: 'apply',
  cache: 'clear',
  dns: 'switch',
};

/** What makes an action plan, beyond the dry run that each plan is: Terraform's own plan is kept, for `apply` to do no more. */
const PLANS: Record<Kind, Step['values']> = {
  database: {},
  service: {},
  infra: { phase: 'plan' },
  cache: {},
  dns: {},
};

/**
 * Inputs of the section `assess` that a step ignores, because they are meant for another step of the same action. Only
 * `first` waits for a quick fix; otherwise the rollback is already decided.
 */
const IGNORED_INPUTS = {
  first: ['recovery'],
  beside: ['recovery', 'quick-fix'],
  verify: ['bake', 'quick-fix'],
};

/**
 * The steps of a whole rollback and what each waits for, in an order in which they can be done one after another.
 * Nothing is changed before every component is planned. A database is restored beside the live one while services
 * still run, and stops them only to be switched; they are put back while they are at zero, so that each starts once.
 */
export function orderOf(parts: Parts): Step[] {
  const { components, assess, notify, integrity } = parts;
  const judged = assess === 'first' ? ['assess'] : [];
  const plans = components.map(({ name, kind }) =>
    step('plan', name, KINDS[kind], judged, { values: PLANS[kind] }),
  );
  const planned = plans.map(({ name }) => name);
  const changes = components.flatMap((component) => changesOf(component, parts));
  const back = changes.map(({ name }) => name);
  const compared = integrity ? comparesOf(parts) : [];
  const smoke = parts.smoke ? [smokeOf(parts, back)] : [];
  const over = [...back, ...compared.map(({ name }) => name), ...smoke.map(({ name }) => name)];
  const verified = parts.verifyRecovery ? ['verify recovery'] : [];
  return sorted([
    ...(assess === 'never'
      ? []
      : [step('assess', undefined, 'assess', [], { ignoredInputs: IGNORED_INPUTS[assess] })]),
    ...plans,
    // The first message says what goes back to what, so it waits for the plans; where a plan failed, `notify end` says all
    // there is: nothing was changed.
    ...(notify ? [step('notify start', undefined, 'notify', planned, { values: { event: 'started' } })] : []),
    ...(integrity ? capturesOf(parts) : []),
    ...changes,
    ...compared,
    ...smoke,
    // A failure is sent at once, as it skips this step; that all is well is sent once it was verified.
    ...(parts.verifyRecovery
      ? [step('verify recovery', undefined, 'assess', over, { ignoredInputs: IGNORED_INPUTS.verify })]
      : []),
    ...(notify ? [step('notify end', undefined, 'notify', [...over, ...verified], { when: 'always' })] : []),
    step('report', undefined, 'report', notify ? ['notify end'] : [...over, ...verified], { when: 'always' }),
  ]);
}

/** What is done to one component once everything is planned. */
function changesOf(component: Component, parts: Parts): Step[] {
  const { name, kind } = component;
  const action = KINDS[kind];
  const { components, holding } = parts;
  const after = [...components.map((each) => `plan ${each.name}`), ...waitsOf(component, parts)];
  switch (kind) {
    case 'database':
      return databaseSteps(component, after, parts);
    case 'service': {
      const resumed = holding.map((database) => `resume ${database}`);
      return [
        step('roll back', name, action, after),
        ...(resumed.length > 0 ? [step('health', name, action, [`roll back ${name}`, ...resumed])] : []),
      ];
    }
    case 'infra':
      return [step('apply', name, action, after, { values: { phase: 'apply' } })];
    case 'cache':
      return [step('clear', name, action, after)];
    case 'dns':
      return [step('switch', name, action, after)];
  }
}

function databaseSteps({ name }: Component, after: readonly string[], parts: Parts): Step[] {
  const { components, holding, inPlace, repaired, integrity } = parts;
  const beside = of(components, 'database').filter((each) => !inPlace.includes(each.name));
  const isBeside = !inPlace.includes(name);
  const holds = holding.includes(name);
  const restored = beside.map((each) => `prepare ${each.name}`);
  const captured = integrity && !repaired.includes(name) ? [`capture ${name}`] : [];
  const held = holds ? { resume: 'false' } : {};
  const values = { ...(isBeside && { phase: 'switch' }), ...held };
  const services = of(components, 'service').filter((each) => isAfter(each, name, parts));
  return [
    ...(isBeside
      ? [
          step(
            'prepare',
            name,
            KINDS.database,
            components.map((each) => `plan ${each.name}`),
            {
              // `resume: false` here too: traffic that a dead attempt left held must stay held until the services are back.
              values: { phase: 'prepare', ...held },
            },
          ),
        ]
      : []),
    step('switch', name, KINDS.database, [...after, ...restored, ...(isBeside ? captured : [])], { values }),
    ...(holds
      ? [
          step(
            'resume',
            name,
            KINDS.database,
            [`switch ${name}`, ...services.map((each) => `roll back ${each.name}`)],
            { values: { phase: 'resume' }, when: 'even-if-declined' },
          ),
        ]
      : []),
  ];
}

/**
 * A database restored beside the live one is captured before its switch, and the switch waits for that. An in-place restore
 * has nothing beside it to capture. A repair is not captured either: users keep writing, and the repair verifies its own
 * result. If no database goes back, one capture runs in parallel with the changes, and no change waits for it.
 */
function capturesOf({ components, inPlace, repaired }: Parts): Step[] {
  const values = { mode: 'capture' };
  const beside = of(components, 'database').filter(({ name }) => ![...inPlace, ...repaired].includes(name));
  if (of(components, 'database').length === 0)
    return [
      step(
        'capture',
        undefined,
        'verify-integrity',
        components.map(({ name }) => `plan ${name}`),
        { values },
      ),
    ];
  return beside.map(({ name }) => step('capture', name, 'verify-integrity', [`prepare ${name}`], { values }));
}

/**
 * Data are compared as soon as their database is back and the services have done what they could: a health check that
 * fails late, or a name that is not switched, is no reason not to know.
 */
function comparesOf(parts: Parts): Step[] {
  const services = of(parts.components, 'service').map(({ name }) => `roll back ${name}`);
  return capturesOf(parts).map(({ name, component, action }) => {
    const isHeld = component !== undefined && parts.holding.includes(component);
    return step('compare', component, action, [name, ...(component ? [`switch ${component}`] : [])], {
      values: { mode: 'compare' },
      afterAny: [...services, ...(isHeld ? [`resume ${component}`] : [])],
    });
  });
}

/** Smoke tests are run when databases and services are back; what else goes back is waited for, whatever becomes of it. */
function smokeOf({ components, holding }: Parts, back: readonly string[]): Step {
  const served = holding.length > 0 ? 'health' : BACK.service;
  const after = [
    ...of(components, 'database').map(({ name }) => `${BACK.database} ${name}`),
    ...of(components, 'service').map(({ name }) => `${served} ${name}`),
  ];
  const afterAny = back.filter((name) => !after.includes(name));
  return step('smoke tests', undefined, 'smoke-test', after, { afterAny });
}

/** The steps of other components that have to be done before one is touched. */
function waitsOf(component: Component, parts: Parts): string[] {
  return parts.components
    .filter((other) => isDirectlyAfter(component, other))
    .map((other) => {
      const serves = other.kind === 'service' && waitsUntilServed(component, parts);
      return `${serves ? 'health' : BACK[other.kind]} ${other.name}`;
    });
}

/**
 * Infrastructure and DNS must not change while services are scaled to zero: they wait for the services' `health` step.
 * Databases and caches do not. If a service or database waits for this component, waiting for `health` would be a cycle, so
 * it waits for `roll back` only.
 */
function waitsUntilServed({ name, kind }: Component, parts: Parts): boolean {
  if (parts.holding.length === 0 || !['infra', 'dns'].includes(kind)) return false;
  const neededForResume = parts.components.filter(
    (each) =>
      parts.holding.includes(each.name) ||
      (each.kind === 'service' && parts.holding.some((database) => isAfter(each, database, parts))),
  );
  return !neededForResume.some((each) => isAfter(each, name, parts));
}

/** What the configuration says comes first, also where it turns round what is usual. */
const isDirectlyAfter = (component: Component, other: Component): boolean =>
  component.after?.includes(other.name) ??
  (BEFORE[component.kind].includes(other.kind) && !other.after?.includes(component.name));

/** Whether a component waits for the one of that name, directly or not; an answer also where some wait for each other. */
function isAfter(component: Component, name: string, { components }: Parts): boolean {
  const before = new Set<Component>([component]);
  for (const each of before)
    for (const other of components) if (isDirectlyAfter(each, other)) before.add(other);
  return [...before].some((each) => each.name === name);
}

const of = (components: readonly Component[], kind: Kind) => components.filter((each) => each.kind === kind);
